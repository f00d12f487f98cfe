"""What the board's heads say when read out: studios, days with their lanes, hours. No Qt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from castapp.domain.slot import DAY_MINUTES, clock
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.geometry import (
    HEADER,
    LABEL,
    Box,
    DayGeometry,
    Geometry,
    Spot,
    WeekGeometry,
)
from castapp.ui.screens.schedule.present import Band, BoardView, Column
from castapp.ui.screens.schedule.rooms import LEAST, room_at

LANE_LABEL = 24
_Held = Counter[tuple[date, str | None]]


@dataclass(frozen=True, slots=True)
class Head:
    """A head as it is read out, and where it stands on its edge, unscrolled.

    A whole day's has no lane; every other stands for a studio of a day.
    """

    words: str
    day: date
    box: Box
    studio_id: str | None = None
    lane: bool = True


def heads(view: BoardView, plan: Geometry) -> list[Head]:
    """The studios of a day, or the days of a week each with its lanes, in reading order."""
    held = Counter((card.stand.day, card.stand.studio_id) for card in view.cards)
    if isinstance(plan, DayGeometry):
        return [_column(view, plan, number, held) for number in range(len(view.columns))]
    if isinstance(plan, WeekGeometry):
        days = (_day(view, plan, number, held) for number in range(len(view.bands)))
        return [head for day in days for head in day]
    return []


def hours_words(plan: Geometry) -> str:
    """The hours an edge shows: Hours, 7.00 to 24.00."""
    last = clock(plan.last) if plan.last != DAY_MINUTES else "24.00"
    return f"Hours, {clock(plan.first)} to {last}"


def first_room(view: BoardView, day: date, studio_id: str | None, opens: int) -> Held | None:
    """The first empty place of a lane from a minute on, None where the day has no lanes."""
    stands = sorted(
        (card.stand.start, card.stand.end)
        for card in view.cards
        if card.stand.day == day and card.stand.studio_id == studio_id
    )
    start = opens
    for begins, ends in stands:
        if begins - start >= LEAST:
            break
        start = max(start, ends + -ends % LEAST)
    return room_at(view, Spot(day, studio_id, min(start, DAY_MINUTES - LEAST)))


def _column(view: BoardView, plan: DayGeometry, number: int, held: _Held) -> Head:
    column, place = view.columns[number], plan.column(number)
    said = f"{_lane(held, plan.day, column)}. {number + 1} of {len(view.columns)}"
    return Head(said, plan.day, Box(place.x, 0, place.w, HEADER), column.studio_id)


def _day(view: BoardView, plan: WeekGeometry, number: int, held: _Held) -> list[Head]:
    band, place = view.bands[number], plan.day_box(number)
    whole = Head(_band(band), band.day, Box(0, place.y, LABEL, place.h), lane=False)
    if band.day in plan.free:
        return [whole]
    lanes = [
        Head(
            f"{_lane(held, band.day, column)}. {_spoken(band.day)}",
            band.day,
            Box(LABEL - LANE_LABEL, plan.lane_top(number, lane), LANE_LABEL, plan.lane - 1),
            column.studio_id,
        )
        for lane, column in enumerate(view.columns)
    ]
    return [whole, *lanes]


def _lane(held: _Held, day: date, column: Column) -> str:
    count = held[day, column.studio_id]
    said = "nothing" if not count else "1 card" if count == 1 else f"{count} cards"
    return ", ".join(part for part in (column.name, column.note, said) if part)


def _band(band: Band) -> str:
    today = "today" if band.today else ""
    parts = (_spoken(band.day), today, band.kind, band.state, *band.more)
    return ". ".join(part for part in parts if part)


def _spoken(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"
