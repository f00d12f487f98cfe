"""Three complete solutions different in kind; the best partial one where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.services.cover.able import Able
from castapp.services.cover.kinds import told_apart
from castapp.services.cover.knowing import Knowing
from castapp.services.cover.nights import Night, nights
from castapp.services.cover.openings import gaps
from castapp.services.cover.otherwise import other_ways
from castapp.services.cover.price import FEWEST, LIGHTEST, PARTNERS
from castapp.services.cover.puzzle import bits
from castapp.services.cover.request import Locks, Request, check
from castapp.services.cover.solution import Solution, debuts_once
from castapp.services.cover.solver import Solver
from castapp.services.cover.strain import Facts
from castapp.services.cover.watching import UNWATCHED, Watch
from castapp.services.cover.wishes import apart_bars, check_locks
from castapp.services.cover.words import Telling

MOST_TRIES, ENOUGH = 3, 3
_STEPS = 2 + MOST_TRIES
_SOUGHT = {
    PARTNERS: "Looking for what keeps pairs together",
    LIGHTEST: "Looking for what is lightest",
}


def solutions(
    book: Book, request: Request, locks: Locks | None = None, watch: Watch = UNWATCHED
) -> tuple[Solution, ...]:
    """Up to three complete solutions, fewest changes first; else the best partial one alone.

    Empty if nothing opens. Once the watch says it is enough, the complete ones found so far.
    Raises Invalid for a request that cannot be meant.
    """
    watch.tell(0.0, "Looking for what changes least")
    solver = _solver(book, request, locks, watch)
    if solver is None:
        return ()
    first = debuts_once(book, solver.of_kind(FEWEST))
    _check_musts(solver.able, solver.nights)
    if watch.enough():
        return (first,) if first.complete else ()
    if not first.complete:
        return (first,)
    apart = bool(apart_bars(book, first))
    if not apart:
        watch.found(first)
    others = _others(solver, first, watch)
    if apart and others:
        first = min(others, key=lambda one: (one.changes, one.price))
        others = [one for one in others if one is not first]
    found = told_apart(book, replace(first, kind=FEWEST), others)
    return tuple(sorted(found, key=lambda one: one.changes))


def fewest(book: Book, request: Request, locks: Locks | None = None) -> Solution | None:
    """The one with the fewest changes, or the best partial one; None if nothing opens.

    Raises Invalid for a request that cannot be meant.
    """
    solver = _solver(book, request, locks, UNWATCHED)
    return debuts_once(book, solver.of_kind(FEWEST)) if solver else None


def _others(solver: Solver, first: Solution, watch: Watch) -> list[Solution]:
    """Further complete ones: the best of the other kinds, then what is left without the first."""
    found = [first]
    for number, kind in enumerate((PARTNERS, LIGHTEST), 1):
        watch.tell(number / (_STEPS + 1), _SOUGHT[kind])
        other = solver.otherwise(kind, {}, found)
        if watch.enough():
            return found[1:]
        found += [debuts_once(solver.able.book, other)] if other else []
    for number, bars in enumerate(islice(other_ways(found), MOST_TRIES), 3):
        if len(found) > ENOUGH:
            break
        watch.tell(number / (_STEPS + 1), "Looking for another way")
        other = solver.otherwise(FEWEST, bars, found)
        if watch.enough():
            break
        found += [debuts_once(solver.able.book, other)] if other else []
    return found[1:]


def _solver(book: Book, request: Request, locks: Locks | None, watch: Watch) -> Solver | None:
    check(book, request, locks)
    check_locks(book, locks)
    opened = gaps(book, request)
    if not opened:
        return None
    knowing = Knowing(book, request.first, request.clock)
    able = Able(book, request, locks or Locks(), knowing)
    found = nights(able, opened)
    _check_musts(able, found)
    return Solver(Facts(able), found, watch)


def _check_musts(able: Able, found: Sequence[Night]) -> None:
    """Refuse somebody who must go on and cannot."""
    for night in found:
        for number in bits(night.gaps):
            post = night.posts[number]
            person_id = able.must(post)
            why = able.bar(person_id, post) if person_id else ""
            if person_id and why:
                name = able.book.get(Person, person_id).name
                what = Telling(able).post_name(post)
                raise Invalid(f"{name} cannot dance {what}: {why[:1].lower()}{why[1:]}.")
