"""What an edit does that no rule forbids but a person should know: one sentence each. No Qt."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Studio
from castapp.domain.edit import Edit
from castapp.domain.slot import DAY_MINUTES, clock
from castapp.services.board.known_calls import clock_notes
from castapp.services.calls import call_name
from castapp.ui.reading import short_day
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.zones import Tip

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


def with_past(told: Tip | None, held: Iterable[Held], today: date) -> Tip | None:
    """A tip that warns as well if what is held would stand on a day that is over."""
    past = past_words((one.day for one in held), today)
    if not past:
        return told
    if told is None:
        return Tip("warning", "A day that is over", past, signs=("warning",))
    severity = "warning" if told.severity == "note" else told.severity
    return replace(told.then(past, "warning"), severity=severity)


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


def work_words(book: Book, day: date) -> str:
    """What a day holds already: 1 show and 14 calls; "" for an empty day."""
    shows = sum(one.state != "cancelled" for one in book.where(Performance, "day", day))
    calls = sum(one.state != "cancelled" for one in book.where(Call, "day", day))
    counted = ((shows, "show"), (calls, "call"))
    return " and ".join(f"{count} {word}{'s' * (count > 1)}" for count, word in counted if count)


def studio_words(edit: Edit) -> str:
    """A sentence if a studio was taken out: which, and how many calls have lost their place."""
    gone = {one.id: one.before for one in edit.of(Studio) if one.after is None}
    if not gone:
        return ""
    lost = [one for one in edit.of(Call) if _unplaced(one.before, one.after, gone)]
    names = " and ".join(one.name for one in gone.values() if isinstance(one, Studio))
    said = f"{names} {'was' if len(gone) == 1 else 'were'} taken out"
    if not lost:
        return f"{said}."
    waiting = "1 call waits" if len(lost) == 1 else f"{len(lost)} calls wait"
    return f"{said}; {waiting} for a place."


def _unplaced(before: object, after: object, gone: Container[str | None]) -> bool:
    here = isinstance(before, Call) and before.studio_id in gone
    return here and isinstance(after, Call) and after.studio_id is None


def _elsewhere(before: object, after: Call) -> bool:
    """Whether a call is new or stands at another time."""
    if not isinstance(before, Call):
        return True
    kept = (before.day, before.start, before.minutes)
    return kept != (after.day, after.start, after.minutes)
