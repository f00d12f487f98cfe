"""What the engine says of a request, worked out in one go on the book as it is. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.people import Person
from castapp.services.cover.candidates import Candidate, Candidates
from castapp.services.cover.openings import Gap, Missed, gaps, missed
from castapp.services.cover.putin import PutIn, put_ins
from castapp.services.cover.request import Locks, Request, since_words
from castapp.services.cover.solution import Solution
from castapp.services.cover.solve import solutions
from castapp.services.cover.take import Told, back_on, told

Tick = Callable[[float, str], None]
Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """A request with all that follows from it, on the book it was asked of.

    `back` holds, per person who is off, the edit that reverses what was recast for them;
    `since` what the records say of them already.
    """

    book: Book
    request: Request
    locks: Locks
    gaps: tuple[Gap, ...]
    missed: tuple[Missed, ...]
    people: Mapping[Key, tuple[Candidate, ...]]
    solutions: tuple[Solution, ...]
    put_ins: tuple[tuple[PutIn, ...], ...]
    told: tuple[tuple[Told, ...], ...]
    back: Mapping[str, Edit]
    since: Mapping[str, str]


def work_out(book: Book, request: Request, locks: Locks, tick: Tick) -> Answer:
    """Everything the screen shows of a request. Raises Invalid with one sentence."""
    tick(0.0, "What opens")
    opened = gaps(book, request)
    beside = missed(book, request)
    asked = Candidates(book, request, opened, locks) if opened else None
    people: dict[Key, tuple[Candidate, ...]] = {}
    for number, gap in enumerate(opened):
        tick(0.1 + 0.3 * number / len(opened), "Who could")
        if asked is not None:
            people[key_of(gap)] = asked.of(gap)
    tick(0.4, "The ways out of it")
    found = solutions(book, request, locks)
    tick(0.9, "Who must be told")
    return Answer(
        book,
        request,
        locks,
        opened,
        beside,
        people,
        found,
        tuple(put_ins(book, request, one) for one in found),
        tuple(told(book, one) for one in found),
        {one: edit for one in request.people if (edit := _back(book, one, request))},
        {one: since_words(book, one, request) for one in request.people},
    )


def key_of(gap: Gap) -> Key:
    """What tells a gap from the others."""
    return (gap.performance_id, gap.role_id, gap.spot)


def settled(answer: Answer) -> str:
    """Why nothing opens, in a sentence."""
    for person_id, words in answer.since.items():
        if words:
            name = answer.book.get(Person, person_id).name
            return f"{name} is {words}; nothing of theirs is left to cover."
    return "Whoever is off holds no part in these shows any more."


def _back(book: Book, person_id: str, request: Request) -> Edit | None:
    edit = back_on(book, person_id, request.first, request.clock)
    return edit if edit.changes else None
