"""The call sheet's time axis: quarter hours that grow until their cards fit, gaps closed up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

QUARTER = 15
CLOSE_ABOVE = 30
LUNCH, CLOSED, OPEN = "lunch", "closed", ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the axis in clock minutes, and its height in points."""

    start: int
    end: int
    height: float
    kind: str = OPEN


@dataclass(frozen=True, slots=True)
class Demand:
    """A card: from when to when it stands, and the height in points it needs."""

    start: int
    end: int
    height: float


@dataclass(frozen=True, slots=True)
class Axis:
    """Stretches from the top down."""

    stretches: tuple[Stretch, ...]

    @property
    def height(self) -> float:
        return sum(one.height for one in self.stretches)

    @property
    def start(self) -> int:
        return self.stretches[0].start

    @property
    def end(self) -> int:
        return self.stretches[-1].end

    def at(self, minute: int) -> float:
        """How far below the top a minute lies; minutes off the axis lie at its ends."""
        down = 0.0
        for one in self.stretches:
            if minute < one.end:
                share = max(0, minute - one.start) / (one.end - one.start)
                return down + one.height * share
            down += one.height
        return down


def axis(
    demands: Iterable[Demand],
    busy: Iterable[tuple[int, int]],
    lunch: tuple[int, int] | None,
    quarter: float,
    band: float,
    closed: float,
) -> Axis:
    """An axis over the cards: each quarter hour `quarter` points at least, lunch `band` high.

    Empty spans above half an hour are closed up to `closed` points.
    """
    wanted = sorted(demands, key=lambda one: (one.end - one.start, one.start))
    spans = list(busy)
    first = min(start for start, _ in spans) // QUARTER * QUARTER
    last = -(-max(end for _, end in spans) // QUARTER) * QUARTER
    stretches = _stretches(first, last, spans, lunch, quarter, band, closed)
    for demand in wanted:
        stretches = _grown(stretches, demand)
    return Axis(tuple(stretches))


def spread(given: Axis, room: float, most: float) -> Axis:
    """The axis with spare room shared among its open quarter hours, none above `most` points."""
    open_ones = [one for one in given.stretches if one.kind == OPEN and one.height < most]
    spare = room - given.height
    if spare <= 0 or not open_ones:
        return given
    share = spare / len(open_ones)
    return Axis(
        tuple(
            replace(one, height=max(one.height, min(most, one.height + share)))
            if one.kind == OPEN
            else one
            for one in given.stretches
        )
    )


def _stretches(
    first: int,
    last: int,
    spans: list[tuple[int, int]],
    lunch: tuple[int, int] | None,
    quarter: float,
    band: float,
    closed: float,
) -> list[Stretch]:
    result: list[Stretch] = []
    minute = first
    while minute < last:
        if lunch and lunch[0] <= minute < lunch[1]:
            result.append(Stretch(minute, lunch[1], band, LUNCH))
            minute = lunch[1]
            continue
        until = min(last, (minute // QUARTER + 1) * QUARTER)
        if lunch and minute < lunch[0] < until:
            until = lunch[0]
        gap = _empty_until(minute, last, spans)
        if lunch and minute < lunch[0]:
            gap = min(gap, lunch[0])
        if gap - minute > CLOSE_ABOVE:
            result.append(Stretch(minute, gap, closed, CLOSED))
            minute = gap
            continue
        result.append(Stretch(minute, until, quarter))
        minute = until
    return result


def _empty_until(minute: int, last: int, spans: list[tuple[int, int]]) -> int:
    """Until when nothing stands from a minute on, on whole quarter hours; the minute if it does."""
    if any(start < minute + 1 and minute < end for start, end in spans):
        return minute
    coming = min((start for start, _ in spans if start >= minute), default=last)
    return max(minute, coming // QUARTER * QUARTER)


def _grown(stretches: list[Stretch], demand: Demand) -> list[Stretch]:
    """The stretches with a card's lack of height shared among the quarters it stands on."""
    shares = [
        max(0, min(one.end, demand.end) - max(one.start, demand.start)) / (one.end - one.start)
        for one in stretches
    ]
    have = sum(one.height * share for one, share in zip(stretches, shares, strict=True))
    lack = demand.height - have
    growing = sum(share for one, share in zip(stretches, shares, strict=True) if one.kind == OPEN)
    if lack <= 0 or not growing:
        return stretches
    return [
        replace(one, height=one.height + lack / growing) if share and one.kind == OPEN else one
        for one, share in zip(stretches, shares, strict=True)
    ]
