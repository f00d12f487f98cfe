"""Wall-clock time: days, minutes since midnight, and what they are in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

DAY_MINUTES = 24 * 60


def clock(minutes: int) -> str:
    """Minutes since midnight as staff write them: 630 is 10.30, 1530 (next morning) 1.30."""
    hours, rest = divmod(minutes % DAY_MINUTES, 60)
    return f"{hours}.{rest:02d}"


def clock12(minutes: int) -> str:
    """Minutes since midnight on a twelve-hour clock without a.m. or p.m.: 870 is 2:30."""
    hours, rest = divmod(minutes % DAY_MINUTES, 60)
    return f"{(hours - 1) % 12 + 1}:{rest:02d}"


def span(start: int, end: int) -> str:
    """Two clock times with an en dash: 10.30–11.45."""
    return f"{clock(start)}–{clock(end)}"


def length(minutes: int) -> str:
    """A length as staff say it: 45 min, 1 h, 1 h 15."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"


def overlap(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether two spans of clock minutes share a moment; touching ends do not."""
    return start < other_end and other_start < end


@lru_cache(maxsize=4096)
def utc_minutes(day: date, minutes: int, zone: str) -> int:
    """The moment as whole minutes since 1 January 1970 UTC.

    `minutes` count on the wall clock from midnight of `day` and may pass 1440. In the hour that
    a clock change skips, the moment is that of the clock before the change.
    """
    days, rest = divmod(minutes, DAY_MINUTES)
    wall = datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60))
    return int(wall.replace(tzinfo=ZoneInfo(zone)).timestamp()) // 60


def skipped(day: date, minutes: int, zone: str) -> bool:
    """Whether this clock time does not exist because the clock is put forward over it."""
    days, rest = divmod(minutes, DAY_MINUTES)
    wall = datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60))
    aware = wall.replace(tzinfo=ZoneInfo(zone))
    return aware.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) != wall


def week_start(day: date, first_weekday: int) -> date:
    """The first day of the week a day lies in; weekdays count from Monday = 0."""
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)


def days_between(first: date, last: date) -> list[date]:
    """Every day from first to last, both included; empty if last is before first."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
