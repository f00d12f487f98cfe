"""How days and times are written on paper: the A4 way and the Letter way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from castapp.domain.programme import HALF
from castapp.domain.slot import clock, clock12

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
HALF_ON_LETTER = 30


@dataclass(frozen=True, slots=True)
class Manner:
    """The habits that go with a paper: 24-hour clock and day before month, or the other way."""

    paper: str = "A4"

    @property
    def american(self) -> bool:
        return self.paper == "Letter"

    @property
    def half(self) -> int:
        """Minutes from the half to the curtain."""
        return HALF_ON_LETTER if self.american else HALF

    @property
    def beginners(self) -> str:
        return "places" if self.american else "beginners"

    def clock(self, minutes: int) -> str:
        """14.30, or 2:30."""
        return clock12(minutes) if self.american else clock(minutes)

    def span(self, start: int, end: int) -> str:
        """14.30–15.45, or 2:30–3:45."""
        return f"{self.clock(start)}–{self.clock(end)}"

    def exact(self, minutes: int) -> str:
        """A time that nobody can take for the other half of the day: 14.30, or 2:30 p.m."""
        if not self.american:
            return clock(minutes)
        return f"{clock12(minutes)} {'a.m.' if minutes % 1440 < 720 else 'p.m.'}"

    def long_day(self, day: date) -> str:
        """Wednesday 14 October 2026, or Wednesday, October 14, 2026."""
        weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
        if self.american:
            return f"{weekday}, {month} {day.day}, {day.year}"
        return f"{weekday} {day.day} {month} {day.year}"

    def day(self, day: date) -> str:
        """Wed 14 Oct, or Wed Oct 14."""
        weekday, month = WEEKDAYS[day.weekday()][:3], MONTHS[day.month - 1][:3]
        return f"{weekday} {month} {day.day}" if self.american else f"{weekday} {day.day} {month}"

    def short_day(self, day: date) -> str:
        """Wed 14."""
        return f"{WEEKDAYS[day.weekday()][:3]} {day.day}"

    def day_among(self, day: date, days: Iterable[date]) -> str:
        """Wed 14 where all these days lie in its month, else Wed 14 Oct."""
        alone = {(one.year, one.month) for one in (day, *days)} == {(day.year, day.month)}
        return self.short_day(day) if alone else self.day(day)

    def days(self, first: date, last: date) -> str:
        """22–31 October 2026; 28 September – 4 October 2026; October 22–31, 2026."""
        months = MONTHS[first.month - 1], MONTHS[last.month - 1]
        if first == last:
            return self.long_day(first)
        if (first.year, first.month) == (last.year, last.month):
            if self.american:
                return f"{months[0]} {first.day}–{last.day}, {last.year}"
            return f"{first.day}–{last.day} {months[0]} {last.year}"
        if self.american:
            return f"{months[0]} {first.day} – {months[1]} {last.day}, {last.year}"
        return f"{first.day} {months[0]} – {last.day} {months[1]} {last.year}"

    def stamp(self, iso: str, zone: str) -> str:
        """A stored UTC stamp on the company's clock: Tue 13 Oct 17.40; empty if there is none."""
        if not iso:
            return ""
        moment = datetime.fromisoformat(iso).astimezone(ZoneInfo(zone))
        return f"{self.day(moment.date())} {self.exact(moment.hour * 60 + moment.minute)}"
