"""Empty places on the board: where one could stand that is pointed at, or after a card. No Qt."""

from __future__ import annotations

from datetime import date

from castapp.domain.slot import DAY_MINUTES, clock, overlap
from castapp.ui.screens.schedule.drag_state import DEFAULT_MINUTES, Held
from castapp.ui.screens.schedule.edits import first_gap
from castapp.ui.screens.schedule.geometry import Spot, snap_down, within_day
from castapp.ui.screens.schedule.present import BoardView

LEAST = 15


def room_at(view: BoardView, spot: Spot, step: int = 15) -> Held | None:
    """An hour at a point, or as long as there is room there. None on a free day's band."""
    if spot.day in view.free and len(view.days) > 1:
        return None
    start = within_day(snap_down(spot.minute, step))
    return _room(view, spot.day, spot.studio_id, start)


def room_after(view: BoardView, record_id: str) -> Held | None:
    """The room right after a card in its studio, else the first gap of the board's first day."""
    card = next((one for one in view.cards if one.id == record_id), None)
    if card is not None:
        stand = card.stand
        room = _room(view, stand.day, stand.studio_id, stand.end)
        if room is not None and not _taken(view, room):
            return room
    return first_gap(view, view.days[0]) if view.days else None


def room_words(room: Held, view: BoardView) -> str:
    """An empty place as it is read out: Free place. Thursday 15 October, 14.00 to 15.00, S1."""
    name = next((one.name for one in view.columns if one.studio_id == room.studio_id), "Elsewhere")
    day = room.day
    when = f"{day:%A} {day.day} {day:%B}, {clock(room.start)} to {clock(room.end)}"
    return f"Free place. {when}, {name}."


def _room(view: BoardView, day: date, studio_id: str | None, start: int) -> Held | None:
    end = min(start + DEFAULT_MINUTES, DAY_MINUTES)
    for card in view.cards:
        stand = card.stand
        here = stand.day == day and stand.studio_id == studio_id
        if here and stand.start > start:
            end = min(end, max(stand.start, start + LEAST))
    return Held("", day, studio_id, start, end) if end - start >= LEAST else None


def _taken(view: BoardView, room: Held) -> bool:
    return any(
        card.stand.day == room.day
        and card.stand.studio_id == room.studio_id
        and overlap(card.stand.start, card.stand.end, room.start, room.end)
        for card in view.cards
    )
