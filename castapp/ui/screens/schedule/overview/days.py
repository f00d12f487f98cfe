"""The days of a fortnight or a month in short. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import DANCED_KINDS, Call
from castapp.domain.casting import Performance
from castapp.domain.programme import title
from castapp.domain.repertory import Production
from castapp.domain.slot import clock, length
from castapp.ui.screens.schedule.posted import week_state
from castapp.ui.screens.schedule.present import day_kind, week_of

FORTNIGHT_DAYS, FULL_DAY = 14, 24 * 60


@dataclass(frozen=True, slots=True)
class DayShort:
    """A day in short. `works` has the colours of what is rehearsed with their minutes, most
    first; `minutes` are those of all studios together; `aside` says it is of another month.
    """

    day: date
    kind: str
    shows: tuple[str, ...] = ()
    calls: int = 0
    minutes: int = 0
    works: tuple[tuple[str, str, int], ...] = ()
    state: str = ""
    strong: bool = False
    today: bool = False
    aside: bool = False

    @property
    def amount(self) -> str:
        """12 calls · 14 h 30; empty without any."""
        if not self.calls:
            return ""
        return f"{self.calls} {'call' if self.calls == 1 else 'calls'} · {length(self.minutes)}"

    @property
    def spoken(self) -> str:
        """How it is read out."""
        day = self.day
        works = ", ".join(f"{name} {length(minutes)}" for name, _, minutes in self.works)
        parts = (
            f"{day:%A} {day.day} {day:%B}", self.kind, *self.shows, self.amount, works, self.state
        )  # fmt: skip
        return ". ".join(part for part in parts if part)


def fortnight(book: Book, day: date) -> tuple[date, ...]:
    """The week a day lies in and the next."""
    first = week_of(book, day)[0]
    return tuple(first + timedelta(days=n) for n in range(FORTNIGHT_DAYS))


def month(book: Book, day: date) -> tuple[date, ...]:
    """The whole weeks that a day's month touches."""
    first = week_of(book, day.replace(day=1))[0]
    after = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    last = week_of(book, after - timedelta(days=1))[-1]
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def short_days(
    book: Book, days: Sequence[date], today: date, of_month: date | None = None
) -> tuple[DayShort, ...]:
    """These days in short; those outside the month of `of_month` are told apart."""
    return tuple(_short(book, day, today, of_month) for day in days)


def _short(book: Book, day: date, today: date, of_month: date | None) -> DayShort:
    calls = [
        one
        for one in book.where(Call, "day", day)
        if one.state != "cancelled" and one.kind != "free day"
    ]
    minutes: dict[str, int] = {}
    for call in calls:
        if call.production_id:
            minutes[call.production_id] = minutes.get(call.production_id, 0) + call.minutes
    works = [
        (work.short or work.title, work.colour, spent)
        for work_id, spent in minutes.items()
        if (work := book.find(Production, work_id))
    ]
    shows = sorted(
        (one for one in book.where(Performance, "day", day) if one.state != "cancelled"),
        key=lambda one: one.curtain,
    )
    state, strong = week_state(book, day)
    return DayShort(
        day,
        day_kind(book, day),
        tuple(f"{title(book, one)} {clock(one.curtain)}" for one in shows),
        len(calls),
        sum(call.minutes for call in calls if call.kind in DANCED_KINDS),
        tuple(sorted(works, key=lambda one: -one[2])),
        state,
        strong,
        day == today,
        of_month is not None and (day.year, day.month) != (of_month.year, of_month.month),
    )
