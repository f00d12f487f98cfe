"""Making, moving and changing calls, and who is called to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from castapp.domain.book import Book
from castapp.domain.calls import Attendance, Call, Called
from castapp.domain.checks import Invalid
from castapp.domain.clock_change import check_clock_shows
from castapp.domain.company import Studio
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.people import Person
from castapp.domain.record import new_id
from castapp.domain.repertory import Production
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock, length

DEFAULT_MINUTES = 60


def call_name(book: Book, call: Call) -> str:
    """The short name of a call in histories: its title, its ballet, or its kind."""
    production = book.find(Production, call.production_id)
    ballet = (production.short or production.title) if production else ""
    named = " ".join(part for part in (ballet, call.title) if part)
    return named or call.kind


def create_call(book: Book, call: Call, called: Iterable[Called] = ()) -> Edit:
    """Put a new call on the board with its lines; each line is bound to the call."""
    draft = Draft(book)
    _check_places(book, call)
    draft.put(call)
    for line in called:
        draft.put(replace(line, call_id=call.id))
    return draft.edit(f"New call {call_name(book, call)}, {_when(call)}")


def move_call(book: Book, call_id: str, day: date, start: int, studio_id: str | None) -> Edit:
    """Move a call to a day, a start and a studio; its people's joins and leaves move with it."""
    return move_calls(book, [(call_id, day, start, studio_id)])


def move_calls(book: Book, moves: Iterable[tuple[str, date, int, str | None]]) -> Edit:
    """Move several calls in one step: call id, day, start, studio for each."""
    draft = Draft(book)
    moved = []
    for call_id, day, start, studio_id in moves:
        call = _call(book, call_id)
        placed = replace(call, day=day, start=start, studio_id=studio_id)
        _check_places(book, placed)
        draft.put(placed)
        _shift_lines(book, draft, call, start - call.start)
        moved.append(call)
    return draft.edit(_label(book, moved, "Move"))


def resize_call(book: Book, call_id: str, start: int, minutes: int) -> Edit:
    """Change where a call begins and how long it lasts; joins and leaves stay on the clock."""
    call = _call(book, call_id)
    draft = Draft(book)
    resized = draft.set(call, start=start, minutes=minutes)
    _check_places(book, resized)
    return draft.edit(f"Change {call_name(book, call)} to {length(minutes)}")


def change_call(book: Book, call_id: str, **fields: Any) -> Edit:
    """Set fields of a call. Raises Invalid if a value cannot be."""
    call = _call(book, call_id)
    changed = replace(call, **fields)
    _check_places(book, changed)
    draft = Draft(book)
    draft.put(changed)
    return draft.edit(f"Change {call_name(book, changed)}, {_when(changed)}")


def remove_calls(book: Book, call_ids: Iterable[str]) -> Edit:
    """Take calls off the board, with their lines and attendance."""
    draft = Draft(book)
    gone = [_call(book, call_id) for call_id in call_ids]
    for call in gone:
        for line in book.where(Called, "call_id", call.id):
            draft.drop(line)
        for mark in book.where(Attendance, "call_id", call.id):
            draft.drop(mark)
        draft.drop(call)
    return draft.edit(_label(book, gone, "Remove"))


def copy_call(book: Book, call_id: str, day: date, start: int, studio_id: str | None) -> Edit:
    """Put a copy of a call elsewhere, with its lines but without what was recorded."""
    call = _call(book, call_id)
    copied = replace(
        call,
        id=new_id(),
        day=day,
        start=start,
        studio_id=studio_id,
        actual_start=None,
        actual_minutes=None,
        series="",
    )
    _check_places(book, copied)
    draft = Draft(book)
    draft.put(copied)
    shift = start - call.start
    for line in book.where(Called, "call_id", call_id):
        draft.put(replace(_shifted(line, shift), id=new_id(), call_id=copied.id))
    return draft.edit(f"Copy {call_name(book, call)} to {_when(copied)}")


def add_called(book: Book, call_id: str, lines: Iterable[Called]) -> Edit:
    """Call more people: role sets, groups, persons, or exclusions."""
    call = _call(book, call_id)
    draft = Draft(book)
    for line in lines:
        draft.put(replace(line, call_id=call.id))
    return draft.edit(f"Change who is called to {call_name(book, call)}")


def change_called(book: Book, line_id: str, **fields: Any) -> Edit:
    """Set fields of one line: covers too, casts, joins, leaves."""
    line = book.get(Called, line_id)
    call = _call(book, line.call_id)
    draft = Draft(book)
    draft.set(line, **fields)
    return draft.edit(f"Change who is called to {call_name(book, call)}")


def drop_called(book: Book, line_ids: Iterable[str]) -> Edit:
    """Take lines of who is called away."""
    draft = Draft(book)
    names = []
    for line_id in line_ids:
        line = book.get(Called, line_id)
        draft.drop(line)
        names.append(call_name(book, _call(book, line.call_id)))
    return draft.edit(f"Change who is called to {', '.join(dict.fromkeys(names))}")


def mark_attendance(
    book: Book, call_id: str, person_id: str, state: str, minutes: int | None = None
) -> Edit:
    """Record whether somebody came, and for how long if not for all of it."""
    call = _call(book, call_id)
    draft = Draft(book)
    marks = book.where(Attendance, "call_id", call_id)
    mark = next((one for one in marks if one.person_id == person_id), None)
    if mark is None:
        draft.put(Attendance(new_id(), call_id, person_id, state, minutes))
    else:
        draft.set(mark, state=state, minutes=minutes)
    return draft.edit(f"Attendance of {inside_name(book, person_id)}, {call_name(book, call)}")


def _call(book: Book, call_id: str) -> Call:
    call = book.find(Call, call_id)
    if call is None:
        raise Invalid("That call is no longer there; somebody has taken it out.")
    return call


def _check_places(book: Book, call: Call) -> None:
    if call.studio_id and book.find(Studio, call.studio_id) is None:
        raise Invalid("That studio is no longer there; choose another.")
    if call.production_id and book.find(Production, call.production_id) is None:
        raise Invalid("That production is no longer there; choose another.")
    for person_id in (call.lead_id, call.pianist_id):
        if person_id and book.find(Person, person_id) is None:
            raise Invalid("That person is no longer there; choose another.")
    check_clock_shows(book, call.day, call.start, call.studio_id)


def _shift_lines(book: Book, draft: Draft, call: Call, shift: int) -> None:
    for line in book.where(Called, "call_id", call.id):
        if shift and (line.joins is not None or line.leaves is not None):
            draft.put(_shifted(line, shift))


def _shifted(line: Called, shift: int) -> Called:
    joins = None if line.joins is None else (line.joins + shift) % (24 * 60)
    leaves = None if line.leaves is None else max(0, line.leaves + shift)
    return replace(line, joins=joins, leaves=leaves)


def _when(call: Call) -> str:
    return f"{call.day:%a} {call.day.day} {call.day:%b} {clock(call.start)}"


def _label(book: Book, calls: list[Call], verb: str) -> str:
    if len(calls) == 1:
        return f"{verb} {call_name(book, calls[0])}, {_when(calls[0])}"
    return f"{verb} {len(calls)} calls"
