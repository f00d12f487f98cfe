"""The company's limits in words: what a day must keep to before anything is planned on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.slot import length
from castapp.rules.limits import OFF, Limits
from castapp.rules.pack import limits

_Words = Callable[[Limits], str]


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the rules allow a dancer in minutes: at most; `pause` at least. None: silent."""

    rehearsal: int | None = None
    work: int | None = None
    week: int | None = None
    span: int | None = None
    pause: int | None = None
    rest: int | None = None


def day_limits(book: Book, day: date) -> tuple[str, ...]:
    """The limits that matter for planning a day, a sentence each; silent rules are left out."""
    shows = sum(one.state != "cancelled" for one in book.where(Performance, "day", day))
    wanted = _SHOW_DAY if shows == 1 else _TWO_SHOWS if shows > 1 else {}
    told = []
    for rule, words in (*wanted.items(), *_EVERY_DAY.items()):
        found = limits(book, rule)
        if found.severity != OFF:
            told.append(words(found))
    return tuple(told)


def week_hours(book: Book) -> float | None:
    """How many hours a week the company's rules allow, None if they do not say."""
    found = limits(book, "hours_a_week")
    return None if found.severity == OFF else found["hours"]


def allowed(book: Book, shows: int = 0, there: int = 0) -> Allowed:
    """What a dancer may be asked on a day on which they dance so many shows, and are `there` for
    so many (a cover is there without dancing).
    """
    rehearsal = "two_show_day" if shows > 1 else "show_day"
    return Allowed(
        rehearsal=_most(book, rehearsal, "hours") if shows else None,
        work=_most(book, "hours_a_day", "hours"),
        week=_most(book, "hours_a_week", "hours"),
        span=_most(book, "span", "show_hours" if there else "hours") or None,
        pause=_least(book, "meal", "minutes"),
        rest=_most(book, "overnight_rest", "hours"),
    )


def _most(book: Book, rule: str, name: str) -> int | None:
    found = limits(book, rule)
    return None if found.severity == OFF else found.minutes(name)


def _least(book: Book, rule: str, name: str) -> int | None:
    found = limits(book, rule)
    return None if found.severity == OFF else int(found[name])


def _hours(found: Limits, name: str = "hours") -> str:
    return length(found.minutes(name))


def _two_shows(found: Limits) -> str:
    if not found["hours"]:
        return "No rehearsal for those in two shows"
    return f"At most {_hours(found)} of rehearsal for those in two shows"


_SHOW_DAY: Mapping[str, _Words] = {
    "show_day": lambda found: f"At most {_hours(found)} of rehearsal for those on tonight",
}
_TWO_SHOWS: Mapping[str, _Words] = {"two_show_day": _two_shows}
_EVERY_DAY: Mapping[str, _Words] = {
    "hours_a_day": lambda found: f"At most {_hours(found)} of work",
    "span": lambda found: f"Home within {_hours(found)} of the first call",
    "meal": lambda found: (
        f"A meal of {found['minutes']:g} min within the first {found['within_hours']:g} h"
    ),
    "consecutive": lambda found: f"At most {_hours(found)} without a break",
}
