"""Where a typed call goes, and the edit it becomes. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.record import new_id
from castapp.services.calls import create_call
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.edits import first_gap
from castapp.ui.screens.schedule.present import BoardView
from castapp.ui.screens.schedule.rooms import room_after

if TYPE_CHECKING:
    from castapp.services.calltext import Reading


@dataclass(frozen=True, slots=True)
class Around:
    """The call a text fills in; of a `loose` one nobody has said how long it is."""

    call: Call
    loose: bool = False


def around(book: Book, view: BoardView, day: date, chosen: str, span: Held | None) -> Around | None:
    """What a text fills in: the span drawn, a bare call, else the room after what is chosen,
    else the first gap of the day. None without studios.
    """
    if span is not None:
        return Around(bare_call(span))
    call = book.find(Call, chosen)
    if call is not None and is_bare(book, call):
        return Around(call)
    place = room_after(view, chosen) if call is not None else first_gap(view, day)
    return Around(bare_call(place), loose=True) if place is not None else None


def bare_call(held: Held) -> Call:
    """A rehearsal call of a span that says nothing yet."""
    return Call(
        new_id(), day=held.day, start=held.start, minutes=held.minutes, studio_id=held.studio_id
    )


def is_bare(book: Book, call: Call) -> bool:
    """Whether a call says nothing yet but when and where."""
    said = call.production_id or call.title or call.sections
    return not said and not book.where(Called, "call_id", call.id)


def typed_edit(book: Book, reading: Reading, *, keep_unread: bool = False) -> Edit | None:
    """The edit a reading becomes: a new call, or a bare one filled in. None if it is no call.

    With `keep_unread` what was not understood stands in the call's note.
    """
    call = reading.call
    if call is None:
        return None
    if keep_unread and reading.unread:
        left = " ".join(one.word for one in reading.unread)
        call = replace(call, note=" ".join(part for part in (call.note, left) if part))
    if book.find(Call, call.id) is None:
        return create_call(book, call, reading.called)
    draft = Draft(book)
    for line in book.where(Called, "call_id", call.id):
        draft.drop(line)
    made = create_call(book, call, reading.called)
    draft.take(made)
    return draft.edit(made.label)
