"""Calls as the board's verbs take them: found or refused, named, and where clocks change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from castapp.domain.book import Book
from castapp.domain.calls import Attendance, Call
from castapp.domain.checks import Invalid
from castapp.domain.clock_change import true_minutes
from castapp.domain.programme import zone
from castapp.domain.slot import DAY_MINUTES, clock, length, skipped, utc_minutes
from castapp.services.calls import call_name

GONE = "That call is no longer there; somebody has taken it out."


def call_of(book: Book, call_id: str) -> Call:
    """The call. Raises Invalid if it is gone."""
    call = book.find(Call, call_id)
    if call is None:
        raise Invalid(GONE)
    return call


def unheld(book: Book, call: Call, verb: str) -> None:
    """Refuse to take apart a call of which is recorded who came or how long it lasted."""
    recorded = call.actual_start is not None or call.actual_minutes is not None
    if recorded or book.where(Attendance, "call_id", call.id):
        raise Invalid(
            f"{call_name(book, call)} has been held and its times recorded; it cannot be {verb}."
        )


def within_day(book: Book, call: Call, day: date, start: int) -> None:
    """Refuse a start that would leave its day."""
    if not 0 <= start < DAY_MINUTES:
        other = "the next day" if start >= DAY_MINUTES else "the day before"
        said = f"{day:%a} {day.day} {day:%b}"
        raise Invalid(
            f"{call_name(book, call)} would begin on {other} of {said}; move it there by itself."
        )


def short_day(day: date) -> str:
    """Thu 15 Oct."""
    return f"{day:%a} {day.day} {day:%b}"


def clock_notes(book: Book, calls: Iterable[Call]) -> tuple[str, ...]:
    """Sentences about calls that last over a change of the clock, or end in the hour it changes."""
    return tuple(note for call in calls if (note := _clock_note(book, call)))


def _clock_note(book: Book, call: Call) -> str:
    where, name, day = zone(book, call.studio_id), call_name(book, call), short_day(call.day)
    lasts = true_minutes(book, call.day, call.start, call.end, call.studio_id)
    if lasts != call.minutes:
        return f"The clock changes during {name} on {day}; it really lasts {length(lasts)}."
    if all(skipped(call.day, one, where) for one in (call.end - 1, call.end)):
        ends = datetime.fromtimestamp(utc_minutes(call.day, call.end, where) * 60, ZoneInfo(where))
        return (
            f"The clock is put forward during {name} on {day}: there is no {clock(call.end)}, "
            f"it ends at {clock(ends.hour * 60 + ends.minute)}."
        )
    if _comes_twice(call.day, call.end, where):
        return f"The clock is put back on {day}: {name} ends at the first {clock(call.end)} of two."
    return ""


def _comes_twice(day: date, minutes: int, where: str) -> bool:
    """Whether the clock shows this time again, having been put back."""
    days, rest = divmod(minutes, DAY_MINUTES)
    wall = datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60))
    first, again = (wall.replace(tzinfo=ZoneInfo(where), fold=fold) for fold in (0, 1))
    return again.timestamp() > first.timestamp()
