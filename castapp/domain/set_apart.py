"""Which days are no part of a dancer's own usual: those away, and those not in full work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import zip_longest

from castapp.domain.availability import Absence, Participation
from castapp.domain.book import Book

_Spell = tuple[date, date | None]


def days_apart(book: Book, person_id: str, days: Sequence[date]) -> list[bool]:
    """Which days are no part of the usual: those away, or not in full participation."""
    return _within(days, (*_away(book, person_id), *_spells(book, person_id, ("full",))))


def days_on_leave(book: Book, person_id: str, days: Sequence[date]) -> list[bool]:
    """Which days somebody is away, off or in rehab only: the week after them is a return."""
    spells = _spells(book, person_id, ("full", "modified"))
    return _within(days, (*_away(book, person_id), *spells))


def _away(book: Book, person_id: str) -> list[_Spell]:
    absences = book.where(Absence, "person_id", person_id)
    return [(one.first, one.last) for one in absences if one.kind != "free day"]


def _spells(book: Book, person_id: str, but: tuple[str, ...]) -> Iterator[_Spell]:
    """From when to when somebody's participation was any but these."""
    records = sorted(
        book.where(Participation, "person_id", person_id),
        key=lambda one: (one.since, one.since_clock or 0),
    )
    for one, later in zip_longest(records, records[1:]):
        if one.status not in but:
            yield one.since, later.since - timedelta(days=1) if later else None


def _within(days: Sequence[date], spells: Sequence[_Spell]) -> list[bool]:
    return [
        any(first <= day and (last is None or day <= last) for first, last in spells)
        for day in days
    ]
