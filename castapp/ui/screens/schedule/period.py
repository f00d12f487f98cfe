"""The days of each view: its heading, the step of its arrows, which days it shows. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.ui.reading import day_words
from castapp.ui.screens.schedule.modes import FORTNIGHT, MONTH, SPANS, WEEK
from castapp.ui.screens.schedule.present import week_of

_STEPS = {WEEK: 7, FORTNIGHT: 14}


def shown_days(book: Book, mode: str, day: date) -> tuple[date, ...]:
    """The days a view shows around a day."""
    if mode == WEEK:
        return week_of(book, day)
    if mode not in SPANS:
        return (day,)
    from castapp.ui.screens.schedule.overview.days import fortnight, month

    return fortnight(book, day) if mode == FORTNIGHT else month(book, day)


def working_calls(book: Book, day: date) -> list[Call]:
    """The calls of a day that take place; what only says that it is free is none."""
    found = book.where(Call, "day", day)
    return [call for call in found if call.state != "cancelled" and call.kind != "free day"]


def heading(book: Book, mode: str, day: date) -> str:
    """What the top bar says: Thursday 15 October 2026; Mon 12 – Sun 18 October 2026."""
    if mode == MONTH:
        return f"{day:%B} {day.year}"
    days = shown_days(book, mode, day)
    return week_words(days) if len(days) > 1 else day_words(day)


def stepped(mode: str, day: date, direction: int) -> date:
    """The day one period earlier (-1) or later (1); of a shorter month its last day."""
    if mode != MONTH:
        return day + timedelta(days=direction * _STEPS.get(mode, 1))
    number = day.year * 12 + day.month - 1 + direction
    year, place = divmod(number, 12)
    after = date(year + (place + 1) // 12, (place + 1) % 12 + 1, 1)
    return date(year, place + 1, min(day.day, (after - timedelta(days=1)).day))


def week_words(days: Sequence[date], *, year: bool = True) -> str:
    """Mon 12 – Sun 18 October 2026; without the year 12 – 18 October."""
    first, last = days[0], days[-1]
    month_before = "" if first.month == last.month else f" {first:%B}"
    if not year:
        return f"{first.day}{month_before} – {last.day} {last:%B}"
    return f"{first:%a} {first.day}{month_before} – {last:%a} {last.day} {last:%B} {last.year}"
