"""What a reason is, and the question it answers: a spot to be filled, looked up once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.repertory import Role, Section
from castapp.services.known import Record, Rehearsed
from castapp.services.readiness import Readiness

CANNOT, GAP, CARE = "hard", "breach", "warning"


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence. `severity` is CANNOT, GAP (it opens something else), CARE or nothing;
    `weight` is what it adds to the ranking.
    """

    kind: str
    text: str
    severity: str = ""
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Question:
    """A spot to be filled, with everything about it that is the same for all who are asked about.

    `shows` are the nights it is for; `day` the first of them, or today where there are none.
    What has been danced or rehearsed counts before `known_by`, no later than today.
    `ready` says how far each has come with the role, `beside` how often each rehearsed with the
    partner. `rest` is the least rest overnight in minutes, None where no rule asks for any.
    `cast_id` is the cast it is asked for, None on one night.
    """

    book: Book
    role: Role
    spot: int
    day: date
    shows: tuple[Performance, ...]
    records: Mapping[str, Record]
    rehearsed: Mapping[str, Rehearsed]
    casts: Mapping[str, str]
    partner_id: str | None
    line: tuple[int, ...]
    known_by: date
    ready: Mapping[str, Readiness] = field(default_factory=dict)
    beside: Mapping[str, int] = field(default_factory=dict)
    rest: int | None = None
    cast_id: str | None = None

    @property
    def minutes(self) -> int:
        """How long the role is on stage."""
        places = (self.book.find(Section, one.section_id) for one in self.role.sections)
        return sum(one.minutes for one in places if one)


def short_day(day: date) -> str:
    """A day as a reason says it: Fri 9 Oct."""
    return f"{day:%a} {day.day} {day:%b}"


def said_day(when: str) -> str:
    """A day, month or year (ISO) in words: 21 Mar 2026; Mar 2026; 2018."""
    if len(when) == 10:
        day = date.fromisoformat(when)
        return f"{day.day} {day:%b} {day.year}"
    if len(when) == 7:
        return f"{date.fromisoformat(when + '-01'):%b %Y}"
    return when
