"""Time zones for calendars: two yearly rules read from the last line of a zone's own file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from importlib.resources import files

WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
LAST, SHORTEST = 5, 30  # no zone changes its clocks in February
WEEK = 7
FIRST_YEAR = 1970
_NAME = r"(<[^>]+>|[A-Za-z]+)"
_OFFSET = r"([+-]?\d+(?::\d+){0,2})"
_RULE = r"M(\d+)\.(\d+)\.(\d+)(?:/([+-]?\d+(?::\d+){0,2}))?"
_FOOTER = re.compile(f"^{_NAME}{_OFFSET}(?:{_NAME}{_OFFSET}?,{_RULE},{_RULE})?$")


@dataclass(frozen=True, slots=True)
class Turn:
    """When the clocks change each year: a weekday of a month (5th week: the last) and a time.

    `seconds` count from that day's midnight and may be negative or pass a day.
    """

    month: int
    week: int
    weekday: int
    seconds: int

    @property
    def shift(self) -> int:
        """Whole days between the weekday named and the day the clocks really change."""
        return self.seconds // 86400

    def moment(self, year: int) -> datetime:
        """The wall-clock moment of the change in a year."""
        first = date(year, self.month, 1)
        ahead = (self.weekday - (first.weekday() + 1)) % WEEK
        day = first + timedelta(days=ahead + WEEK * (self.week - 1))
        if day.month != self.month:
            day -= timedelta(days=WEEK)
        return datetime.combine(day, time()) + timedelta(seconds=self.seconds)

    def rule(self) -> dict[str, object] | None:
        """The same as a recurrence rule; None if days of two months would be meant."""
        weekday = WEEKDAYS[(self.weekday + self.shift) % WEEK]
        base: dict[str, object] = {"FREQ": "YEARLY", "BYMONTH": self.month}
        if self.shift == 0:
            number = -1 if self.week == LAST else self.week
            return {**base, "BYDAY": f"{number}{weekday}"}
        start = -WEEK if self.week == LAST else WEEK * (self.week - 1) + 1
        days = [start + count + self.shift for count in range(WEEK)]
        inside = max(days) < 0 if self.week == LAST else min(days) > 0 and max(days) <= SHORTEST
        return {**base, "BYDAY": weekday, "BYMONTHDAY": days} if inside else None


@dataclass(frozen=True, slots=True)
class Observance:
    """A time that holds from its turn on: its name, its offset from UTC, and the one before.

    No turn means that it holds all year.
    """

    name: str
    offset: timedelta
    before: timedelta
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class ZoneRules:
    """A zone by its standing rules: one observance, or two that take turns."""

    zone: str
    observances: tuple[Observance, ...]

    def offset(self, moment: datetime) -> timedelta:
        """The offset from UTC at a wall-clock moment (without zone) by these rules."""
        if len(self.observances) == 1:
            return self.observances[0].offset
        turns = sorted(
            (one.turn.moment(year), one.offset)
            for year in (moment.year - 1, moment.year)
            for one in self.observances
            if one.turn
        )
        return [offset for at, offset in turns if at <= moment][-1]


@lru_cache(maxsize=64)
def zone_rules(zone: str) -> ZoneRules | None:
    """The standing rules of a zone, or None if its file ends without rules that can be told."""
    source = files("tzdata").joinpath("zoneinfo", *zone.split("/"))
    if not source.is_file():
        return None
    lines = source.read_bytes().rsplit(b"\n", 2)
    footer = lines[-2].decode("ascii", "replace") if len(lines) == 3 else ""
    found = _FOOTER.match(footer)
    if found is None:
        return None
    name, offset, summer, summer_offset = found.group(1, 2, 3, 4)
    usual = timedelta(seconds=-_seconds(offset))
    if summer is None:
        return ZoneRules(zone, (Observance(_plain(name), usual, usual),))
    other = timedelta(seconds=-_seconds(summer_offset)) if summer_offset else usual + _HOUR
    begins, ends = _turn(*found.group(5, 6, 7, 8)), _turn(*found.group(9, 10, 11, 12))
    if begins.rule() is None or ends.rule() is None:
        return None
    return ZoneRules(
        zone,
        (
            Observance(_plain(summer), other, usual, begins),
            Observance(_plain(name), usual, other, ends),
        ),
    )


_HOUR = timedelta(hours=1)
_TWO_O_CLOCK = 2 * 3600


def _turn(month: str, week: str, weekday: str, at: str | None) -> Turn:
    seconds = _seconds(at) if at else _TWO_O_CLOCK
    return Turn(int(month), int(week), int(weekday), seconds)


def _seconds(text: str) -> int:
    sign = -1 if text.startswith("-") else 1
    hours, minutes, seconds = (*map(int, text.lstrip("+-").split(":")), 0, 0)[:3]
    return sign * (hours * 3600 + minutes * 60 + seconds)


def _plain(name: str) -> str:
    return name.strip("<>")
