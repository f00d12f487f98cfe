"""Calls as the board's verbs take them: found or refused, named, and where clocks change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Attendance, Call
from castapp.domain.checks import Invalid
from castapp.domain.programme import zone
from castapp.domain.slot import DAY_MINUTES, utc_minutes
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
    """Sentences about calls that last over a change of the clock."""
    told = []
    for call in calls:
        where = zone(book, call.studio_id)
        begun = utc_minutes(call.day, call.start, where)
        lasts = utc_minutes(call.day, call.end, where) - begun
        if lasts != call.minutes:
            told.append(
                f"The clock changes during {call_name(book, call)} on {short_day(call.day)}; "
                f"it really lasts {lasts} min."
            )
    return tuple(told)
