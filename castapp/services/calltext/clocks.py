"""Times as they are typed: 14.00, 2 pm, 1400, 1 h 15, and which half of the day is meant."""

from __future__ import annotations

import re

from castapp.domain.calls import LONGEST_CALL
from castapp.domain.slot import DAY_MINUTES

HALF_DAY = DAY_MINUTES // 2
EARLIEST_HOUR = 7


def clock_value(text: str) -> int:
    """Minutes since midnight as written, -1 if that is no time of day."""
    found = re.fullmatch(r"(\d{1,2})(?:[.:]?(\d{2}))?\s?([ap])?\.?m?\.?", text.lower().strip())
    if found is None:
        return -1
    hours, minutes = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hours <= 12:
            return -1
        hours = hours % 12 + (12 if found[3] == "p" else 0)
    return hours * 60 + minutes if hours < 24 and minutes < 60 else -1


def length_value(text: str) -> int:
    """Minutes of 75 min, 1 h 15, 1½ h, ½ h."""
    bare = text.lower().strip()
    if "½" in bare:
        whole = re.match(r"\d+", bare)
        return int(whole[0]) * 60 + 30 if whole else 30
    found = re.match(r"(\d+)\s?h[a-z]*\s?(\d{2})?", bare)
    if found:
        return int(found[1]) * 60 + int(found[2] or 0)
    number = re.match(r"\d+", bare)
    return int(number[0]) if number else 0


def start_meant(minute: int, written: str) -> int:
    """A start as meant: 2.00 is the afternoon's, 02.00 and 2 am the night's."""
    told = written.startswith("0") or "m" in written
    return minute if told or not 60 <= minute < EARLIEST_HOUR * 60 else minute + HALF_DAY


def later_than(start: int, minute: int, written: str = "") -> int | None:
    """The first moment after a start that a clock time can mean: 1.15 after 10.30 is 13.15,
    0.30 after 23.00 the next morning's. None if a call could not last that long.
    """
    steps = (0, DAY_MINUTES) if "m" in written else (0, HALF_DAY, DAY_MINUTES)
    for step in steps:
        meant = minute + step
        if step == HALF_DAY and minute >= HALF_DAY:
            continue
        if start < meant <= start + LONGEST_CALL:
            return meant
    return None
