"""How findings name calls, shows, places and days; sentences without names of people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from castapp.domain.agenda import Stint
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Studio
from castapp.domain.finding import Ref
from castapp.domain.programme import title
from castapp.domain.repertory import Role
from castapp.domain.wording import call_title

MOST_NAMED = 3
_FIRST_WORDS = re.compile(r"Acts \w+(?:, \w+)* & \w+|[^,]*")


def thing(book: Book, stint: Stint) -> str:
    """What somebody is wanted for: Giselle Pas de deux; the show Swan Lake."""
    if stint.performance is not None:
        return f"the show {title(book, stint.performance)}"
    return call_text(book, stint.call) if stint.call else ""


def call_text(book: Book, call: Call) -> str:
    """A call in words: Giselle Pas de deux."""
    return call_title(book, call).text


def placed(book: Book, studio_id: str | None) -> str:
    """Where, as the end of a phrase: " in Studio 1", " on Stage"; nothing if unplaced."""
    studio = book.find(Studio, studio_id)
    if studio is None:
        return ""
    return f" on {studio.name}" if studio.kind == "stage" else f" in {studio.name}"


@lru_cache(maxsize=1024)
def short_day(day: date) -> str:
    """Sun 18 Oct."""
    return f"{day:%a} {day.day} {day:%b}"


def few(words: Iterable[str]) -> str:
    """Words in a row, each once, the first few named: Wilis, Snow."""
    named = list(dict.fromkeys(words))
    if len(named) > MOST_NAMED:
        named = [*named[: MOST_NAMED - 1], f"{len(named) - MOST_NAMED + 1} more"]
    return ", ".join(named)


def rehearsed(book: Book, stints: Iterable[Stint]) -> str:
    """What is rehearsed, short: Wilis, Snow; of "Wilis, act II" the first word will do, and
    "Acts II, III & IV" is one.
    """
    return few(
        _first_words(words.what or words.text)
        for stint in sorted(stints, key=lambda one: (one.start, one.ref_id))
        if stint.call
        for words in (call_title(book, stint.call),)
    )


def _first_words(text: str) -> str:
    found = _FIRST_WORDS.match(text)
    return found.group() if found else text


def role_words(book: Book, role_ids: Iterable[str]) -> str:
    """Roles by name."""
    return few(role.name for one in role_ids if (role := book.find(Role, one)))


def refs(*stints: Stint) -> tuple[Ref, ...]:
    """Points at the calls and shows of some stints, in an order that times do not change."""
    found = {stint.ref_id: stint.call is not None for stint in stints}
    return tuple(_ref(one, found[one]) for one in sorted(found))


@lru_cache(maxsize=32_768)
def _ref(record_id: str, of_call: bool) -> Ref:
    """The same pointer each time: a week's findings point at thousands of calls."""
    return Ref(Call if of_call else Performance, record_id)


def called(book: Book, stint: Stint) -> str:
    """What somebody does there: called to Wilis; dances Myrtha in Giselle; covers Myrtha in …"""
    if stint.performance is None:
        verb = {"lead": "takes", "pianist": "plays for"}.get(stint.duty, "called to")
        return f"{verb} {thing(book, stint)}"
    show = title(book, stint.performance)
    if stint.duty == "conductor":
        return f"conducts {show}"
    verb = "covers" if stint.standby else "dances"
    return f"{verb} {role_words(book, stint.roles)} in {show}"
