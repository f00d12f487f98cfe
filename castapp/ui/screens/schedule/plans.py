"""The hours a board shows, and the geometry of a day or a week for the room there is. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from castapp.ui.screens.schedule.geometry import (
    LANE,
    LEAST_LANE,
    NARROWEST,
    WEEK_HOUR,
    DayGeometry,
    WeekGeometry,
)

EARLIEST, LATEST = 7 * 60, 24 * 60
MORNING, EVENING = 11 * 60, 18 * 60 + 30


def board_hours(spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """First and last minute that can be reached: from seven to midnight, and further if a span
    (start, end in clock minutes) asks for it.
    """
    first = min([EARLIEST, *(start for start, _ in spans)])
    last = max([LATEST, *(end for _, end in spans)])
    return first - first % 60, last + -last % 60


def day_start(spans: Sequence[tuple[int, int]]) -> int:
    """The minute the day board shows at its top at first: half past nine, or half an hour before
    what begins earlier.
    """
    first = min([10 * 60, *(start for start, _ in spans)]) - 30
    return max(0, first - first % 30)


def week_hours(spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """First and last minute of the week in sight at first: from the hour of the first span to the
    half hour that ends the last; from eleven to half past six at least, so that there is room for
    more. An empty week has the hours from ten to half past ten in the evening.
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
    """The day board for a room (width, height in pixels): every hour of it can be reached, and an
    hour is never so low that the board would end within the room.
    """
    first, last = board_hours(spans)
    width = max(room[0], NARROWEST * len(studios))
    high = max(hour, room[1] * 60 / (last - first))
    return DayGeometry(day, studios, width, first, last, high, weights)


def week_plan(
    days: tuple[date, ...],
    studios: tuple[str | None, ...],
    spans: Sequence[tuple[int, int]],
    usual: tuple[int, int],
    free: frozenset[date],
    room: tuple[int, int],
    hour: int = WEEK_HOUR,
) -> WeekGeometry:
    """The week board for a room (width, height in pixels): every hour of it can be reached.

    Of the usual size of an hour, the `usual` hours (first, last minute) fill the room. Lanes are a
    little lower than usual where the whole week fits then.
    """
    first, last = board_hours(spans)
    wide: float = hour
    if hour == WEEK_HOUR:
        wide = max(hour, room[0] * 60 / (usual[1] - usual[0]))
    width = max(room[0], round((last - first) * wide / 60))
    heights = range(LANE, LEAST_LANE - 1, -1)
    plans = [WeekGeometry(days, studios, width, first, last, free, lane) for lane in heights]
    return next((plan for plan in plans if plan.height <= room[1]), plans[0])
