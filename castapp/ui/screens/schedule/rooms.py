"""Empty places on the board: where one could stand that is pointed at, or after a card. No Qt."""

from __future__ import annotations

from datetime import date

from castapp.domain.slot import DAY_MINUTES, clock, overlap
from castapp.ui.screens.schedule.cards import Card
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
        if room is not None and not _in_the_way(view, room):
            return room
    return first_gap(view, view.days[0]) if view.days else None


def room_words(room: Held, view: BoardView) -> str:
    """A place as it is read out: Free place. Thursday 15 October, 14.00 to 15.00, S1. What stands
    in its way, and lunch in it, are told as well.
    """
    name = next((one.name for one in view.columns if one.studio_id == room.studio_id), "Elsewhere")
    day = room.day
    when = f"{day:%A} {day.day} {day:%B}, {clock(room.start)} to {clock(room.end)}"
    taken = _taken_by(view, room)
    lunch = "Over lunch." if _over_lunch(view, room) else ""
    return " ".join(part for part in (taken or "Free place.", f"{when}, {name}.", lunch) if part)


def _room(view: BoardView, day: date, studio_id: str | None, start: int) -> Held | None:
    end = min(start + DEFAULT_MINUTES, DAY_MINUTES)
    for card in view.cards:
        stand = card.stand
        here = stand.day == day and stand.studio_id == studio_id
        if here and stand.start > start:
            end = min(end, max(stand.start, start + LEAST))
    return Held("", day, studio_id, start, end) if end - start >= LEAST else None


def _in_the_way(view: BoardView, room: Held) -> list[Card]:
    """The cards that stand in a place, the first first."""
    found = [
        card
        for card in view.cards
        if card.stand.day == room.day
        and card.stand.studio_id == room.studio_id
        and not card.cancelled
        and overlap(card.stand.start, card.stand.end, room.start, room.end)
    ]
    return sorted(found, key=lambda card: card.stand.start)


def _taken_by(view: BoardView, room: Held) -> str:
    """Taken from 14.00 by Giselle Act II; "" for a place that is free."""
    cards = _in_the_way(view, room)
    if not cards:
        return ""
    first = cards[0]
    start = first.stand.start
    since = f"from {clock(start)}" if start > room.start else f"until {clock(first.stand.end)}"
    more = f" and {len(cards) - 1} more" if len(cards) > 1 else ""
    return f"Taken {since} by {first.title}{more}."


def _over_lunch(view: BoardView, room: Held) -> bool:
    return view.lunch is not None and overlap(*view.lunch, room.start, room.end)
