"""Fields of records and their values in words: what a journal says to people, never its codes."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from castapp.domain.availability import Restriction
from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.programme import zone
from castapp.domain.slot import clock, length
from castapp.services.reason import said_day
from castapp.services.rulebook import SEVERITY_WORDS, packs, rule_number, rule_title

HIDDEN = ("id", "payload", "key", "lines", "series", "order", "calls", "places", "ref_id")
_FIELDS = {
    "actual_minutes": "actual length",
    "actual_start": "actual start",
    "as_cover": "as cover",
    "at": "at",
    "bands_for_staff": "staff see colours against the own usual",
    "born": "date of birth",
    "cast_ids": "casts",
    "change_minutes": "change",
    "duties": "does",
    "first": "from",
    "first_weekday": "week begins on",
    "from_section_id": "from section",
    "height_cm": "height",
    "joins": "joins at",
    "last": "to",
    "leaves": "released at",
    "minutes": "length",
    "one_id": "dancer",
    "other_id": "with",
    "off_list_on_papers": "who is off stands on the papers",
    "pianist_id": "pianist",
    "posting_clock": "posting hour",
    "rated_at": "said",
    "rulepack": "rule pack",
    "since_clock": "since",
    "tba": "to be announced",
    "whom": "called by",
    "word": "how it speaks",
}
_CLOCKS = ("start", "joins", "leaves", "curtain", "posting_clock", "actual_start", "since_clock")
_LENGTHS = ("minutes", "actual_minutes", "change_minutes")
_GENDERS = {"F": "woman", "M": "man", "X": "anybody"}
_PAPERS = {"callsheet": "call sheet", "week": "week sheet", "casting": "casting sheet"}
_COVERS = ("dances", "cover", "second cover", "third cover")


def field_word(name: str) -> str:
    """What a field is called."""
    return _FIELDS.get(name, name.removesuffix("_id").replace("_", " "))


def code_words(book: Book, field: str, value: object, rule: str = "") -> str | None:
    """What a plain value of a field means; None for what points at other records.

    `rule` is the rule a setting of it belongs to.
    """
    if value is None or value in ((), ""):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{day_words(value)} {value.year}"
    if isinstance(value, Restriction):
        return value.words
    if field == "limit" and isinstance(value, str):
        return rule_number(rule, value)
    if field in _SAID:
        return _SAID[field](book, value)
    return _number_words(field, value) if isinstance(value, int | float) else None


def _number_words(field: str, value: float) -> str:
    if field in _CLOCKS:
        return clock(int(value))
    return length(int(value)) if field in _LENGTHS else f"{value:g}"


def day_words(day: date) -> str:
    """Fri 20 Nov."""
    return f"{day:%a} {day.day} {day:%b}"


def moment_words(book: Book, stamp: str) -> str:
    """An ISO stamp on the house's clock: Fri 20 Nov 2026, 13.53."""
    at = datetime.fromisoformat(stamp).astimezone(ZoneInfo(zone(book, None)))
    return f"{day_words(at)} {at.year}, {clock(at.hour * 60 + at.minute)}"


def _pack(_: Book, value: object) -> str:
    try:
        return dict(packs()).get(str(value), str(value))
    except Invalid:
        return str(value)


def _cover(_: Book, value: object) -> str:
    number = value if isinstance(value, int) else 0
    return _COVERS[number] if number < len(_COVERS) else f"cover {number}"


_SAID: Mapping[str, Callable[[Book, object], str]] = {
    "at": lambda book, value: moment_words(book, str(value)),
    "rated_at": lambda book, value: moment_words(book, str(value)),
    "rule": lambda _, value: rule_title(str(value)),
    "rulepack": _pack,
    "word": lambda _, value: SEVERITY_WORDS.get(str(value), str(value)),
    "first_weekday": lambda _, value: calendar.day_name[int(str(value)) % 7],
    "cover": _cover,
    "gender": lambda _, value: _GENDERS.get(str(value), str(value)),
    "genders": lambda _, value: ", ".join(_GENDERS.get(one, one) for one in str(value)),
    "height_cm": lambda _, value: f"{value} cm",
    "paper": lambda _, value: _PAPERS.get(str(value), str(value)),
    "when": lambda _, value: said_day(str(value)),
    "demands": lambda _, value: str(value).replace("_", " "),
}
