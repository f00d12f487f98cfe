"""Sample books for tests, each made once, and the days they are made around."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from castapp.domain.book import Book
from castapp.services.sample import sample_book

WEDNESDAY = date(2026, 10, 14)
WEEK = [date(2026, 10, 12) + timedelta(days=n) for n in range(7)]
ODD_DAYS = [
    date(2024, 2, 29),
    date(2026, 3, 29),
    date(2026, 10, 25),
    date(2026, 12, 31),
    date(2028, 2, 29),
    date(2030, 7, 31),
]


@cache
def book_of(today: date) -> Book:
    """The sample company around a day."""
    return sample_book(today)


def week_of(today: date, week: int) -> list[date]:
    """The seven days of a week counted from today's (0)."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=week)
    return [monday + timedelta(days=n) for n in range(7)]
