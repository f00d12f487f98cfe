"""What single cells mean: days, clock times, lengths, yes and no."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from castapp.domain.checks import FIRST_DAY, LAST_DAY, Invalid
from castapp.domain.slot import DAY_MINUTES
from castapp.importers.words import fold

MONTHS = (
    ("january", "januar", "jan", "janvier", "enero", "ene", "janner"),
    ("february", "februar", "feb", "fevrier", "fevr", "fev", "febrero"),
    ("march", "mar", "marz", "maerz", "mrz", "mars", "marzo"),
    ("april", "apr", "avril", "avr", "abril", "abr"),
    ("may", "mai", "mayo"),
    ("june", "jun", "juni", "juin", "junio"),
    ("july", "jul", "juli", "juillet", "juil", "julio"),
    ("august", "aug", "aout", "agosto", "ago"),
    ("september", "sep", "sept", "septembre", "septiembre", "set"),
    ("october", "oct", "oktober", "okt", "octobre", "octubre"),
    ("november", "nov", "novembre", "noviembre"),
    ("december", "dec", "dezember", "dez", "decembre", "diciembre", "dic"),
)
_MONTH = {name: number for number, names in enumerate(MONTHS, start=1) for name in names}
_BESIDE = frozenset(
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday"
    " sunday mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend"
    " sonntag lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche"
    " lunes martes miercoles jueves viernes sabado domingo mie jue vie sab dom"
    " st nd rd th of de del den le el der er".split()
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})")
_CLOCK = re.compile(
    r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?(?:[:.]\d{2})?\s*(h|uhr|a|am|p|pm)?", re.IGNORECASE
)
_CLOCK_DIGITS = re.compile(r"(\d{1,2})(\d{2})")
YES = frozenset("yes y true 1 x ja oui si wahr vrai verdadero".split())
NO = frozenset(("", *"no n false 0 nein non falsch faux falso".split()))


def month_comes_first(texts: Iterable[str], default: bool) -> tuple[bool, bool]:
    """Whether days like 10/14/2026 put the month first, and whether the texts themselves say so."""
    for text in texts:
        found = _NUMBERS.match(text.strip())
        if found and found[2] == "/":
            first, second = int(found[1]), int(found[3])
            if first > 12 >= second:
                return False, True
            if second > 12 >= first:
                return True, True
    return default, False


def day_of(text: str, month_first: bool = False) -> date:
    """The day a text names: 2026-10-14, 14.10.2026, 14/10/2026, 14 Oct 2026, Wed 14 October 2026.

    Raises Invalid if it names none.
    """
    return moment_of(text, month_first)[0]


def moment_of(text: str, month_first: bool = False) -> tuple[date, int | None]:
    """A day, and the clock time after it if there is one (minutes since midnight)."""
    tidy = text.strip()
    for pattern in (_ISO, _NUMBERS):
        found = pattern.match(tidy)
        if found:
            day = _iso(found, tidy) if pattern is _ISO else _numbers(found, tidy, month_first)
            rest = tidy[found.end() :].lstrip("T ,")
            return day, clock_of(rest) if rest else None
    return _words(tidy), None


def clock_of(text: str) -> int:
    """Minutes since midnight of a clock time: 19:30, 19.30, 19h30, 7:30 pm, 1930.

    Raises Invalid for 25:00 and for text that is no time.
    """
    tidy = text.strip().rstrip(".").replace("a.m", "am").replace("p.m", "pm")
    bare = _CLOCK_DIGITS.fullmatch(tidy)
    found = bare or _CLOCK.fullmatch(tidy)
    if not found or (not bare and found[2] is None and found[3] is None):
        raise Invalid(f"“{text}” is not a time of day; write it like 19:30.")
    hours, minutes = int(found[1]), int(found[2] or 0)
    half = "" if bare else (found[3] or "").lower()[:1]
    if half in ("a", "p"):
        if not 1 <= hours <= 12:
            raise Invalid(f"“{text}” is not a time of day; write it like 19:30.")
        hours = hours % 12 + (12 if half == "p" else 0)
    if hours > 23 or minutes > 59:
        raise Invalid(f"“{text}” is not a time of day.")
    return hours * 60 + minutes


def minutes_of(text: str) -> int:
    """A length in whole minutes: 75, 75 min, 1:15, 1 h 15. Raises Invalid below one minute."""
    tidy = text.strip().casefold()
    hours = re.fullmatch(r"(\d{1,2})\s*(?::|h)\s*(\d{1,2})?\s*(?:min\w*)?", tidy)
    plain = re.fullmatch(r"(-?\d{1,4})\s*(?:min\w*|')?", tidy)
    if hours:
        length = int(hours[1]) * 60 + int(hours[2] or 0)
    elif plain:
        length = int(plain[1])
    else:
        raise Invalid(f"“{text}” is not a length; write it in minutes, like 75.")
    if length < 1:
        raise Invalid(f"“{text}” is not a length; a call lasts at least one minute.")
    return length


def end_of(text: str, start: int) -> int:
    """The length in minutes up to a clock time; one before the start is the next morning's."""
    return (clock_of(text) - start) % DAY_MINUTES or DAY_MINUTES


def whole_of(text: str, low: int, high: int, what: str) -> int:
    """A whole number within limits. Raises Invalid."""
    if not re.fullmatch(r"\d{1,6}", text.strip()) or not low <= int(text) <= high:
        raise Invalid(f"“{text}” is not {what} ({low} to {high}).")
    return int(text)


def yes(text: str) -> bool:
    """Yes or no, in words or figures. Raises Invalid for anything else."""
    word = fold(text)
    if word not in YES | NO:
        raise Invalid(f"“{text}” is neither yes nor no.")
    return word in YES


def _iso(found: re.Match[str], text: str) -> date:
    return _day(int(found[1]), int(found[2]), int(found[3]), text)


def _numbers(found: re.Match[str], text: str, month_first: bool) -> date:
    first, second = int(found[1]), int(found[3])
    if found[2] == "/" and month_first:
        first, second = second, first
    return _day(_year(found[4]), second, first, text)


def _words(text: str) -> date:
    month, numbers = 0, []
    for word in re.findall(r"\d+|[a-z]+", fold(text)):
        if word.isdigit():
            numbers.append(word)
        elif word in _MONTH and not (word == "mar" and month):
            month = _MONTH[word]
        elif word not in _BESIDE:
            raise Invalid(f"“{text}” is not a day; write it like 2026-10-14.")
    if not month or len(numbers) != 2:
        raise Invalid(f"“{text}” is not a day; write it like 2026-10-14.")
    day, year = sorted(numbers, key=lambda number: len(number) > 2)
    return _day(_year(year), month, int(day), text)


def _year(text: str) -> int:
    return int(text) if len(text) > 2 else 2000 + int(text)


def _day(year: int, month: int, number: int, text: str) -> date:
    try:
        day = date(year, month, number)
    except (ValueError, OverflowError):
        raise Invalid(f"“{text}” is not a day of the calendar.") from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Invalid(f"“{text}” is out of reach ({FIRST_DAY.year} to {LAST_DAY.year}).")
    return day
