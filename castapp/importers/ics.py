"""Reading calendars: the events of an .ics file as a table of calls."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from castapp.domain.checks import Invalid
from castapp.domain.slot import DAY_MINUTES
from castapp.importers.table import Table, table_of
from castapp.importers.text import decoded

HEADINGS = ("UID", "Date", "Time", "Minutes", "Kind", "Studio", "Note")
_UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RuntimeError)


def read_ics(content: bytes, source: str, zone: str) -> tuple[list[Table], list[str]]:
    """The calls of a calendar on the clock of `zone`, and what was left out. Raises Invalid."""
    from icalendar import Calendar  # 0.2 s: only when a calendar is read

    text, doubts = decoded(content, source)
    try:
        calendar = Calendar.from_ical(text)
        lines = list(_lines(calendar, ZoneInfo(zone), doubts))
    except Invalid:
        raise
    except _UNREADABLE as wrong:
        raise Invalid(f"{source} is not a calendar Castapp can read.") from wrong
    if not lines:
        raise Invalid(f"{source} has no event with a time.")
    table = table_of(source, [(0, list(HEADINGS)), *enumerate(lines, start=1)])
    return ([table] if table else []), doubts


def _lines(calendar: Any, zone: ZoneInfo, doubts: list[str]) -> Iterator[list[str]]:
    for event in calendar.walk("VEVENT"):
        summary = str(event.get("SUMMARY", ""))
        start = event.decoded("DTSTART") if "DTSTART" in event else None
        if not isinstance(start, datetime):
            doubts.append(f"“{summary}” has no clock time and was left out.")
            continue
        if "RRULE" in event or "RDATE" in event:
            doubts.append(f"“{summary}” repeats; only its first day came in.")
        yield [
            str(event.get("UID", "")),
            *_when(start, event, zone),
            summary,
            str(event.get("LOCATION", "")),
            str(event.get("DESCRIPTION", "")),
        ]


def _when(start: datetime, event: Any, zone: ZoneInfo) -> tuple[str, str, str]:
    """Day, clock and length; a time without a zone is the house's own."""
    end = event.decoded("DTEND") if "DTEND" in event else None
    length = event.decoded("DURATION") if "DURATION" in event else None
    if length is None and isinstance(end, datetime):
        length = end - start
    minutes = round(length.total_seconds() / 60) if length is not None else 60
    local = start.astimezone(zone) if start.tzinfo else start
    return local.date().isoformat(), f"{local:%H:%M}", str(min(minutes, DAY_MINUTES))
