"""The history in words: what an entry changed, field by field, for people who were not there."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from castapp.domain.availability import Injury
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Cast, Performance
from castapp.domain.company import RuleSetting, Site, Studio
from castapp.domain.edit import Change, Edit
from castapp.domain.office import AcceptedBreach, Posting
from castapp.domain.people import Person
from castapp.domain.programme import title
from castapp.domain.record import Record
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.slot import clock
from castapp.services.calls import call_name
from castapp.services.field_words import HIDDEN, code_words, day_words, field_word
from castapp.services.rulebook import rule_title
from castapp.services.trail import FOUNDING
from castapp.store.entry import Entry
from castapp.store.trouble import Trouble

__all__ = [
    "Entry", "Told", "ToldRecord", "edit_of", "is_founding", "label_words", "posts", "tell",
    "touches_person",
]  # fmt: skip

KIND_WORDS = {
    "AcceptedBreach": "accepted breach",
    "BillItem": "bill",
    "Called": "who is called",
    "CareerLine": "career",
    "Correction": "readiness said by hand",
    "Danced": "who danced",
    "Injury": "sealed record",
    "Override": "casting of one night",
    "Partnership": "wish for a pair",
    "RuleSetting": "rule",
    "Told": "told",
}
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
RULE_LABEL = "Change the rule "
POSTED_ANYWAY = "reason given with the posting"


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


def label_words(entry: Entry) -> str:
    """What an entry is called, rules by their titles; a new thing named “New …” is new once."""
    if entry.label.startswith("New New "):
        return entry.label.removeprefix("New ")
    rule = entry.label.removeprefix(RULE_LABEL)
    return entry.label if rule == entry.label else f"{RULE_LABEL}“{rule_title(_key(rule))}”"


def is_founding(entry: Entry) -> bool:
    """Whether this made the company: it cannot be taken back."""
    return entry.sequence == FOUNDING


def posts(edit: Edit) -> bool:
    """Whether an edit put a paper up."""
    return any(isinstance(change.after, Posting) and not change.before for change in edit.changes)


def touches_person(edit: Edit, person_id: str) -> bool:
    """Whether an edit changes somebody, or something that names them."""
    return any(
        person_id in (getattr(side, name, None) for name in ("id", *_PERSON_FIELDS))
        for change in edit.changes
        for side in (change.before, change.after)
        if side is not None
    )


_PERSON_FIELDS = (
    "person_id",
    "lead_id",
    "pianist_id",
    "conductor_id",
    "coach_id",
    "one_id",
    "other_id",
)


def _tell_change(book: Book, change: Change) -> ToldRecord:
    verb = "new" if change.before is None else "removed" if change.after is None else "changed"
    kind = change.kind.__name__
    what = POSTED_ANYWAY if _posted_anyway(change.record) else KIND_WORDS.get(kind, kind.lower())
    name = "" if change.kind is Injury else _name(book, change.record)
    return ToldRecord(f"{what} {name}".strip(), verb, tuple(_fields(book, change)))


def _key(words: str) -> str:
    return words.replace(" ", "_")


def _graded(change: Change, field: str) -> bool:
    """Whether this is the number of a setting that gives a rule its grade and has none."""
    record = change.record
    return field == "value" and isinstance(record, RuleSetting) and not record.limit


def _posted_anyway(record: Record) -> bool:
    return isinstance(record, AcceptedBreach) and not record.key.startswith(f"{record.rule}|")


def _fields(book: Book, change: Change) -> list[Told]:
    if change.kind is Injury:
        return []
    rule = getattr(change.record, "rule", "")
    told = []
    for field in dataclasses.fields(change.kind):
        old = getattr(change.before, field.name) if change.before else None
        new = getattr(change.after, field.name) if change.after else None
        if field.name not in HIDDEN and old != new and not _graded(change, field.name):
            before, after = (_words(book, field.name, value, rule) for value in (old, new))
            if before or after:
                told.append(Told(field_word(field.name), before, after))
    return told


def _words(book: Book, field: str, value: object, rule: str = "") -> str:
    if isinstance(value, tuple):
        return ", ".join(_words(book, field, item, rule) for item in value)
    said = code_words(book, field, value, rule)
    if said is not None:
        return said
    if isinstance(value, str) and not field.endswith(("_id", "_ids", "sections")):
        return value
    return _named(book, str(getattr(value, "section_id", value)))


def _named(book: Book, record_id: str) -> str:
    for kind in NAMED:
        found = book.find(kind, record_id)
        if found is not None:
            return _name(book, found)
    return "something no longer there"


def _name(book: Book, record: Record) -> str:
    if isinstance(record, Call):
        return f"{call_name(book, record)}, {day_words(record.day)}"
    if isinstance(record, Performance):
        return f"{title(book, record)}, {day_words(record.day)} {clock(record.curtain)}"
    owner = getattr(record, "person_id", None)
    name = getattr(record, "name", "") or getattr(record, "title", "")
    return str(name) or (_named(book, owner) if owner else "")
