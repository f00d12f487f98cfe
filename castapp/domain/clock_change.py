"""The night the clock is changed: an hour that does not exist, one that comes twice."""

from __future__ import annotations

from datetime import date

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.programme import zone
from castapp.domain.slot import clock, skipped, utc_minutes


def check_clock_shows(book: Book, day: date, minutes: int, studio_id: str | None) -> None:
    """Refuse a clock time of a day (minutes since midnight) that the studio's clock skips."""
    if skipped(day, minutes, zone(book, studio_id)):
        said = f"{day:%a} {day.day} {day:%b}"
        raise Invalid(f"The clock is put forward on {said}: there is no {clock(minutes)}.")


def true_minutes(book: Book, day: date, start: int, end: int, studio_id: str | None) -> int:
    """How long it lasts from one clock time of a day to another, in minutes that really pass."""
    where = zone(book, studio_id)
    return utc_minutes(day, end, where) - utc_minutes(day, start, where)
