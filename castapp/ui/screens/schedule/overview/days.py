"""The days of a fortnight or a month in short. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import DANCED_KINDS, Call
from castapp.domain.casting import Performance
from castapp.domain.programme import bill, title
from castapp.domain.repertory import Production
from castapp.domain.slot import clock, length, span
from castapp.ui.screens.schedule.cards import call_text
from castapp.ui.screens.schedule.posted import week_state
from castapp.ui.screens.schedule.present import day_kind, week_of

FORTNIGHT_DAYS, FULL_DAY = 14, 24 * 60


@dataclass(frozen=True, slots=True)
class DayShort:
    """A day in short. `shows` are named with the colours of what is danced; `works` has the
    colours of what is rehearsed with their minutes, most first; `minutes` are those of all studios
    together; `hours` from when to when; `told` each call in a line with its colour; `aside` says
    it is of another month, `past` that it is over.
    """

    day: date
    kind: str
    shows: tuple[tuple[str, str], ...] = ()
    calls: int = 0
    minutes: int = 0
    works: tuple[tuple[str, str, int], ...] = ()
    state: str = ""
    strong: bool = False
    today: bool = False
    aside: bool = False
    hours: str = ""
    past: bool = False
    told: tuple[tuple[str, str], ...] = ()

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
            f"{day:%A} {day.day} {day:%B}", "today" if self.today else "", self.kind,
            *(name for name, _ in self.shows), self.amount, self.hours, works, self.state
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
    """These days in short; those outside the month of `of_month` are told apart. Without a month
    each call is told in a line.
    """
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
    state, strong = week_state(book, day, today)
    return DayShort(
        day,
        day_kind(book, day),
        tuple((f"{title(book, one)} {clock(one.curtain)}", _colour(book, one)) for one in shows),
        len(calls),
        sum(call.minutes for call in calls if call.kind in DANCED_KINDS),
        tuple(sorted(works, key=lambda one: -one[2])),
        state,
        strong,
        day == today,
        of_month is not None and (day.year, day.month) != (of_month.year, of_month.month),
        span(min(one.start for one in calls), max(one.end for one in calls)) if calls else "",
        day < today,
        tuple(_told(book, one) for one in sorted(calls, key=lambda one: (one.start, one.id)))
        if of_month is None
        else (),
    )


def _told(book: Book, call: Call) -> tuple[str, str]:
    text = call_text(book, call)
    return f"{clock(call.start)} {text.short}", text.colour


def _colour(book: Book, show: Performance) -> str:
    items = bill(book, show.id)
    work = book.find(Production, items[0].production_id) if items else None
    return work.colour if work else "slate"
