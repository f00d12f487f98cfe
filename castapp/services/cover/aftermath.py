"""What taking a solution brings with it: calls handed on, covers refilled, put-ins to be called."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.rules import judge
from castapp.services.cover.handing import Handed, called_when, hand_on, handed
from castapp.services.cover.putin import PutIn, put_ins
from castapp.services.cover.recast import recast
from castapp.services.cover.refilling import Refilled, refill, refilled
from castapp.services.cover.request import Locks, Request
from castapp.services.cover.solution import Solution


@dataclass(frozen=True, slots=True)
class Aftermath:
    """Everything but the recasting itself."""

    calls: tuple[Handed, ...] = ()
    covers: tuple[Refilled, ...] = ()
    put_ins: tuple[PutIn, ...] = ()


def aftermath(
    book: Book, request: Request, solution: Solution, locks: Locks | None = None
) -> Aftermath:
    """What follows from a solution. A put-in that would break a rule is not proposed, and nobody
    is asked to a call that would.
    """
    calls = _bearable(book, solution, handed(book, request, solution))
    covers = refilled(book, request, solution, locks or Locks())
    moved = laid(book, solution, Aftermath(calls, covers), "")
    after = book.apply(moved)
    proposed = put_ins(after, request, solution, lambda one: _harmless(after, one))
    return Aftermath(calls, covers, proposed)


def _bearable(book: Book, solution: Solution, calls: tuple[Handed, ...]) -> tuple[Handed, ...]:
    """The calls, each without whoever it would be too much for."""
    if not any(one.to_id for one in calls):
        return calls
    broken = _broken(book, laid(book, solution, Aftermath(calls), ""))
    return tuple(
        replace(one, to_id=None) if (one.to_id, called_when(book, one)[0]) in broken else one
        for one in calls
    )


def _broken(book: Book, edit: Edit) -> set[tuple[str | None, date]]:
    """Who would have more than a rule allows on which day."""
    return {
        (person_id, one.day)
        for one in judge.new_findings(book, edit)
        if one.severity in ("hard", "breach")
        for person_id in one.people
    }


def laid(book: Book, solution: Solution, after: Aftermath, label: str) -> Edit:
    """The recasting, the calls, the covers and the put-ins as one edit."""
    draft = Draft(book)
    made = recast(book, solution)
    draft.take(made)
    hand_on(book, draft, after.calls)
    refill(book, draft, after.covers)
    for put_in in after.put_ins:
        put_call(draft, put_in)
    return draft.edit(label or made.label)


def put_call(draft: Draft, put_in: PutIn) -> None:
    """Put a proposed call with its lines into a draft, and a note of whom it is there for."""
    draft.put(put_in.call)
    draft.put(put_in.note)
    for line in put_in.lines:
        draft.put(line)


def _harmless(book: Book, put_in: PutIn) -> bool:
    draft = Draft(book)
    put_call(draft, put_in)
    found = judge.new_findings(book, draft.edit(put_in.text))
    return not any(one.severity in ("hard", "breach") for one in found)
