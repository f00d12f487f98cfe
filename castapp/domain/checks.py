"""Checks that every record makes of its own fields, each answering in one sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
LONGEST_TEXT = 2000

_JOINERS = "\u200c\u200d"
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


class Invalid(ValueError):
    """A value that no company file may hold; its text is one sentence for the person."""


def clean(text: str) -> str:
    """Bring typed or imported text into the form records accept.

    Composes accents (NFC), drops control and direction marks, folds runs of blanks.
    Raises Invalid for NUL and lone surrogates, which no database stores alike.
    """
    if "\x00" in text:
        raise Invalid(f"“{text.replace(chr(0), '·')}” holds a NUL character; type it again.")
    if any(0xD800 <= ord(letter) <= 0xDFFF for letter in text):
        raise Invalid("The text holds half a character; type it again.")
    composed = unicodedata.normalize("NFC", text)
    kept = (
        " " if letter in "\t\r\n" else letter
        for letter in composed
        if letter in _JOINERS
        or letter in "\t\r\n"
        or unicodedata.category(letter) not in {"Cc", "Cf", "Cs"}
    )
    return " ".join("".join(kept).split())


def check_text(text: str, what: str, *, required: bool = False) -> None:
    """Refuse text that is missing, too long, or holds characters that cannot be seen."""
    if required and not text.strip():
        raise Invalid(f"{what} is missing.")
    if text.isascii() and text.isprintable() and len(text) <= LONGEST_TEXT:
        return
    if len(text) > LONGEST_TEXT:
        raise Invalid(f"{what} is longer than {LONGEST_TEXT} characters.")
    if _UNFIT.search(text) or any(0xD800 <= ord(letter) <= 0xDFFF for letter in text):
        raise Invalid(f"{what} holds characters that cannot be seen; type it again.")


def check_choice(value: str, choices: Collection[str], what: str) -> None:
    """Refuse a word outside a fixed vocabulary."""
    if value not in choices:
        raise Invalid(f"{what} “{value}” is not known; it is one of {', '.join(choices)}.")


def check_range(value: float, low: float, high: float, what: str) -> None:
    """Refuse a number outside low … high."""
    if not low <= value <= high:
        raise Invalid(f"{what} is {value:g}; it must lie between {low:g} and {high:g}.")


def check_clock(value: int, what: str) -> None:
    """Refuse a clock time outside one day (minutes since midnight)."""
    if not 0 <= value < 24 * 60:
        hours, minutes = divmod(value, 60)
        raise Invalid(f"{what} {hours}.{minutes:02d} is not a time of day (0.00 to 23.59).")


def check_span(first: date, last: date | None, what: str) -> None:
    """Refuse a span of days that ends before it begins, or lies outside the calendar kept."""
    for day in (first, last):
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise Invalid(f"{what} has the day {day.isoformat()}, which is out of reach.")
    if last is not None and last < first:
        raise Invalid(
            f"{what} ends on {last.isoformat()}, before it begins on {first.isoformat()}."
        )


def check_zone(name: str) -> None:
    """Refuse a time zone the time-zone table does not list."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        raise Invalid(f"“{name}” is not a time zone; write it like Europe/Madrid.") from None
