"""Who must be there whatever the lines say: lines added until exactly those people are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call, Called
from castapp.domain.draft import Draft
from castapp.domain.record import new_id

Times = Mapping[str, tuple[int, int]]


def times_of(book: Book, call: Call) -> dict[str, tuple[int, int]]:
    """Person id → from when to when a call wants them (clock minutes)."""
    return {who.person_id: (who.start, who.end) for who in called_people(book, call)}


def settled(book: Book, draft: Draft, call: Call, lines: Iterable[Called], wanted: Times) -> None:
    """Put a call and its lines into a draft, with lines of their own for people whom the lines
    alone would call at other times than wanted, or without being wanted.
    """
    kept = [line for line in lines if not _contradicts(line, wanted)]
    for old in book.where(Called, "call_id", call.id):
        draft.drop(old)
    draft.put(call)
    for line in kept:
        draft.put(line)
    told = times_of(book.apply(draft.edit("")), call)
    for person_id in told.keys() - wanted.keys():
        draft.put(Called(new_id(), call.id, "person", person_id=person_id, exclude=True))
    for person_id, (start, end) in wanted.items():
        if told.get(person_id) == (start, end):
            continue
        own = [one for one in kept if one.whom == "person" and one.person_id == person_id]
        for line in own:
            draft.drop(line)
        base = own[0] if own else Called(new_id(), call.id, "person", person_id=person_id)
        joins = start if start > call.start else None
        leaves = end if end < call.end else None
        draft.put(_timed(base, joins, leaves))


def _contradicts(line: Called, wanted: Times) -> bool:
    """Whether a line takes somebody away who is wanted."""
    return line.exclude and line.whom == "person" and line.person_id in wanted


def _timed(line: Called, joins: int | None, leaves: int | None) -> Called:
    return Called(
        line.id, line.call_id, "person", line.role_id, line.cast_ids, line.spots, line.covers,
        line.person_id, "", False, joins, leaves, line.as_cover,
    )  # fmt: skip
