"""Moments on the company's clock, whatever the computer's own says."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from castapp.domain.book import Book
from castapp.domain.programme import zone


def house_time(book: Book, at: datetime) -> datetime:
    """An aware moment in the company's time zone."""
    return at.astimezone(ZoneInfo(zone(book, None)))


def house_today(book: Book) -> date:
    """The day it is now at the company."""
    return house_time(book, datetime.now(UTC)).date()


def house_clock(book: Book, at: datetime | None) -> str:
    """A moment's time of day at the company, 13.42; "" for none."""
    if at is None:
        return ""
    there = house_time(book, at)
    return f"{there.hour}.{there.minute:02d}"
