"""Where somebody is at a moment of a day, and who is free to take or play for a call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.agenda import AS_LEAD, AS_PIANIST, Stint, stints
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.impact import PLAYS
from castapp.domain.people import Person
from castapp.domain.roster import by_rank
from castapp.domain.slot import clock, overlap
from castapp.domain.standing import standing
from castapp.domain.wording import call_title, place

LEADING = ("répétiteur", "ballet master", "coach", "teacher", "director")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where somebody is: `building` whether they are in, `until` the clock minute they leave."""

    text: str
    building: bool
    until: int | None = None


def whereabouts(book: Book, person_id: str, day: date, minute: int) -> Whereabouts:
    """Where somebody is at a clock minute, as far as the day's calls and shows tell."""
    mine = stints(book, person_id, day)
    if not mine:
        return Whereabouts("Not called today", building=False)
    last = max(one.end for one in mine)
    now = next((one for one in mine if one.start <= minute < one.end), None)
    later = next((one for one in mine if one.start > minute), None)
    if now is not None:
        return Whereabouts(_here(book, now), building=True, until=last)
    if later is None:
        return Whereabouts(f"Free since {clock(last)}", building=False)
    if mine[0].start > minute:
        return Whereabouts(f"Not in before {clock(later.start)}", building=False, until=last)
    return Whereabouts(f"Free until {clock(later.start)}", building=True, until=last)


def free_staff(book: Book, call: Call, as_what: str) -> tuple[str, ...]:
    """Who could take a call, or play for it, and is wanted nowhere else at its time."""
    duty = AS_PIANIST if as_what == PLAYS else AS_LEAD
    able = [
        who
        for who in book.all(Person)
        if _able(who, duty)
        and standing(book, who.id, call.day).engaged
        and standing(book, who.id, call.day).absence is None
        and not any(
            overlap(one.start, one.end, call.start, call.end)
            for one in stints(book, who.id, call.day)
        )
    ]
    return tuple(who.id for who in by_rank(book, able, call.day))


def _able(who: Person, duty: str) -> bool:
    return "pianist" in who.duties if duty == AS_PIANIST else bool(set(who.duties) & set(LEADING))


def _here(book: Book, now: Stint) -> str:
    where = place(book, now.studio_id)
    at = f", {where}" if where else ""
    if now.call is not None:
        return f"Called until {clock(now.end)}: {call_title(book, now.call).text}{at}"
    if now.standby:
        return f"Covers tonight{at}"
    return f"In tonight’s show{at}"
