"""The sample's calls: ten weeks of days, each filled from the pattern of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.record import Record
from castapp.services.sample.blocks import Blocks
from castapp.services.sample.data import clock_of, day_of, toml
from castapp.services.sample.days import (
    classes,
    conditioning,
    crew,
    fittings,
    runs,
    warm_ups,
)
from castapp.services.sample.diary import Diary
from castapp.services.sample.house import studio_id
from castapp.services.sample.plot import (
    called_while_away,
    clash_day,
    interview,
    next_working_day,
)
from castapp.services.sample.units import units

WEEKS = range(-6, 4)
WORKING_DAYS = range(6)
FRIDAY = 4


def calls(book: Book, today: date) -> Iterator[Record]:
    """Every call of the ten weeks with its lines; days with shows are filled first, being short."""
    diary = Diary(book, day_of(today, WEEKS.start - 1, 0))
    diary.enter_shows()
    diary.enter_staff_away()
    blocks = Blocks(diary, units(book), today)
    clash_day(diary, today)
    called_while_away(diary, today)
    interview(diary, today)
    waiting = _with_unplaced(book, today)
    for week in WEEKS:
        days = [_Day.of(book, today, week, weekday) for weekday in WORKING_DAYS]
        for day in days:
            _around(diary, day)
        works = toml("week")["weeks"][str(week)]
        for day in sorted(days, key=lambda one: not one.shows):
            blocks.fill(day.day, works, day.blocks, ROOMS)
        for day in days:
            if day.day in waiting:
                blocks.leave_unplaced(day.day, works)
    yield from diary.made


def _with_unplaced(book: Book, today: date) -> set[date]:
    """The days with calls that still want a place: the coming one, and two Fridays to come."""
    coming = next_working_day(today)
    if len(book.where(Performance, "day", coming)) > 1:
        coming = next_working_day(coming)
    return {coming, day_of(today, 1, FRIDAY), day_of(today, 2, FRIDAY)}


@dataclass(frozen=True, slots=True)
class _Day:
    """A working day with its pattern, its runs and its shows."""

    day: date
    pattern: dict[str, Any]
    runs: list[dict[str, Any]]
    shows: list[Performance]

    @classmethod
    def of(cls, book: Book, today: date, week: int, weekday: int) -> _Day:
        """The day by its place in the ten weeks."""
        day = day_of(today, week, weekday)
        shows = sorted(book.where(Performance, "day", day), key=lambda one: one.curtain)
        whole = [
            one for one in toml("week")["run"] if (one["week"], one["weekday"]) == (week, weekday)
        ]
        return cls(day, toml("week")[_kind(weekday, len(shows))], whole, shows)

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """The day's blocks of rehearsal; the last are left out on a day with a run."""
        blocks: list[dict[str, Any]] = self.pattern["blocks"]
        return blocks[:2] if self.runs else blocks


def _around(diary: Diary, day: _Day) -> None:
    if "class" in day.pattern:
        classes(diary, day.day, day.pattern["class"])
    conditioning(diary, day.day)
    runs(diary, day.day, day.runs)
    warm_ups(diary, day.shows)
    crew(diary, day.day, show=bool(day.shows))
    if day.blocks:
        fittings(diary, day.day, clock_of(day.blocks[0]["at"]))


def _kind(weekday: int, shows: int) -> str:
    if shows > 1:
        return "two_shows"
    if shows:
        return "show"
    return "saturday" if weekday == 5 else "rehearsal"


ROOMS = [studio_id(f"studio-{number}") for number in range(1, 6)]
