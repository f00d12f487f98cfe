"""Fills the inspector from the book: one record, the day, or the week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.finding import Finding
from castapp.domain.office import AcceptedBreach
from castapp.domain.slot import length, span
from castapp.domain.wording import place
from castapp.services.day_limits import day_limits, week_hours
from castapp.ui.screens.schedule.call_facts import NameRow, Trouble, accepted_troubles
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.day_facts import dancer_hours, status_counts, work_hours
from castapp.ui.screens.schedule.day_pane import PostingRow
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.inspector import ScheduleInspector
from castapp.ui.screens.schedule.period import week_words
from castapp.ui.screens.schedule.posted import (
    drift_words,
    due,
    due_short,
    last_posting,
    taken_out,
    week_state,
)
from castapp.ui.screens.schedule.present import week_of
from castapp.ui.screens.schedule.traces import traces


def inspect_one(
    panel: ScheduleInspector,
    book: Book,
    card: Card,
    findings: Sequence[Finding],
    accepted: Sequence[tuple[Finding, AcceptedBreach]] = (),
) -> None:
    """Show a call to be edited, or a performance."""
    call = book.find(Call, card.id)
    if call is not None:
        panel.show_call(book, call, card, findings, accepted_troubles(book, accepted))
    else:
        panel.show_performance(book, card, findings)


def inspect_person(
    panel: ScheduleInspector, book: Book, person_id: str, day: date, found: Sequence[Finding]
) -> None:
    """Show a dancer's day; `found` has what was found of the day and its week."""
    from castapp.ui.screens.schedule.people.facts import person_facts

    facts = person_facts(book, person_id, day, found)
    told = tuple(Trouble(one.severity, one.what, one.clause, (one,)) for one in facts.findings)
    panel.show_person(person_id, facts, f"{day:%A} {day.day} {day:%B}", told)


def inspect_room(panel: ScheduleInspector, book: Book, room: Held) -> None:
    """Show who is free for an empty place."""
    from castapp.ui.screens.schedule.search.found import who_is_free

    where = place(book, room.studio_id) or "Elsewhere"
    day = room.day
    kicker = f"{day:%A} {day.day} {day:%B} · {where}"
    title = f"{span(room.start, room.end)}, {length(room.minutes)}"
    panel.show_free(kicker, title, who_is_free(book, room))


def inspect_day(panel: ScheduleInspector, book: Book, day: date) -> None:
    """Show who may be called, the limits, and until when the day must be posted."""
    shows = any(one.state != "cancelled" for one in book.where(Performance, "day", day))
    heading = "Limits on a show day" if shows else "Limits"
    gone = (one.words for one in traces(book, day, taken_out(book, day)))
    told = (due(book, day), drift_words(book, day), *(f"Taken out: {one}" for one in gone))
    posting = tuple(line for line in told if line)
    limits = day_limits(book, day)
    panel.day.show_day(status_counts(book, day), heading, limits, posting, _changed(book, day))
    panel.show_day(f"{day:%A} {day.day} {day:%B}")


def _changed(book: Book, day: date) -> tuple[NameRow, ...]:
    """Whose day is another than was posted; nobody's before the first issue."""
    if last_posting(book, day) is None:
        return ()
    from castapp.ui.screens.schedule.drifted import drifted

    return drifted(book, day)


def inspect_week(panel: ScheduleInspector, book: Book, day: date, today: date) -> None:
    """Show how far the week is posted and what is due when, what it rehearses, and the dancers'
    hours.
    """
    days = week_of(book, day)
    states = ((one, week_state(book, one, today)) for one in days)
    posting = [
        PostingRow(f"{one:%a} {one.day}", *state, due_short(book, one, today))
        for one, state in states
        if state[0]
    ]
    most = week_hours(book)
    allowed = f"of {most:g} h" if most else ""
    hours = dancer_hours(book, day)
    panel.week.show_week(posting, work_hours(book, day), hours, allowed)
    panel.show_week(f"Week {days[0].isocalendar().week}", week_words(days, year=False))
