"""What an edit does that no rule forbids but a person should know: one sentence each. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.edit import Edit
from castapp.domain.slot import DAY_MINUTES, clock
from castapp.services.board.known_calls import clock_notes
from castapp.services.calls import call_name
from castapp.ui.reading import short_day

MOST = 2


def consequences(book: Book, edit: Edit, today: date) -> str:
    """Sentences about the calls that an edit puts elsewhere; `book` has the edit in it already."""
    placed = [
        change.after
        for change in edit.of(Call)
        if isinstance(change.after, Call) and _elsewhere(change.before, change.after)
    ]
    told = [*past_words((one.day for one in placed), today), *call_notes(book, placed)]
    more = len(told) - MOST
    return " ".join(told[:MOST]) + (f" And {more} more like it." if more > 0 else "")


def past_words(days: Iterable[date], today: date) -> tuple[str, ...]:
    """A sentence if any of these days is over."""
    past = sorted({day for day in days if day < today})
    if not past:
        return ()
    if len(past) == 1:
        return (f"{short_day(past[0])} is over: this changes what is on record.",)
    return (f"{short_day(past[0])} and other days are over: this changes what is on record.",)


def call_notes(book: Book, calls: Iterable[Call]) -> tuple[str, ...]:
    """A sentence for each call that lasts over midnight or over a change of the clock."""
    found = list(calls)
    late = [
        f"{call_name(book, one)} ends after midnight, at {clock(one.end)} on "
        f"{short_day(one.day + timedelta(days=1))}."
        for one in found
        if one.end > DAY_MINUTES
    ]
    return (*late, *clock_notes(book, found))


def _elsewhere(before: object, after: Call) -> bool:
    """Whether a call is new or stands at another time."""
    if not isinstance(before, Call):
        return True
    kept = (before.day, before.start, before.minutes)
    return kept != (after.day, after.start, after.minutes)
