"""The history in words: what an entry changed, field by field, for people who were not there."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date

from castapp.domain.availability import Injury, Restriction
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Cast, Performance
from castapp.domain.company import Site, Studio
from castapp.domain.edit import Change, Edit
from castapp.domain.people import Person
from castapp.domain.programme import title
from castapp.domain.record import Record
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.slot import clock, length
from castapp.services.calls import call_name
from castapp.store.entry import Entry
from castapp.store.trouble import Trouble

__all__ = ["Entry", "Told", "ToldRecord", "edit_of", "tell", "touches_person"]

KIND_WORDS = {
    "AcceptedBreach": "accepted breach",
    "BillItem": "bill",
    "Called": "who is called",
    "CareerLine": "career",
    "Danced": "who danced",
    "Injury": "sealed record",
    "Override": "casting of one night",
    "RuleSetting": "rule",
}
FIELD_WORDS = {
    "actual_minutes": "actual length",
    "actual_start": "actual start",
    "as_cover": "as cover",
    "born": "date of birth",
    "cast_ids": "casts",
    "change_minutes": "change",
    "day": "day",
    "duties": "does",
    "first": "from",
    "from_section_id": "from section",
    "height_cm": "height",
    "last": "to",
    "leaves": "released",
    "minutes": "length",
    "pianist_id": "pianist",
    "posting_clock": "posting hour",
    "since_clock": "since",
    "tba": "to be announced",
}
CLOCKS = ("start", "joins", "leaves", "curtain", "posting_clock", "actual_start", "since_clock")
LENGTHS = ("minutes", "actual_minutes", "change_minutes")
NAMED: tuple[type[Record], ...] = (
    Person,
    Studio,
    Production,
    Section,
    Role,
    Cast,
    Performance,
    Call,
    Site,
)
HIDDEN = ("id", "payload", "key", "lines", "series")


@dataclass(frozen=True, slots=True)
class Told:
    """One field of one record: what it was and what it is; empty where there was nothing."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ToldRecord:
    """One record of an entry: what it is, what happened to it, and its fields."""

    what: str
    verb: str
    fields: tuple[Told, ...]


def tell(book: Book, edit: Edit, most: int = 40) -> tuple[ToldRecord, ...]:
    """The records an edit changed, in words; after `most` of them it stops."""
    return tuple(_tell_change(book, change) for change in edit.changes[:most])


def edit_of(entry: Entry) -> Edit | None:
    """What an entry changed; None if another version of the program wrote it differently."""
    try:
        return entry.edit
    except Trouble:
        return None


def touches_person(edit: Edit, person_id: str) -> bool:
    """Whether an edit changes somebody, or something that names them."""
    return any(
        person_id in (getattr(side, name, None) for name in ("id", *_PERSON_FIELDS))
        for change in edit.changes
        for side in (change.before, change.after)
        if side is not None
    )


_PERSON_FIELDS = ("person_id", "lead_id", "pianist_id", "conductor_id", "coach_id")


def _tell_change(book: Book, change: Change) -> ToldRecord:
    verb = "new" if change.before is None else "removed" if change.after is None else "changed"
    kind = change.kind.__name__
    what = KIND_WORDS.get(kind, kind.lower())
    name = "" if change.kind is Injury else _name(book, change.record)
    return ToldRecord(f"{what} {name}".strip(), verb, tuple(_fields(book, change)))


def _fields(book: Book, change: Change) -> list[Told]:
    if change.kind is Injury:
        return []
    told = []
    for field in dataclasses.fields(change.kind):
        old = getattr(change.before, field.name) if change.before else None
        new = getattr(change.after, field.name) if change.after else None
        if field.name not in HIDDEN and old != new:
            before, after = (_words(book, field.name, value) for value in (old, new))
            if before or after:
                told.append(Told(_field_word(field.name), before, after))
    return told


def _field_word(name: str) -> str:
    return FIELD_WORDS.get(name, name.removesuffix("_id").replace("_", " "))


def _words(book: Book, field: str, value: object) -> str:
    if value is None or value == () or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{_day_words(value)} {value.year}"
    if isinstance(value, int) and field in CLOCKS:
        return clock(value)
    if isinstance(value, int) and field in LENGTHS:
        return length(value)
    if isinstance(value, tuple):
        return ", ".join(_words(book, field, item) for item in value)
    if isinstance(value, Restriction):
        return value.words
    if isinstance(value, str) and field.endswith(("_id", "_ids", "sections")):
        return _named(book, value)
    if isinstance(value, (str, int, float)):
        return f"{value:g}" if isinstance(value, float) else str(value)
    return _named(book, getattr(value, "section_id", ""))


def _named(book: Book, record_id: str) -> str:
    for kind in NAMED:
        found = book.find(kind, record_id)
        if found is not None:
            return _name(book, found)
    return "something no longer there"


def _name(book: Book, record: Record) -> str:
    if isinstance(record, Call):
        return f"{call_name(book, record)}, {_day_words(record.day)}"
    if isinstance(record, Performance):
        return f"{title(book, record)}, {_day_words(record.day)} {clock(record.curtain)}"
    owner = getattr(record, "person_id", None)
    name = getattr(record, "name", "") or getattr(record, "title", "")
    return str(name) or (_named(book, owner) if owner else "")


def _day_words(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"
