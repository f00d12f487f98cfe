"""The hours a board shows, and the geometry of a day or a week for the room there is. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from castapp.ui.screens.schedule.geometry import (
    HOUR,
    NARROWEST,
    WEEK_HOUR,
    DayGeometry,
    WeekGeometry,
)

MORNING, EVENING = 11 * 60, 18 * 60 + 30


def day_hours(spans: Sequence[tuple[int, int]], fill: int = 0, hour: int = HOUR) -> tuple[int, int]:
    """First and last minute of the day board: half past nine to half past ten in the evening,
    wider if a span (start, end in clock minutes) or the room to fill (pixels) asks for it.
    """
    first = min([10 * 60, *(start for start, _ in spans)]) - 30
    last = max([22 * 60 + 15, *(end for _, end in spans)]) + 15
    first, last = max(0, first - first % 30), last + -last % 30
    return first, max(last, first + fill * 60 // max(1, hour))


def week_hours(spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """First and last minute of the week board: from the hour of the first span to the half hour
    that ends the last; from eleven to half past six at least, so that there is room for more.
    An empty week has the hours from ten to half past ten in the evening.
    """
    if not spans:
        return 10 * 60, 22 * 60 + 30
    first = min([MORNING, *(start for start, _ in spans)])
    last = max([EVENING, *(end for _, end in spans)])
    return first - first % 60, last + -last % 30


def day_plan(
    day: date,
    studios: tuple[str | None, ...],
    spans: Sequence[tuple[int, int]],
    hour: int,
    room: tuple[int, int],
    weights: tuple[int, ...] = (),
) -> DayGeometry:
    """The day board that fits a room (width, height in pixels) and shows every span."""
    first, last = day_hours(spans, room[1], hour)
    width = max(room[0], NARROWEST * len(studios))
    return DayGeometry(day, studios, width, first, last, hour, weights)


def week_plan(
    days: tuple[date, ...],
    studios: tuple[str | None, ...],
    spans: Sequence[tuple[int, int]],
    free: frozenset[date],
    room: tuple[int, int],
    hour: int = WEEK_HOUR,
) -> WeekGeometry:
    """The week board that fits a room (width, height in pixels) and shows every span."""
    first, last = week_hours(spans)
    width = max(room[0], (last - first) * hour // 60)
    return WeekGeometry(days, studios, width, first, last, free)
