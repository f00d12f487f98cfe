"""The sample company's files, read once, and the ids its records bear."""

from __future__ import annotations

import csv
import tomllib
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from castapp.domain.record import at_place
from castapp.domain.slot import week_start
from castapp.paths import resource

FOLDER = "sample_company"
MONDAY = 0
THURSDAY = 3
_NAMESPACE = uuid5(NAMESPACE_URL, "castapp/sample_company")


def ident(*parts: object) -> str:
    """The id of a record of the sample: the same for the same words, on every machine."""
    return uuid5(_NAMESPACE, "/".join(map(str, parts))).hex


def ident_at(place: int, *parts: object) -> str:
    """The id of a record that stands at a place among its like, made so that it sorts there."""
    made = at_place(place)
    return made + ident(*parts, place)[len(made) :]


def person_id(family: str) -> str:
    """The id of somebody by the family name; of two namesakes, by given and family name."""
    return ident("person", family)


def clock_of(text: str) -> int:
    """Minutes since midnight of a time as the files write it: 19.30 is 1170."""
    hours, _, minutes = text.partition(".")
    return int(hours) * 60 + int(minutes)


def day_of(today: date, week: int, weekday: int) -> date:
    """A day counted in weeks from today's week (0) and in weekdays from Monday (0)."""
    return week_start(today, MONDAY) + timedelta(weeks=week, days=weekday)


def comeback(today: date) -> date:
    """The Thursday the first ballerina returns: this week's, or next week's once it is past."""
    return day_of(today, 0 if today.weekday() <= THURSDAY else 1, THURSDAY)


@cache
def toml(name: str) -> dict[str, Any]:
    """One of the sample's TOML files."""
    path = resource(FOLDER) / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """One of the sample's CSV files, a dict a row."""
    with (resource(FOLDER) / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
