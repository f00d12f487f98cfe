"""Who a call brings along wherever it goes: its people with their times from its start."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import DANCED_KINDS, REHEARSAL_KINDS, Call, Called

STAGE_KINDS = ("stage call", "stage and orchestra", "dress", "warm-up")
ROOM_KINDS = ("fitting", "physio", "meeting", "press", "conditioning")


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the party: wanted from `after` to `until` minutes after the start; `named` if
    a line calls the very person.
    """

    person_id: str
    after: int
    until: int
    named: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """A call's people on one day, its lead and its pianist. Nobody is in it twice."""

    call: Call
    members: tuple[Member, ...]

    @property
    def minutes(self) -> int:
        """How long the call lasts."""
        return self.call.minutes

    @property
    def danced(self) -> bool:
        """Whether it counts as hours."""
        return self.call.kind in DANCED_KINDS

    @property
    def rehearsed(self) -> bool:
        """Whether it counts as rehearsal on a show day."""
        return self.call.kind in REHEARSAL_KINDS


def parties(book: Book, call: Call, days: list[date]) -> dict[date, Party]:
    """The call's party on each day; groups are those under contract that day."""
    lines = book.where(Called, "call_id", call.id)
    if not any(line.whom == "group" for line in lines):
        members = _members(book, call)
        return {day: Party(replace(call, day=day), members) for day in days}
    found = {}
    for day in days:
        there = replace(call, day=day)
        found[day] = Party(there, _members(book, there))
    return found


def _members(book: Book, call: Call) -> tuple[Member, ...]:
    staff = (call.lead_id, call.pianist_id)
    return tuple(
        Member(who.person_id, who.start - call.start, who.end - call.start, who.named)
        for who in called_people(book, call)
        if who.person_id not in staff
    )
