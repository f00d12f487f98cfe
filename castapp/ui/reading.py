"""What people type: times, lengths, days, names. Pure; each refusal is one sentence."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

_WORD = re.compile(r"[^\W_]+")
_CLOCK = re.compile(r"(\d{1,2})(?:\s*[.:h]\s*(\d{2}))?\s*(a|p|am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
_BARE = re.compile(r"(\d{1,2})(\d{2})\s*(a|p|am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,2})\s*(?:h|hours?|:|\.)\s*(?:(\d{1,2})\s*(?:m|min)?)?", re.IGNORECASE)
_MINUTES = re.compile(r"(-?\d{1,4})\s*(?:m|min|minutes?)?", re.IGNORECASE)
_HALVES = re.compile(r"(\d{1,2})?\s*½\s*(?:h|hours?)?", re.IGNORECASE)


class Unread(ValueError):
    """What was typed cannot be meant; the text says what to type instead."""


def plain(text: str) -> str:
    """The text without accents and case, for finding: "Élise" is "elise"."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """The words of a text for finding, without accents, case and signs: "Europe/Paris" has two."""
    return _WORD.findall(plain(text))


def read_clock(text: str) -> int:
    """Minutes since midnight of 10.30, 10:30, 1030, 10, 2:30 pm. Raises Unread."""
    typed = text.strip()
    found = _BARE.fullmatch(typed) or _CLOCK.fullmatch(typed)
    if found is None:
        raise Unread(f"“{typed}” is not a time; type it like 10.30 or 2:30 pm.")
    hours, minutes, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()[:1]
    if half and not 1 <= hours <= 12:
        raise Unread(f"“{typed}” is not a time: with am or pm the hour is 1 to 12.")
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    if hours > 23 or minutes > 59:
        raise Unread(f"“{typed}” is not a time of day; the last is 23.59.")
    return hours * 60 + minutes


def read_minutes(text: str, most: int = 16 * 60) -> int:
    """Minutes of 1 h 15, 75, 1:15, 1½ h, 45 min. Raises Unread outside 1 … `most`."""
    typed = text.strip()
    if found := _MINUTES.fullmatch(typed):
        minutes = int(found[1])
    elif found := _HALVES.fullmatch(typed):
        minutes = int(found[1] or 0) * 60 + 30
    elif (found := _HOURS.fullmatch(typed)) and int(found[2] or 0) < 60:
        minutes = int(found[1]) * 60 + int(found[2] or 0)
    else:
        raise Unread(f"“{typed}” is not a length; type it like 1 h 15, 1:15 or 75.")
    if minutes < 1:
        raise Unread(f"A length of {minutes} minutes is too short; one minute is the least.")
    if minutes > most:
        raise Unread(f"{typed} is too long; {most // 60} h is the most.")
    return minutes


def read_span(text: str) -> tuple[int, int | None]:
    """Start and end of 11.45–13, 11.45 - 13.00; a single time has no end. Raises Unread."""
    parts = re.split(r"\s*(?:[-–—]|\bto\b)\s*", text.strip(), maxsplit=1)
    start = read_clock(parts[0])
    if len(parts) == 1:
        return start, None
    end = read_clock(parts[1])
    if end == start:
        raise Unread(f"“{text.strip()}” has no length.")
    if end < start:
        raise Unread(f"“{text.strip()}” ends before it begins.")
    return start, end


def read_day(text: str, today: date) -> date:
    """The day meant by fri, +3w, -2, 14 oct, 14.10., 14/10/2026, 2026-10-14. Raises Unread."""
    typed = text.strip()
    found = find_days(typed, today)
    if not found:
        raise Unread(f"“{typed}” is not a day; type it like 14 oct, fri or +3w.")
    return found[0]


def find_days(text: str, today: date) -> list[date]:
    """The days that may be meant, the likeliest first; empty if it reads like none."""
    typed = plain(text).strip().rstrip(".")
    if typed in ("today", "now"):
        return [today]
    if typed == "tomorrow":
        return [today + timedelta(days=1)]
    if typed == "yesterday":
        return [today - timedelta(days=1)]
    if found := _iso(typed):
        return found
    for reader in (_step, _weekday, _numbers, _month_name):
        if found := reader(typed, today):
            return found
    return []


def short_day(day: date) -> str:
    """Thu 15 Oct."""
    return f"{day:%a} {day.day} {day:%b}"


def day_words(day: date) -> str:
    """Thursday 15 October 2026."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def _step(typed: str, today: date) -> list[date]:
    found = re.fullmatch(r"([+-])\s*(\d{1,3})\s*(d|days?|w|weeks?|m|months?)?", typed)
    if found is None:
        return []
    count = int(found[2]) * (1 if found[1] == "+" else -1)
    unit = (found[3] or "d")[0]
    if unit == "m":
        months = today.year * 12 + today.month - 1 + count
        return _day(months // 12, months % 12 + 1, min(today.day, 28))
    return [today + timedelta(days=count * (7 if unit == "w" else 1))]


def _weekday(typed: str, today: date) -> list[date]:
    found = re.fullmatch(r"(next |last )?([a-z]{2,9})", typed)
    if found is None:
        return []
    named = [n for n, name in enumerate(WEEKDAYS) if name.startswith(found[2])]
    if len(named) != 1:
        return []
    ahead = (named[0] - today.weekday()) % 7
    if found[1] == "last ":
        return [today - timedelta(days=(today.weekday() - named[0] - 1) % 7 + 1)]
    if found[1] == "next ":
        return [today + timedelta(days=ahead + 7)]
    return [today + timedelta(days=ahead), today + timedelta(days=ahead + 7)]


def _iso(typed: str) -> list[date]:
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed)
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else []


def _numbers(typed: str, today: date) -> list[date]:
    found = re.fullmatch(r"(\d{1,2})\s*[./]\s*(\d{1,2})(?:\s*[./]\s*(\d{2}|\d{4}))?", typed)
    if found is None:
        return []
    return _in_year(int(found[1]), int(found[2]), found[3], today)


def _month_name(typed: str, today: date) -> list[date]:
    weekday = r"(?:[a-z]{2,9},? )?"
    found = re.fullmatch(weekday + r"(\d{1,2})\.? ?([a-z]{3,9})(?: (\d{2}|\d{4}))?", typed)
    if found is not None:
        number, name, year = found[1], found[2], found[3]
    else:
        turned = re.fullmatch(weekday + r"([a-z]{3,9}) (\d{1,2})(?:,? (\d{4}))?", typed)
        if turned is None:
            return []
        name, number, year = turned[1], turned[2], turned[3]
    months = [n for n, month in enumerate(MONTHS, start=1) if month.startswith(name)]
    return _in_year(int(number), months[0], year, today) if len(months) == 1 else []


def _in_year(number: int, month: int, year: str | None, today: date) -> list[date]:
    if year is not None:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, number)
    candidates = [
        day
        for each in (today.year - 1, today.year, today.year + 1)
        for day in _day(each, month, number)
    ]
    return sorted(candidates, key=lambda day: abs((day - today).days))[:2]


def _day(year: int, month: int, number: int) -> list[date]:
    try:
        return [date(year, month, number)]
    except ValueError:
        return []
