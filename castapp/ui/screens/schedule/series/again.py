"""Which calls come again, on which days, and an edit of one of them or of all after it. No Qt."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.domain.slot import days_between
from castapp.services.board.series import ONWARDS, change_series, likely_series, series_of
from castapp.services.calls import change_call
from castapp.ui.reading import short_day

ALIKE = ("class", "warm-up", "conditioning")
"""Kinds of call that come again though nobody has said so: the same title, time and studio."""
DAILY = 7


@dataclass(frozen=True, slots=True)
class Again:
    """The calls of a series in time order, and in words how often and until when it comes;
    `onwards` says which of them a change from here on is for.
    """

    calls: tuple[str, ...] = ()
    words: str = ""
    onwards: str = ""

    @property
    def comes(self) -> bool:
        """Whether there is more than the one."""
        return len(self.calls) > 1


def again(book: Book, call: Call) -> Again:
    """How a call comes again; nothing for one that stands by itself."""
    if not call.series and call.kind not in ALIKE:
        return Again()
    ids = series_of(book, call.id) if call.series else likely_series(book, call.id)
    days = [book.get(Call, one).day for one in ids]
    if len(days) < 2:
        return Again()
    later = sum(day > call.day for day in days)
    count = f"{len(days)} times, {weekdays_words({day.weekday() for day in days})}"
    if not later:
        return Again(ids, f"Comes {count}; this is the last.", "Changes this call, the last.")
    more = "once more" if later == 1 else f"{later} more times"
    until = short_day(days[-1])
    return Again(
        ids,
        f"Comes {count}; {more}, until {until}.",
        f"Changes {later + 1} calls: this one and {later} later, until {until}.",
    )


def weekdays_words(weekdays: Collection[int]) -> str:
    """Weekdays (Monday = 0) as staff say them: every day, Mon–Fri, Tue, Thu."""
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    known = sorted(set(weekdays))
    if len(known) == DAILY:
        return "every day"
    if len(known) > 2 and known[-1] - known[0] == len(known) - 1:
        return f"{names[known[0]]}–{names[known[-1]]}"
    return ", ".join(names[one] for one in known)


def repeat_days(book: Book, call: Call, weekdays: Collection[int], until: date) -> tuple[date, ...]:
    """The days after a call's own on these weekdays. Free days, and days its series stands on
    already, are passed over. Raises Invalid if none is left.
    """
    if until <= call.day:
        raise Invalid(f"Choose a last day after {short_day(call.day)}.")
    if not weekdays:
        raise Invalid("Choose at least one weekday.")
    held = {book.get(Call, one).day for one in series_of(book, call.id)} if call.series else set()
    found = tuple(
        day
        for day in days_between(call.day, until)
        if day != call.day and day.weekday() in weekdays and day not in held
        and not _is_free(book, day)
    )  # fmt: skip
    if not found:
        raise Invalid("None of these weekdays is left until then.")
    return found


def changed(book: Book, call: Call, scope: str, **fields: Any) -> Edit:
    """Set fields of a call, or (scope ONWARDS) of it and all that come after it.

    Raises Invalid for a value that cannot be.
    """
    if scope == ONWARDS:
        return change_series(book, again(book, call).calls, call.id, ONWARDS, **fields)
    return change_call(book, call.id, **fields)


def _is_free(book: Book, day: date) -> bool:
    return any(
        one.kind == "free day" and one.state != "cancelled" for one in book.where(Call, "day", day)
    )
