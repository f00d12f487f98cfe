"""Bringing people into the company, changing what is known of them, and letting them go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import (
    Casting,
    Correction,
    Danced,
    Override,
    Partnership,
    Performance,
)
from castapp.domain.checks import Invalid, clean
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.office import Told
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.record import Record, new_id

TEXTS = ("given", "family", "stage_name", "file_under", "email", "phone")

LEADING: tuple[tuple[type[Record], str], ...] = (
    (Call, "lead_id"),
    (Call, "pianist_id"),
    (Performance, "conductor_id"),
)
ABOUT: tuple[tuple[type[Record], str], ...] = (
    (CareerLine, "person_id"),
    (Correction, "person_id"),
    (Told, "person_id"),
    (Partnership, "one_id"),
    (Partnership, "other_id"),
)
"""What is only about a person and goes with them."""


def add_person(book: Book, person: Person, engagement: Engagement | None = None) -> Edit:
    """Bring somebody in, with a first contract if one is given."""
    draft = Draft(book)
    tidy: dict[str, Any] = {text: clean(getattr(person, text)) for text in TEXTS}
    kept = draft.put(replace(person, **tidy))
    if engagement is not None:
        draft.put(replace(engagement, person_id=kept.id))
    return draft.edit(f"New person {kept.name}")


def change_person(book: Book, person_id: str, **fields: Any) -> Edit:
    """Set fields of a person. Raises Invalid if a value cannot be."""
    person = book.get(Person, person_id)
    tidy = {
        name: clean(value) if isinstance(value, str) else value for name, value in fields.items()
    }
    if tidy.get("coach_id") == person_id:
        raise Invalid(f"{person.name} cannot be their own coach.")
    draft = Draft(book)
    draft.set(person, **tidy)
    return draft.edit(f"Change {person.name}")


def engage(
    book: Book,
    person_id: str,
    first: date,
    last: date | None = None,
    *,
    rank: str = "",
    title: str = "",
    guest: bool = False,
) -> Edit:
    """Put somebody under contract; a contract that runs on ends the day before."""
    person = book.get(Person, person_id)
    draft = Draft(book)
    for old in book.where(Engagement, "person_id", person_id):
        if old.first < first and (old.last is None or old.last >= first):
            draft.set(old, last=date.fromordinal(first.toordinal() - 1))
    draft.put(Engagement(new_id(), person_id, first, last, rank, title, guest))
    return draft.edit(f"Engage {person.name}{f' as {rank or title}' if rank or title else ''}")


def change_engagement(book: Book, engagement_id: str, **fields: Any) -> Edit:
    """Set fields of a contract: days, rank or title, guest."""
    contract = book.get(Engagement, engagement_id)
    draft = Draft(book)
    draft.set(contract, **fields)
    return draft.edit(f"Change the engagement of {book.get(Person, contract.person_id).name}")


def remove_engagement(book: Book, engagement_id: str) -> Edit:
    """Take a contract entered by mistake out."""
    contract = book.get(Engagement, engagement_id)
    draft = Draft(book)
    draft.drop(contract)
    return draft.edit(f"Remove an engagement of {book.get(Person, contract.person_id).name}")


def remove_person(book: Book, person_id: str) -> Edit:
    """Take somebody out who was entered by mistake; whoever danced or is cast stays."""
    person = book.get(Person, person_id)
    named: tuple[type[Record], ...] = (Casting, Override, Danced, Called)
    for kind in named:
        if book.where(kind, "person_id", person_id):
            raise Invalid(f"{person.name} is cast or called; end the engagement instead.")
    for kind, field in LEADING:
        if book.where(kind, field, person_id):
            raise Invalid(f"{person.name} takes, plays or conducts something; name another first.")
    if book.where(Person, "coach_id", person_id):
        raise Invalid(f"{person.name} is somebody’s coach; name another first.")
    draft = Draft(book)
    for engagement in book.where(Engagement, "person_id", person_id):
        draft.drop(engagement)
    for kind, field in ABOUT:
        for record in book.where(kind, field, person_id):
            draft.drop(record)
    draft.drop(person)
    return draft.edit(f"Remove {person.name}")


def add_career_line(book: Book, line: CareerLine) -> Edit:
    """Add a role danced before or elsewhere."""
    draft = Draft(book)
    draft.put(line)
    return draft.edit(f"Career of {book.get(Person, line.person_id).name}: {line.role}")


def change_career_line(book: Book, line_id: str, **fields: Any) -> Edit:
    """Set fields of a line of a career."""
    line = book.get(CareerLine, line_id)
    draft = Draft(book)
    draft.set(line, **fields)
    return draft.edit(f"Career of {book.get(Person, line.person_id).name}: {line.role}")


def remove_career_line(book: Book, line_id: str) -> Edit:
    """Take a line of a career out."""
    line = book.get(CareerLine, line_id)
    draft = Draft(book)
    draft.drop(line)
    return draft.edit(f"Career of {book.get(Person, line.person_id).name}: {line.role} removed")
