"""Calls: when and where people are wanted, for what, and who came."""

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

CALL_KINDS = (
    "class",
    "rehearsal",
    "coaching",
    "stage call",
    "stage and orchestra",
    "dress",
    "warm-up",
    "fitting",
    "physio",
    "conditioning",
    "meeting",
    "press",
    "crew",
    "free day",
)
DANCED_KINDS = (
    "class",
    "rehearsal",
    "coaching",
    "stage call",
    "stage and orchestra",
    "dress",
    "warm-up",
    "conditioning",
)
REHEARSAL_KINDS = ("rehearsal", "coaching", "stage call", "stage and orchestra", "dress")
CALL_STATES = ("tentative", "firm", "cancelled")
WHOM = ("role", "person", "production", "group")
GROUPS = ("company", "women", "men")
ATTENDANCE_STATES = ("attended", "late", "partial", "excused", "absent")
LONGEST_CALL = 16 * 60


@dataclass(frozen=True, slots=True)
class Call(Record):
    """A call. Start is minutes since midnight on the venue's clock; no studio means unplaced.

    `sections` and the called role sets say what; `tba` leaves it open but names the ballet.
    Calls that come again share a `series`.
    """

    day: date
    start: int
    minutes: int
    kind: str = "rehearsal"
    studio_id: str | None = None
    production_id: str | None = None
    sections: tuple[str, ...] = ()
    title: str = ""
    tba: bool = False
    lead_id: str | None = None
    pianist_id: str | None = None
    state: str = "firm"
    note: str = ""
    actual_start: int | None = None
    actual_minutes: int | None = None
    series: str = ""

    def __post_init__(self) -> None:
        check_span(self.day, None, "The call")
        check_clock(self.start, "The start")
        check_length(self.minutes)
        check_choice(self.kind, CALL_KINDS, "The kind of call")
        check_choice(self.state, CALL_STATES, "The call's state")
        check_text(self.title, "The title")
        check_text(self.note, "The note")
        if self.tba and self.production_id is None:
            raise Invalid("A call that is to be announced must name the ballet.")
        if self.actual_start is not None:
            check_clock(self.actual_start, "The actual start")
        if self.actual_minutes is not None:
            check_range(self.actual_minutes, 0, LONGEST_CALL, "The actual length in minutes")

    @property
    def end(self) -> int:
        """Planned end in minutes since midnight of `day`; over 1440 it is the next morning."""
        return self.start + self.minutes


def check_length(minutes: int) -> None:
    """Refuse a call's length that cannot be meant."""
    if minutes < 1:
        raise Invalid(f"A call cannot last {minutes} minutes; give it at least one.")
    if minutes > LONGEST_CALL:
        raise Invalid(
            f"A call cannot last {minutes / 60:.4g} hours; {LONGEST_CALL // 60} is the most."
        )


@dataclass(frozen=True, slots=True)
class Called(Record):
    """One line of who is called.

    `whom` says which fields count: "role" (role_id × cast_ids, `spots` empty for all, `covers`
    for theirs too), "person", "production" (the full call), or "group" (company, women, men, or a
    rank). `exclude` takes the line's people away; `joins` and `leaves` are clock minutes;
    `as_cover` calls a person to watch and learn.
    """

    call_id: str
    whom: str
    role_id: str | None = None
    cast_ids: tuple[str, ...] = ()
    spots: tuple[int, ...] = ()
    covers: bool = False
    person_id: str | None = None
    group: str = ""
    exclude: bool = False
    joins: int | None = None
    leaves: int | None = None
    as_cover: bool = False

    def __post_init__(self) -> None:
        check_choice(self.whom, WHOM, "Who is called")
        if self.whom == "role" and self.role_id is None:
            raise Invalid("A role set must name its role.")
        if self.whom == "person" and self.person_id is None:
            raise Invalid("A called person must be named.")
        if self.joins is not None:
            check_clock(self.joins, "The time to join")
        if self.leaves is not None:
            check_range(self.leaves, 0, 40 * 60, "The time to leave")


@dataclass(frozen=True, slots=True)
class Attendance(Record):
    """Whether someone came to a call, and for how many minutes if that is known."""

    call_id: str
    person_id: str
    state: str = "attended"
    minutes: int | None = None

    def __post_init__(self) -> None:
        check_choice(self.state, ATTENDANCE_STATES, "The attendance")
        if self.minutes is not None:
            check_range(self.minutes, 0, LONGEST_CALL, "The minutes attended")


@dataclass(frozen=True, slots=True)
class Rating(Record):
    """How hard a session was for a dancer, 0–10, and when they said so (ISO stamp, UTC)."""

    person_id: str
    effort: float
    call_id: str | None = None
    performance_id: str | None = None
    rated_at: str = ""

    def __post_init__(self) -> None:
        check_range(self.effort, 0, 10, "The effort")
        if (self.call_id is None) == (self.performance_id is None):
            raise Invalid("A rating belongs to one call or to one performance.")
