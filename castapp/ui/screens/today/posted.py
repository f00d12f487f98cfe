"""What is still to go on the board: call sheets, the next week's sheet, castings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.office import Posting
from castapp.domain.slot import clock
from castapp.services.awaiting import (
    CastingAwaited,
    WeekAwaited,
    awaited_castings,
    awaited_week,
)
from castapp.services.publish import Due
from castapp.ui.screens.today.lines import Block, Line, near_day

SHEETS_SHOWN = 3
CASTINGS_SHOWN = 2


def posted_block(book: Book, today: date, waiting: Sequence[Due]) -> Block:
    """The nearest call sheets that are due, then the week to come, then castings of coming shows.

    The days after those are on the week's sheet.
    """
    lines = [_sheet(book, one, today) for one in waiting[:SHEETS_SHOWN]]
    week = awaited_week(book, today)
    if week is not None:
        lines.append(_week(week))
    lines += [_casting(one, today) for one in awaited_castings(book, today)[:CASTINGS_SHOWN]]
    empty = "Everything is on the board." if book.count(Posting) else "Nothing to post yet."
    return Block("To be posted", "", tuple(lines), empty=empty, aligned=True)


def _sheet(book: Book, one: Due, today: date) -> Line:
    urgent = one.by_day <= today
    when = "today" if one.by_day == today else near_day(one.by_day, today)
    number = f", issue {one.issue}" if one.issue > 1 else ""
    return Line(
        one.day,
        f"{near_day(one.day, today)}, {one.state}{number}",
        _stands(book, one),
        f"{when} {clock(one.by_clock)}",
        icon="clock-alert" if urgent else "clock",
        icon_tone="breach" if urgent else "t2",
        side_tone="breach" if urgent else "t2",
        screen="callboard",
    )


def _stands(book: Book, one: Due) -> str:
    """How the day stands on the board: changed since its issue, tentative, or still a draft."""
    if one.changes:
        return f"{_counted(one.changes, 'change')} since issue {one.issue - 1}"
    found = book.where(Call, "day", one.day)
    calls = sum(call.state != "cancelled" and call.kind != "free day" for call in found)
    return f"{'tentative' if one.issue > 1 else 'draft'}, {_counted(calls, 'call')}"


def _week(one: WeekAwaited) -> Line:
    waiting = f"{_counted(one.unplaced, 'call')} unplaced" if one.unplaced else ""
    about = waiting or _counted(one.calls, "call")
    named = f"Week {one.first.isocalendar().week}"
    return Line(one.first, named, f"{one.state}, {about}", icon="clock", screen="callboard")


def _casting(one: CastingAwaited, today: date) -> Line:
    cast = f"{_counted(one.open_parts, 'part')} open" if one.open_parts else "full cast"
    number = f", issue {one.issue}" if one.issue > 1 else ""
    return Line(
        one.first,
        f"{one.name} casting{number}",
        f"{cast}, {_counted(one.shows, 'show')}",
        f"from {near_day(one.first, today)}",
        icon="clock",
        screen="callboard",
    )


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"
