"""Calls that come again: made over many days, and changed once or from one of them on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.services.board.known_calls import call_of, short_day, within_day
from castapp.services.calls import call_name, copy_call

ONCE, ONWARDS = "once", "from here on"
SCOPES = (ONCE, ONWARDS)
_OWN = ("id", "day", "actual_start", "actual_minutes")
MOST_DAYS = 400


def repeat_call(book: Book, call_id: str, days: Iterable[date]) -> Edit:
    """Copies of a call on other days, its people with it; its own day is passed over.

    The call and its copies are a series from then on. Raises Invalid for no days or too many.
    """
    call = call_of(book, call_id)
    wanted = [day for day in dict.fromkeys(days) if day != call.day]
    if not wanted:
        raise Invalid("Choose the days the call comes again on.")
    if len(wanted) > MOST_DAYS:
        raise Invalid(f"{len(wanted)} days are more than a season; {MOST_DAYS} is the most.")
    draft = Draft(book)
    series = call.series or call.id
    draft.set(call, series=series)
    for day in wanted:
        copied = copy_call(book, call.id, day, call.start, call.studio_id)
        draft.take(copied)
        for change in copied.of(Call):
            if isinstance(change.after, Call):
                draft.set(change.after, series=series)
    count = "1 more day" if len(wanted) == 1 else f"{len(wanted)} more days"
    return draft.edit(f"Repeat {call_name(book, call)} on {count}")


def series_of(book: Book, call_id: str) -> tuple[str, ...]:
    """The ids of a call's series in time order, itself among them; those like it if it has none."""
    call = call_of(book, call_id)
    if not call.series:
        return likely_series(book, call_id)
    found = sorted(book.where(Call, "series", call.series), key=lambda one: (one.day, one.start))
    return tuple(one.id for one in found)


def likely_series(book: Book, call_id: str) -> tuple[str, ...]:
    """The ids of calls like this one on other days, in time order, itself among them: the same
    kind, ballet, title, start and studio.
    """
    call = call_of(book, call_id)
    gist = _gist(call)
    alike = [one for one in book.all(Call) if one.kind == call.kind and _gist(one) == gist]
    return tuple(one.id for one in sorted(alike, key=lambda one: (one.day, one.id)))


def change_series(
    book: Book, series: Collection[str], call_id: str, scope: str, **fields: Any
) -> Edit:
    """Set fields of one call of a series, or of it and all later ones.

    `fields` are a Call's but its id and day. Those already changed apart from the series (another
    value than this call had in that field) keep their own; held ones are passed over. A new
    start moves joins and leaves along. Raises Invalid for a value that cannot be, or a call that
    is none of the series.
    """
    if scope not in SCOPES:
        raise Invalid(f"Change it {' or '.join(SCOPES)}.")
    if wrong := [name for name in fields if name in _OWN]:
        raise Invalid(f"The {wrong[0]} of a series cannot be changed; move the call by itself.")
    call = call_of(book, call_id)
    if call_id not in series:
        raise Invalid("That call is not one of the series.")
    draft = Draft(book)
    chosen = [call] if scope == ONCE else _from_on(book, series, call)
    for one in chosen:
        mine = {
            name: value
            for name, value in fields.items()
            if one is call or getattr(one, name) == getattr(call, name)
        }
        if mine:
            _set(book, draft, one, mine)
    on = f" from {short_day(call.day)} on" if scope == ONWARDS else f", {short_day(call.day)}"
    return draft.edit(f"Change {call_name(book, call)}{on}")


def _from_on(book: Book, series: Collection[str], call: Call) -> list[Call]:
    found = (book.find(Call, one) for one in series)
    return sorted(
        (
            one
            for one in found
            if one is not None
            and (one.day, one.start) >= (call.day, call.start)
            and one.actual_start is None
        ),
        key=lambda one: (one.day, one.start),
    )


def _set(book: Book, draft: Draft, call: Call, fields: dict[str, Any]) -> None:
    changed = replace(call, **fields)
    within_day(book, changed, changed.day, changed.start)
    draft.put(changed)
    shift = changed.start - call.start
    if not shift:
        return
    for line in book.where(Called, "call_id", call.id):
        joins = None if line.joins is None else line.joins + shift
        leaves = None if line.leaves is None else max(0, line.leaves + shift)
        draft.put(replace(line, joins=joins, leaves=leaves))


def _gist(call: Call) -> tuple[object, ...]:
    return (call.production_id, call.title, call.start, call.studio_id, call.sections)
