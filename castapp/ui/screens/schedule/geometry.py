"""Where time and place are on the board: minutes and studios to pixels and back. No Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from typing import Protocol

from castapp.domain.slot import DAY_MINUTES

RULER, HEADER, COLUMN, NARROWEST = 56, 36, 164, 112
HOUR, LEAST_HOUR, MOST_HOUR = 48, 24, 144
LABEL, AXIS, WEEK_HOUR, DAY_PAD, FREE_DAY = 112, 24, 56, 5, 44
LANE, LEAST_LANE = 18, 15
EDGE = 6
STEPS = (5, 15, 30)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in whole logical pixels of the board's own ground, unscrolled."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        return self.x + self.w

    @property
    def bottom(self) -> int:
        return self.y + self.h


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the board in the words of the plan: the day, the studio, the clock minute."""

    day: date
    studio_id: str | None
    minute: int


@dataclass(frozen=True, slots=True)
class Stand:
    """Where something stands. `lane` of `lanes` share the width when spans overlap."""

    day: date
    studio_id: str | None
    start: int
    end: int
    lane: int = 0
    lanes: int = 1


class Geometry(Protocol):
    """What the board needs to know of either view. `down` says that time runs downwards."""

    @property
    def down(self) -> bool: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def days(self) -> tuple[date, ...]: ...
    @property
    def studios(self) -> tuple[str | None, ...]: ...
    def box(self, stand: Stand) -> Box | None: ...
    def spot(self, x: int, y: int) -> Spot: ...
    def pixels(self, minute: int) -> int: ...


@dataclass(frozen=True, slots=True)
class DayGeometry:
    """Studios as columns, time downwards. `hour` is the height of an hour; `weights` tell how wide
    each column is beside the others.
    """

    day: date
    studios: tuple[str | None, ...]
    width: int
    first: int = 9 * 60 + 30
    last: int = 22 * 60 + 30
    hour: float = HOUR
    weights: tuple[int, ...] = ()
    lefts: tuple[int, ...] = field(init=False, repr=False)
    _columns: Mapping[str | None, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        count = max(1, len(self.studios))
        weights = self.weights if len(self.weights) == count else (1,) * count
        ends = accumulate(weights, initial=0)
        lefts = tuple(end * self.width // sum(weights) for end in ends)
        object.__setattr__(self, "lefts", lefts)
        object.__setattr__(self, "_columns", {one: n for n, one in enumerate(self.studios)})

    @property
    def down(self) -> bool:
        return True

    @property
    def days(self) -> tuple[date, ...]:
        return (self.day,)

    @property
    def height(self) -> int:
        return self.pixels(self.last)

    def pixels(self, minute: int) -> int:
        """The height of a clock minute on the board."""
        return round((minute - self.first) * self.hour / 60)

    def left(self, column: int) -> int:
        """The left edge of a column; the one past the last is the right edge of the board."""
        return self.lefts[column]

    def column(self, number: int) -> Box:
        """A whole column."""
        left = self.left(number)
        return Box(left, 0, self.left(number + 1) - left, self.height)

    def box(self, stand: Stand) -> Box | None:
        """The card's rectangle, or None if its studio or day is not on the board."""
        number = self._columns.get(stand.studio_id)
        if number is None or stand.day != self.day:
            return None
        first = self.left(number)
        room = self.left(number + 1) - first - 9
        left = room * stand.lane // stand.lanes
        right = room * (stand.lane + 1) // stand.lanes
        gap = 2 if stand.lane + 1 < stand.lanes else 0
        top, bottom = self.pixels(stand.start), self.pixels(stand.end)
        return Box(first + 5 + left, top + 1, right - left - gap, max(4, bottom - top - 2))

    def spot(self, x: int, y: int) -> Spot:
        """What is at a point; points beside the board count for the nearest column and minute."""
        number = min(len(self.lefts) - 2, max(0, bisect_right(self.lefts, x) - 1))
        minute = self.first + round(y * 60 / self.hour)
        studio = self.studios[number] if self.studios else None
        return Spot(self.day, studio, min(self.last, max(self.first, minute)))


@dataclass(frozen=True, slots=True)
class WeekGeometry:
    """Days as bands with a lane per studio, time across.

    Days that are `free` are folded: low bands without a line between their lanes, which are there
    all the same, as narrow as the band allows. `lane` is the height of a lane.
    """

    days: tuple[date, ...]
    studios: tuple[str | None, ...]
    width: int
    first: int = 10 * 60
    last: int = 22 * 60 + 30
    free: frozenset[date] = frozenset()
    lane: int = LANE
    tops: tuple[int, ...] = field(init=False)
    _bands: Mapping[date, int] = field(init=False, repr=False, compare=False)
    _lanes: Mapping[str | None, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_bands", {day: n for n, day in enumerate(self.days)})
        object.__setattr__(self, "_lanes", {one: n for n, one in enumerate(self.studios)})
        tops = [0]
        for day in self.days:
            tops.append(tops[-1] + (FREE_DAY if day in self.free else self.band))
        object.__setattr__(self, "tops", tuple(tops))

    @property
    def down(self) -> bool:
        return False

    @property
    def band(self) -> int:
        """The height of a day with lanes."""
        return max(FREE_DAY, len(self.studios) * self.lane + 2 * DAY_PAD)

    @property
    def height(self) -> int:
        return self.tops[-1]

    def pixels(self, minute: int) -> int:
        """How far across a clock minute is."""
        return round((minute - self.first) * self.width / max(1, self.last - self.first))

    def day_box(self, number: int) -> Box:
        """The band of a day."""
        return Box(0, self.tops[number], self.width, self.tops[number + 1] - self.tops[number])

    def lane_top(self, day: int, lane: int) -> int:
        """The upper edge of a studio's lane in a day; that of the one past the last ends it."""
        if self.days[day] in self.free:
            return self.tops[day] + DAY_PAD + lane * self._folded // max(1, len(self.studios))
        return self.tops[day] + DAY_PAD + lane * self.lane

    @property
    def _folded(self) -> int:
        """The height of all lanes of a folded day together."""
        return min(FREE_DAY - 2 * DAY_PAD, self.lane * len(self.studios))

    def box(self, stand: Stand) -> Box | None:
        """The card's rectangle, or None if its studio or day is not on the board."""
        day, lane = self._bands.get(stand.day), self._lanes.get(stand.studio_id)
        if day is None or lane is None:
            return None
        top = self.lane_top(day, lane)
        room = self.lane_top(day, lane + 1) - top - 1
        upper = room * stand.lane // stand.lanes
        lower = room * (stand.lane + 1) // stand.lanes
        left, right = self.pixels(stand.start), self.pixels(stand.end)
        return Box(left, top + upper, max(4, right - left - 1), max(4, lower - upper))

    def spot(self, x: int, y: int) -> Spot:
        """What is at a point; points beside the board count for the nearest lane and minute."""
        number = max(0, sum(1 for top in self.tops[1:-1] if top <= y))
        lane = min(len(self.studios) - 1, max(0, self._lane_at(number, y)))
        minute = self.first + round(x * (self.last - self.first) / max(1, self.width))
        studio = self.studios[lane] if self.studios else None
        return Spot(self.days[number], studio, min(self.last, max(self.first, minute)))

    def _lane_at(self, day: int, y: int) -> int:
        """The lane at a height, below none or above the last beside the lanes."""
        offset = y - self.tops[day] - DAY_PAD
        if self.days[day] in self.free:
            return (offset * len(self.studios) + len(self.studios) - 1) // max(1, self._folded)
        return offset // self.lane


def part_at(box: Box, x: int, y: int, *, down: bool) -> str:
    """Which part of a card a point is on: its "start" or "end" edge (6 px), or its "body"."""
    length, offset = (box.h, y - box.y) if down else (box.w, x - box.x)
    edge = min(EDGE, length // 3)
    if offset < edge:
        return "start"
    return "end" if offset >= length - edge else "body"


def snap(minute: float, step: int = 15) -> int:
    """The nearest whole step, half steps upwards."""
    return int((minute + step / 2) // step) * step


def snap_down(minute: float, step: int = 15) -> int:
    """The step a minute lies in."""
    return int(minute // step) * step


def within_day(start: int) -> int:
    """A start that a call may have."""
    return min(DAY_MINUTES - 5, max(0, start))
