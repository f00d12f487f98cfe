"""Performances, the casts that dance them, and what differed on the night."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.checks import (
    Invalid,
    check_choice,
    check_clock,
    check_range,
    check_span,
    check_text,
)
from castapp.domain.record import Record

WISHES = ("together", "apart")
READINESS = ("learning", "knows", "rehearsed", "stage call", "performed")
PERFORMANCE_STATES = ("planned", "announced", "given", "cancelled")


@dataclass(frozen=True, slots=True)
class Performance(Record):
    """A show: a day, a curtain (minutes since midnight, venue's clock) and a stage."""

    day: date
    curtain: int
    venue_id: str | None = None
    conductor_id: str | None = None
    state: str = "planned"
    note: str = ""

    def __post_init__(self) -> None:
        check_span(self.day, None, "The performance")
        check_clock(self.curtain, "The curtain")
        check_choice(self.state, PERFORMANCE_STATES, "The performance's state")
        check_text(self.note, "The note")


@dataclass(frozen=True, slots=True)
class BillItem(Record):
    """One production on a performance's bill, in order, and the cast that dances it."""

    performance_id: str
    production_id: str
    order: int = 0
    cast_id: str | None = None


@dataclass(frozen=True, slots=True)
class Cast(Record):
    """A cast of a production: 1st, 2nd, 3rd …"""

    production_id: str
    name: str
    order: int = 0

    def __post_init__(self) -> None:
        check_text(self.name, "The cast's name", required=True)


@dataclass(frozen=True, slots=True)
class Casting(Record):
    """A dancer in a spot (from 1) of a role in a cast; cover 0 dances, 1 … go on in that order."""

    cast_id: str
    role_id: str
    spot: int
    person_id: str
    cover: int = 0

    def __post_init__(self) -> None:
        check_range(self.spot, 1, 99, "The spot")
        check_range(self.cover, 0, 9, "The place among the covers")


@dataclass(frozen=True, slots=True)
class Override(Record):
    """What one performance does differently from its cast.

    No person means the spot is left open; `from_section_id` means the change happens mid-show,
    from that section on.
    """

    performance_id: str
    role_id: str
    spot: int
    person_id: str | None
    cover: int = 0
    from_section_id: str | None = None
    why: str = ""

    def __post_init__(self) -> None:
        check_range(self.spot, 1, 99, "The spot")
        check_range(self.cover, 0, 9, "The place among the covers")
        check_text(self.why, "The reason")


@dataclass(frozen=True, slots=True)
class Danced(Record):
    """Who really danced a spot, from the start or from a section on."""

    performance_id: str
    role_id: str
    spot: int
    person_id: str
    from_section_id: str | None = None

    def __post_init__(self) -> None:
        check_range(self.spot, 1, 99, "The spot")


@dataclass(frozen=True, slots=True)
class Partnership(Record):
    """Two dancers whom the company wishes to dance together, or never to."""

    one_id: str
    other_id: str
    wish: str = "together"
    note: str = ""

    def __post_init__(self) -> None:
        check_choice(self.wish, WISHES, "The wish for a pair")
        check_text(self.note, "The note")
        if self.one_id == self.other_id:
            raise Invalid("A pair is two people.")


@dataclass(frozen=True, slots=True)
class Correction(Record):
    """How ready somebody is for a role, said by hand against what the record says."""

    person_id: str
    role_id: str
    state: str

    def __post_init__(self) -> None:
        check_choice(self.state, READINESS, "The readiness")
