"""Several calls changed in one step: their state, coach, time, place, or copied to another day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.services.calls import change_call, copy_call, move_calls


def change_calls(book: Book, call_ids: Sequence[str], **fields: Any) -> Edit:
    """Set the same fields of several calls. Raises Invalid if a value cannot be."""
    draft = Draft(book)
    for call_id in call_ids:
        draft.take(change_call(book, call_id, **fields))
    return draft.edit(f"Change {_count(call_ids)}")


def shift_calls(book: Book, call_ids: Sequence[str], minutes: int) -> Edit:
    """Move several calls so many minutes later (earlier, if negative).

    Raises Invalid if one would leave its day.
    """
    calls = [book.get(Call, call_id) for call_id in call_ids]
    moved = [(one.id, one.day, one.start + minutes, one.studio_id) for one in calls]
    return move_calls(book, moved)


def unplace_calls(book: Book, call_ids: Sequence[str]) -> Edit:
    """Take several calls out of their studios; they wait for a place."""
    calls = [book.get(Call, call_id) for call_id in call_ids]
    return move_calls(book, [(one.id, one.day, one.start, None) for one in calls])


def copy_calls(book: Book, call_ids: Sequence[str], day: date) -> Edit:
    """Copy several calls to another day at their own times and places; the first of their days
    becomes that day.
    """
    calls = [book.get(Call, call_id) for call_id in call_ids]
    shift = day - min((one.day for one in calls), default=day)
    draft = Draft(book)
    for one in calls:
        draft.take(copy_call(book, one.id, one.day + shift, one.start, one.studio_id))
    return draft.edit(f"Copy {_count(call_ids)} to {day:%a} {day.day} {day:%b}")


def _count(call_ids: Sequence[str]) -> str:
    return "1 call" if len(call_ids) == 1 else f"{len(call_ids)} calls"
