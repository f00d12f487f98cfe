"""Everybody's day: calls and performances resolved into stints per person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call, Called
from castapp.domain.casting import BillItem, Cast, Casting, Override, Performance
from castapp.domain.company import Company, Site, Studio
from castapp.domain.people import Engagement, Person
from castapp.domain.programme import HALF, parts, running_minutes
from castapp.domain.repertory import Production, Role, Section

AS_DANCER, AS_LEAD, AS_PIANIST, AS_CONDUCTOR = "dancer", "lead", "pianist", "conductor"


@dataclass(frozen=True, slots=True)
class Stint:
    """One thing a person is wanted for on a day, in clock minutes.

    Either `call` or `performance` is set. A show lasts from the half to its end for presence;
    `worked_from` is where its working time begins (the curtain). `standby` is a cover's presence;
    `cover` somebody called to a rehearsal as cover; `named` is nobody whom a call wants only as one
    of a group or of a role's dancers.
    """

    person_id: str
    day: date
    start: int
    end: int
    duty: str = AS_DANCER
    call: Call | None = None
    performance: Performance | None = None
    standby: bool = False
    cover: bool = False
    worked_from: int = 0
    roles: tuple[str, ...] = ()
    named: bool = True

    @property
    def studio_id(self) -> str | None:
        """Where it is, if it is placed."""
        if self.call is not None:
            return self.call.studio_id
        return self.performance.venue_id if self.performance else None

    @property
    def minutes(self) -> int:
        """Working minutes as planned: a show from its curtain, a standby none."""
        return 0 if self.standby else max(0, self.end - max(self.start, self.worked_from))

    @property
    def ref_id(self) -> str:
        record = self.call or self.performance
        return record.id if record else ""


Agenda = Mapping[str, tuple[Stint, ...]]
_Known = tuple[tuple[Call, ...], tuple[Performance, ...], Agenda]

KEPT_A_DAY = 3
"""How many states of a day are kept: as it is, as it was, and under the mouse."""


def agenda(book: Book, day: date) -> Agenda:
    """Person id → that day's stints in time order; cancelled calls and shows are left out."""
    kept = book.cache(
        "agenda",
        Called,
        Casting,
        Cast,
        Role,
        Section,
        Production,
        BillItem,
        Override,
        Person,
        Engagement,
        Company,
        Site,
        Studio,
    )
    calls = book.where(Call, "day", day)
    shows = book.where(Performance, "day", day)
    known: list[_Known] = kept.setdefault(day, [])
    for entry in known:
        if entry[0] is calls and entry[1] is shows:
            return entry[2]
    made = _agenda(book, calls, shows, kept)
    known.insert(0, (calls, shows, made))
    del known[KEPT_A_DAY:]
    return made


def stints(book: Book, person_id: str, day: date) -> tuple[Stint, ...]:
    """One person's day."""
    return agenda(book, day).get(person_id, ())


def _agenda(
    book: Book,
    calls: tuple[Call, ...],
    shows: tuple[Performance, ...],
    kept: dict[Any, Any],
) -> Agenda:
    people: dict[str, list[Stint]] = {}
    for call in calls:
        if call.state != "cancelled" and call.kind != "free day":
            made = kept.get(call.id)
            if made is None or made[0] is not call:
                made = kept[call.id] = (call, call_stints(book, call))
            for stint in made[1]:
                people.setdefault(stint.person_id, []).append(stint)
    for show in shows:
        if show.state != "cancelled":
            for stint in show_stints(book, show):
                people.setdefault(stint.person_id, []).append(stint)
    return {
        person_id: tuple(sorted(found, key=lambda stint: (stint.start, stint.end)))
        for person_id, found in people.items()
    }


def call_stints(book: Book, call: Call) -> list[Stint]:
    """A call as stints of its people, its lead and its pianist, each person once."""
    result = {
        who.person_id: Stint(
            who.person_id,
            call.day,
            who.start,
            who.end,
            call=call,
            cover=who.cover > 0,
            roles=(who.role_id,) if who.role_id else (),
            named=who.named,
        )
        for who in called_people(book, call)
    }
    for person_id, duty in ((call.lead_id, AS_LEAD), (call.pianist_id, AS_PIANIST)):
        if person_id:
            result[person_id] = Stint(person_id, call.day, call.start, call.end, duty, call)
    return list(result.values())


def show_stints(book: Book, show: Performance) -> list[Stint]:
    """A performance as stints: dancers and covers from the half to the end, the conductor too."""
    end = show.curtain + running_minutes(book, show)
    dancing: dict[str, list[str]] = {}
    covering: dict[str, list[str]] = {}
    for part in parts(book, show):
        if part.person_id:
            chosen = covering if part.cover else dancing
            chosen.setdefault(part.person_id, []).append(part.role_id)
    result = []
    for person_id in {**dancing, **covering}:
        standby = person_id not in dancing
        role_ids = tuple(dict.fromkeys((covering if standby else dancing)[person_id]))
        result.append(
            Stint(
                person_id,
                show.day,
                show.curtain - HALF,
                end,
                performance=show,
                standby=standby,
                worked_from=show.curtain,
                roles=role_ids,
            )
        )
    if show.conductor_id:
        result.append(
            Stint(
                show.conductor_id,
                show.day,
                show.curtain - HALF,
                end,
                AS_CONDUCTOR,
                performance=show,
                worked_from=show.curtain,
            )
        )
    return result
