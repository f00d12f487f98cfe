"""What an import answers: what came in, what was brought up to date, what to look at."""

from __future__ import annotations

from collections import Counter

from castapp.cli.answer import Answer
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Company
from castapp.domain.edit import Edit
from castapp.domain.people import Engagement, Person
from castapp.domain.record import Record
from castapp.domain.slot import clock

COUNTED = {
    "Person": ("person", "people"),
    "Production": ("production", "productions"),
    "Performance": ("performance", "performances"),
    "Cast": ("cast", "casts"),
    "Casting": ("casting", "castings"),
    "Override": ("change for one show", "changes for one show"),
    "Call": ("call", "calls"),
    "Absence": ("absence", "absences"),
    "CareerLine": ("line of a career", "lines of careers"),
}
MOST_NAMES = 5


def brought_answer(
    after: Book, edit: Edit, doubts: tuple[str, ...], *, dry: bool, fresh: bool = False
) -> Answer:
    """The answer to an import whose edit leads to the book `after`.

    `fresh` says that it made the company, which is then not brought up to date.
    """
    made = Counter(one.kind.__name__ for one in edit.changes if one.before is None)
    kept = (one.record for one in edit.changes if one.before is not None)
    changed = [one for one in kept if not (fresh and isinstance(one, Company))]
    data = {
        "label": edit.label,
        "written": not dry and bool(edit),
        "new": {words[1]: made[name] for name, words in COUNTED.items() if made[name]},
        "changed": len(changed),
        "doubts": list(doubts),
    }
    said = [
        f"{made[name]} {words[made[name] != 1]}" for name, words in COUNTED.items() if made[name]
    ]
    verb = "Would bring" if dry else "Brought"
    told = [f"{verb} in {', '.join(said)}."] if said else []
    if changed:
        told.append(f"{verb} up to date: {_named(after, changed)}.")
    if not edit:
        told = ["Everything in it was known already."]
    elif not told:
        told = [f"{verb} in {_records(len(edit.changes))}."]
    return Answer(data, "\n".join([" ".join(told), *doubts]))


def _records(count: int) -> str:
    return f"{count} {'record' if count == 1 else 'records'}"


def _named(after: Book, changed: list[Record]) -> str:
    names = list(dict.fromkeys(name for one in changed if (name := _name(after, one))))
    if not names:
        return _records(len(changed))
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return f"{', '.join(names[:MOST_NAMES])}{more}"


def _name(after: Book, record: Record) -> str:
    """What a person knows a record by; empty for what only stands under another."""
    if isinstance(record, Person):
        return record.name
    if isinstance(record, Engagement):
        who = after.find(Person, record.person_id)
        return who.name if who else ""
    if isinstance(record, Call):
        return f"{record.kind} of {record.day.isoformat()} {clock(record.start)}"
    if isinstance(record, Performance):
        return f"performance of {record.day.isoformat()} {clock(record.curtain)}"
    return "the company" if isinstance(record, Company) else ""
