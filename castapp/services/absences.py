"""Absences and participation: who is away, and what somebody may do meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.people import Person
from castapp.domain.record import new_id


def add_absence(
    book: Book,
    person_id: str,
    first: date,
    last: date | None = None,
    *,
    kind: str = "leave",
    where: str = "",
    note: str = "",
) -> Edit:
    """Enter that somebody is away; no last day means it is not yet known."""
    draft = Draft(book)
    draft.put(Absence(new_id(), person_id, first, last, kind, where, note))
    return draft.edit(f"{_name(book, person_id)} away from {first.isoformat()}")


def change_absence(book: Book, absence_id: str, **fields: Any) -> Edit:
    """Set fields of an absence."""
    absence = book.get(Absence, absence_id)
    draft = Draft(book)
    draft.set(absence, **fields)
    return draft.edit(f"Change the absence of {_name(book, absence.person_id)}")


def remove_absence(book: Book, absence_id: str) -> Edit:
    """Take an absence out."""
    absence = book.get(Absence, absence_id)
    draft = Draft(book)
    draft.drop(absence)
    return draft.edit(f"{_name(book, absence.person_id)} not away after all")


def set_participation(
    book: Book,
    person_id: str,
    since: date,
    status: str,
    restrictions: Iterable[Restriction] = (),
    *,
    review: date | None = None,
    until: date | None = None,
    since_clock: int | None = None,
) -> Edit:
    """Say what somebody may do from a day on; a record of the same day is replaced."""
    draft = Draft(book)
    same = [
        record
        for record in book.where(Participation, "person_id", person_id)
        if record.since == since and record.since_clock == since_clock
    ]
    record_id = same[0].id if same else new_id()
    for extra in same[1:]:
        draft.drop(extra)
    draft.put(
        Participation(
            record_id, person_id, since, status, tuple(restrictions), review, until, since_clock
        )
    )
    return draft.edit(f"Set {_name(book, person_id)} to {status}")


def remove_participation(book: Book, participation_id: str) -> Edit:
    """Take a record of participation out that was entered by mistake."""
    record = book.get(Participation, participation_id)
    draft = Draft(book)
    draft.drop(record)
    return draft.edit(f"Take back {record.status} for {_name(book, record.person_id)}")


def _name(book: Book, person_id: str) -> str:
    return book.get(Person, person_id).name
