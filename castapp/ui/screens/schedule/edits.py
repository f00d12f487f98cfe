"""What was done by hand as edits: moved, resized, copied, drawn, nudged. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.edit import Edit
from castapp.domain.record import new_id
from castapp.domain.slot import DAY_MINUTES, overlap
from castapp.services.calls import copy_call, create_call, move_calls, resize_call
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.drag_state import DEFAULT_MINUTES, Held
from castapp.ui.screens.schedule.geometry import within_day
from castapp.ui.screens.schedule.present import BoardView


def landed(book: Book, held: Sequence[Held], *, copying: bool = False) -> Edit:
    """The edit that puts everything held where it would stand now."""
    if copying:
        return copied(book, held)
    if len(held) == 1:
        one = held[0]
        call = book.find(Call, one.id)
        if call is not None and call.minutes != one.minutes:
            return resize_call(book, one.id, one.start, one.minutes)
    return move_calls(book, [(one.id, one.day, one.start, one.studio_id) for one in held])


def copied(book: Book, held: Iterable[Held]) -> Edit:
    """Copies of everything held, where it would stand now, as one edit."""
    edit = Edit("")
    count = 0
    for one in held:
        step = copy_call(book, one.id, one.day, one.start, one.studio_id)
        edit = edit.then(step, step.label)
        count += 1
    return edit if count < 2 else Edit(f"Copy {count} calls", edit.changes)


def drawn(book: Book, held: Held) -> Edit:
    """A new rehearsal call over a span drawn on empty ground."""
    return create_call(
        book,
        Call(
            new_id(),
            day=held.day,
            start=held.start,
            minutes=held.minutes,
            studio_id=held.studio_id,
        ),
    )


def created_ids(edit: Edit) -> list[str]:
    """The ids of the calls an edit makes."""
    return [change.id for change in edit.of(Call) if change.before is None]


def first_gap(view: BoardView, day: date) -> Held | None:
    """An hour from ten o'clock on in the first studio that has one free; None without studios."""
    studios = [studio_id for studio_id in view.studios if studio_id is not None]
    for start in range(10 * 60, 22 * 60, 60):
        for studio_id in studios:
            held = Held("", day, studio_id, start, start + DEFAULT_MINUTES)
            if not any(_in_the_way(card, held) for card in view.cards):
                return held
    return Held("", day, studios[0], 10 * 60, 11 * 60) if studios else None


def following(calls: Iterable[Call]) -> list[Held]:
    """Where copies of calls stand right after them."""
    return [
        Held(call.id, call.day, call.studio_id, call.end, call.end + call.minutes)
        for call in calls
        if call.end < DAY_MINUTES
    ]


def pasted(calls: Sequence[Call], day: date) -> list[Held]:
    """Where kept calls stand on a day: the first of their days becomes that day. On their own
    day they follow themselves.
    """
    first = min(call.day for call in calls)
    if first == day:
        return following(calls)
    shift = day - first
    return [Held(call.id, call.day + shift, call.studio_id, call.start, call.end) for call in calls]


def pasted_at(calls: Sequence[Call], room: Held, studios: Sequence[str | None]) -> list[Held]:
    """Where kept calls stand in an empty place: the first of them there, the others around it as
    they stood, as far as there are columns for them.
    """
    lead = min(calls, key=lambda one: (one.day, one.start))
    days, minutes = room.day - lead.day, room.start - lead.start
    order = list(studios)
    known = lead.studio_id in order and room.studio_id in order
    places = order.index(room.studio_id) - order.index(lead.studio_id) if known else 0
    held = []
    for call in calls:
        studio_id = room.studio_id
        if call is not lead and call.studio_id in order:
            at = min(len(order) - 1, max(0, order.index(call.studio_id) + places))
            studio_id = order[at]
        start = within_day(call.start + minutes)
        held.append(Held(call.id, call.day + days, studio_id, start, start + call.minutes))
    return held


def _in_the_way(card: Card, held: Held) -> bool:
    stand = card.stand
    return (
        stand.day == held.day
        and stand.studio_id == held.studio_id
        and overlap(stand.start, stand.end, held.start, held.end)
    )


def stretched(book: Book, call_id: str, minutes: int, least: int = 5) -> Edit:
    """A call made longer (or shorter, if negative) at its end."""
    call = book.get(Call, call_id)
    return resize_call(book, call_id, call.start, max(least, call.minutes + minutes))
