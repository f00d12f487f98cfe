"""Fills the inspector from the book: one record, the day, or the week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.finding import Finding
from castapp.services.day_limits import day_limits, week_hours
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.day_facts import dancer_hours, status_counts, work_hours
from castapp.ui.screens.schedule.inspector import ScheduleInspector
from castapp.ui.screens.schedule.posted import due, week_state
from castapp.ui.screens.schedule.present import week_of


def inspect_one(
    panel: ScheduleInspector, book: Book, card: Card, findings: Sequence[Finding]
) -> None:
    """Show a call to be edited, or a performance."""
    call = book.find(Call, card.id)
    if call is not None:
        panel.show_call(book, call, card, findings)
    else:
        panel.show_performance(book, card, findings)


def inspect_day(panel: ScheduleInspector, book: Book, day: date) -> None:
    """Show who may be called, the limits, and until when the day must be posted."""
    shows = any(one.state != "cancelled" for one in book.where(Performance, "day", day))
    heading = "Limits on a show day" if shows else "Limits"
    panel.day.show_day(status_counts(book, day), heading, day_limits(book, day), (due(book, day),))
    panel.show_day(f"{day:%A} {day.day} {day:%B}")


def inspect_week(panel: ScheduleInspector, book: Book, day: date, tray: Sequence[Card]) -> None:
    """Show how far the week is posted, what it rehearses, and the dancers' hours."""
    days = week_of(book, day)
    states = ((one, week_state(book, one)) for one in days)
    posting = [(f"{one:%a} {one.day}", *state) for one, state in states if state[0]]
    most = week_hours(book)
    allowed = f"of {most:g} h" if most else ""
    hours = dancer_hours(book, day)
    panel.week.show_week(posting, work_hours(book, day), hours, allowed, tray)
    panel.show_week(f"Week {days[0].isocalendar().week}", week_words(days, year=False))


def week_words(days: Sequence[date], *, year: bool = True) -> str:
    """Mon 12 – Sun 18 October 2026; without the year 12 – 18 October."""
    first, last = days[0], days[-1]
    if not year:
        month = "" if first.month == last.month else f" {first:%B}"
        return f"{first.day}{month} – {last.day} {last:%B}"
    month = "" if first.month == last.month else f" {first:%B}"
    return f"{first:%a} {first.day}{month} – {last:%a} {last.day} {last:%B} {last.year}"
