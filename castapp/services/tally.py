"""What an edit brings in, counted in words: 8 performances, 12 people."""

from __future__ import annotations

from collections import Counter

from castapp.domain.availability import Absence
from castapp.domain.calls import Call
from castapp.domain.casting import Cast, Casting, Override, Performance
from castapp.domain.company import Company, Studio
from castapp.domain.edit import Edit
from castapp.domain.people import Person
from castapp.domain.record import Record
from castapp.domain.repertory import Production

COUNTED: tuple[tuple[type[Record], str, str], ...] = (
    (Performance, "performance", "performances"),
    (Person, "person", "people"),
    (Casting, "casting", "castings"),
    (Production, "production", "productions"),
    (Cast, "cast", "casts"),
    (Override, "change for one show", "changes for one show"),
    (Call, "call", "calls"),
    (Absence, "absence", "absences"),
    (Studio, "studio or stage", "studios and stages"),
)


def tally(edit: Edit) -> tuple[str, ...]:
    """The new records a person has a word for, kind by kind; last, how many known ones change.

    The company's own settings are not counted.
    """
    made = Counter(change.kind for change in edit.changes if change.before is None)
    said = [
        f"{made[kind]} {one if made[kind] == 1 else many}"
        for kind, one, many in COUNTED
        if made[kind]
    ]
    changed = sum(
        change.before is not None and change.kind is not Company for change in edit.changes
    )
    if changed:
        said.append(f"{changed} known already, brought up to date")
    return tuple(said)
