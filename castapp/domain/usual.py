"""A dancer's seven days against their own weeks: the band of a day, and the heat map of many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from statistics import median

from castapp.domain.availability import Absence, Participation
from castapp.domain.baseline import (
    MAX_WEEKS,
    MIN_WEEKS,
    UNUSUAL,
    band,
    change_percent,
    percentile,
    robust_z,
    spread,
)
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.roster import company
from castapp.domain.set_apart import days_apart, days_on_leave
from castapp.domain.slot import week_start
from castapp.domain.workload import READ, DayWork, day_work

MINUTES, LOAD = "minutes", "load"
BUILDING, RETURNING, EVEN, UNKNOWN, UNPLANNED = (
    "building history",
    "returning",
    "no spread",
    "half unknown",
    "not planned",
)

CHANGE_WORDS = {
    "far below": "much less",
    "below": "less",
    "usual": "usual",
    "above": "more",
    "far above": "much more",
}
"""The bands in words: a band compares seven days with the seven before them, by how much that
usually changes; it says nothing of how many hours they are.
"""

_WEEK = 7
_BREAK_DAYS = 14
_RETURN_DAYS = 28
_LEAVE_DAYS = 5
_BACK = _WEEK * (MAX_WEEKS + 1) + _WEEK


@dataclass(frozen=True, slots=True)
class Usual:
    """Seven days that end on a day, against the dancer's own last weeks.

    `state` is a band ("far below" … "far above") or why there is none. `amount` is in minutes or
    AU; `change` from the seven days before, `percent` if those were enough to compare; `z` robust
    deviations of that change; `percentile` of the amount; `low`–`high` the usual seven days;
    `of_usual` per cent of the median week; `weeks` compared; `coverage` 0–1 of what was rated.
    """

    state: str
    amount: float
    change: float | None = None
    percent: float | None = None
    z: float | None = None
    percentile: float | None = None
    low: float | None = None
    high: float | None = None
    of_usual: float | None = None
    weeks: int = 0
    days_known: int = 0
    coverage: float | None = None

    @property
    def note(self) -> str:
        """Why there is no band, or how far the history has come; empty if there is one."""
        if self.state != BUILDING:
            return self.state if self.state in (RETURNING, EVEN, UNKNOWN, UNPLANNED) else ""
        if self.days_known < _WEEK:
            return f"{BUILDING} ({self.days_known} of {_WEEK} days)"
        return f"{BUILDING} ({self.weeks} of {MIN_WEEKS} weeks)"


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of one dancer in the heat map: the day's amount, its shows, and the week's band."""

    day: date
    amount: float
    shows: int
    usual: Usual


def usual(
    book: Book, person_id: str, day: date, measure: str = MINUTES, today: date | None = None
) -> Usual:
    """The seven days to a day against the dancer's own usual."""
    return heat(book, (person_id,), day, day, measure, today)[person_id][0].usual


def heat(
    book: Book,
    people: Iterable[str],
    first: date,
    last: date,
    measure: str = MINUTES,
    today: date | None = None,
) -> dict[str, tuple[Cell, ...]]:
    """Person id → a cell a day from first to last. `measure` is MINUTES or LOAD (AU).

    With LOAD, days up to `today` of which less than half is rated get no band.
    """
    kept = book.cache("heat", *READ, Call, Performance, Absence, Participation)
    wanted = tuple(people)
    key = (first, last, measure, today)
    missing = [one for one in wanted if (one, key) not in kept]
    if missing:
        for person_id, cells in _heat(book, missing, first, last, measure, today):
            kept[(person_id, key)] = cells
    return {one: kept[(one, key)] for one in wanted}


def _heat(
    book: Book,
    people: Iterable[str],
    first: date,
    last: date,
    measure: str,
    today: date | None,
) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    start = first - timedelta(days=_BACK)
    days = [start + timedelta(days=n) for n in range((last - start).days + 1)]
    works = [day_work(book, day) for day in days]
    planned = _last_planned(book, last)
    for person_id in people:
        mine = [work.get(person_id) for work in works]
        apart, leave = days_apart(book, person_id, days), days_on_leave(book, person_id, days)
        line = _Line(mine, measure, apart, leave, days, today)
        yield (
            person_id,
            tuple(
                Cell(
                    days[place],
                    line.values[place],
                    one.shows if (one := mine[place]) else 0,
                    line.usual(place) if days[place] <= planned else line.unplanned(place),
                )
                for place in range(_BACK, len(days))
            ),
        )


def _last_planned(book: Book, default: date) -> date:
    """The end of the last week in which there is any call or show."""
    days = (*book.values(Call, "day"), *book.values(Performance, "day"))
    last = max((day for day in days if isinstance(day, date)), default=default)
    return week_start(last, company(book).first_weekday) + timedelta(days=_WEEK - 1)


class _Line:
    """One dancer's days in a row, with running sums."""

    def __init__(
        self,
        works: Sequence[DayWork | None],
        measure: str,
        apart: Sequence[bool],
        leave: Sequence[bool],
        days: Sequence[date],
        today: date | None,
    ) -> None:
        loads = measure == LOAD
        self.values: list[float] = [
            0.0 if one is None else (one.load if loads else one.minutes) for one in works
        ]
        self._sums = [0.0, *accumulate(self.values)]
        self._apart = [0, *accumulate(map(int, apart))]
        self._leave = [0, *accumulate(map(int, leave))]
        self._known = next((n for n, value in enumerate(self.values) if value), len(works))
        self._rated: list[tuple[int, int]] | None = None
        if loads:
            past = [
                (one.rated, one.minutes) if one and (today is None or day <= today) else (0, 0)
                for one, day in zip(works, days, strict=True)
            ]
            self._rated = [
                (0, 0),
                *accumulate(past, lambda one, other: (one[0] + other[0], one[1] + other[1])),
            ]

    def week(self, place: int) -> float:
        """The seven days that end at a place."""
        return self._sums[place + 1] - self._sums[place + 1 - _WEEK]

    def unplanned(self, place: int) -> Usual:
        """A day after the last week that anything is planned in."""
        return Usual(UNPLANNED, self.week(place))

    def usual(self, place: int) -> Usual:
        """The seven days to a place against the weeks before, none of them overlapping."""
        amount = self.week(place)
        known = min(max(0, place - self._known + 1), _BACK)
        coverage = self._coverage(place)
        ends = [
            end
            for end in range(place - _WEEK, place - _WEEK * (MAX_WEEKS + 1), -_WEEK)
            if self._comparable(end)
        ]
        history = [self.week(end) for end in ends]
        if known < 2 * _WEEK or len(history) == 0:
            return Usual(BUILDING, amount, weeks=len(history), days_known=known, coverage=coverage)
        moved = amount - self.week(place - _WEEK)
        middle = median(history)
        percent = change_percent(amount, self.week(place - _WEEK), middle)
        changes = [
            self.week(end) - self.week(end - _WEEK) for end in ends if self._comparable(end - _WEEK)
        ]
        measured = Usual(
            BUILDING,
            amount,
            moved,
            percent,
            weeks=len(changes),
            days_known=known,
            coverage=coverage,
        )
        if len(changes) < MIN_WEEKS:
            return measured
        return self._compared(measured, place, history, changes)

    def _compared(
        self, measured: Usual, place: int, history: list[float], changes: list[float]
    ) -> Usual:
        amount, moved = measured.amount, measured.change or 0.0
        full = median([week for week in history if week > 0] or [0.0])
        share = 100 * amount / full if full else None
        width = spread(history)
        middle = median(history)
        z = robust_z(moved, changes)
        state = EVEN if z is None else band(z)
        low = None if width is None else max(0.0, middle - UNUSUAL * width)
        high = None if width is None else middle + UNUSUAL * width
        rank: float | None = percentile(amount, history)
        if self._returning(place, full):
            state, z, rank = RETURNING, None, None
        elif measured.coverage is not None and measured.coverage < 0.5:
            state, z, rank = UNKNOWN, None, None
        return Usual(
            state,
            amount,
            measured.change,
            measured.percent,
            z,
            rank,
            low,
            high,
            share,
            measured.weeks,
            measured.days_known,
            measured.coverage,
        )

    def _comparable(self, end: int) -> bool:
        """Whether a week lies wholly in the known history and no day of it is set apart."""
        begin = end - _WEEK + 1
        return begin >= self._known and self._apart[end + 1] == self._apart[begin]

    def _returning(self, place: int, full: float) -> bool:
        """Whether leave of a working week, or a fortnight under a quarter of the usual, ended in
        the last 28 days; or any leave lies in the two weeks compared.
        """
        if self._leave[place + 1] > self._leave[place + 1 - 2 * _WEEK]:
            return True
        enough = 0.25 * 2 * full
        for end in range(place, place - _RETURN_DAYS - 1, -1):
            if self._leave[end + 1] - self._leave[end + 1 - _LEAVE_DAYS] == _LEAVE_DAYS:
                return True
            begin = end - _BREAK_DAYS + 1
            if begin >= self._known and self._sums[end + 1] - self._sums[begin] < enough:
                return True
        return False

    def _coverage(self, place: int) -> float | None:
        """The rated share of the past minutes among the seven days; None if there are none."""
        if self._rated is None:
            return None
        rated = self._rated[place + 1][0] - self._rated[place + 1 - _WEEK][0]
        minutes = self._rated[place + 1][1] - self._rated[place + 1 - _WEEK][1]
        return rated / minutes if minutes else None
