"""What an empty board says: no studios yet, no calls that day or week, a free day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Studio
from castapp.domain.people import Person
from castapp.domain.programme import title
from castapp.domain.slot import clock
from castapp.services.board.keeping import kept_templates
from castapp.ui.screens.schedule.day_facts import free_to_call
from castapp.ui.screens.schedule.period import working_calls

DAYS_BACK = 56
NEW, STUDIOS, COPY, WORK, TEMPLATE = "new", "studios", "copy", "work", "template"
YESTERDAY, LAST_WEEK = "yesterday", "last_week"
BACK = {YESTERDAY: 1, LAST_WEEK: 7}
_TYPE = "or just type it, or drag a span"
_KEYS = "Type on the board: “class 10.15”. Space and the arrows choose the place."


@dataclass(frozen=True, slots=True)
class Way:
    """Another way to begin: a link, and what it does."""

    key: str
    link: str
    about: str


@dataclass(frozen=True, slots=True)
class EmptyWords:
    """What the card says, what its button starts, and the other ways.

    `source` is the day that would be copied.
    """

    heading: str
    text: str
    button: str = "New call"
    start: str = NEW
    aside: str = _TYPE
    ways: tuple[Way, ...] = ()
    source: date | None = None


def empty_words(book: Book, days: Sequence[date], day: date) -> EmptyWords | None:
    """The words for a day or a week without calls, None if there are some or nothing to say."""
    if not book.count(Studio):
        return EmptyWords(
            "No studios yet",
            "The board’s columns are the company’s studios and stages. Add them first.",
            "Open Settings",
            STUDIOS,
            "",
        )
    if any(working_calls(book, one) for one in days):
        return None
    if len(days) > 1:
        return EmptyWords(
            "No calls this week",
            f"A week of calls belongs here: a band for each day, a lane for each studio. {_KEYS}",
        )
    return _free_day(day) if free_calls(book, day) else _empty_day(book, day)


def free_calls(book: Book, day: date) -> list[Call]:
    """What makes a day free."""
    found = book.where(Call, "day", day)
    return [call for call in found if call.kind == "free day" and call.state != "cancelled"]


def similar_day(book: Book, day: date) -> date | None:
    """The latest earlier day of the same kind with calls, the same weekday before any other."""
    shows = _shows(book, day)
    earlier = (day - timedelta(days=back) for back in range(1, DAYS_BACK + 1))
    alike = [
        one for one in earlier if working_calls(book, one) and len(_shows(book, one)) == len(shows)
    ]
    return min(alike, key=lambda one: (one.weekday() != day.weekday(), day - one), default=None)


def _free_day(day: date) -> EmptyWords:
    way = Way(WORK, "Make it a working day", "takes the free day back")
    text = "Everybody is free. A call on this day needs their consent."
    return EmptyWords(f"Free day, {_named(day)}", text, ways=(way,))


def _empty_day(book: Book, day: date) -> EmptyWords:
    shown = "".join(
        f" {title(book, one)} is on at {clock(one.curtain)};" for one in _shows(book, day)
    )
    count = free_to_call(book, day)
    free = f"{count} dancer is free." if count == 1 else f"{count} dancers are free."
    if not count and not book.count(Person):
        free = "There is nobody to call yet: add people in Company."
    belongs = "A day of calls belongs here: class, rehearsals, stage calls, the show."
    text = f"{belongs}{shown} {free} {_KEYS}"
    source = similar_day(book, day)
    ways: tuple[Way, ...] = ()
    if source is not None:
        ways = (Way(COPY, f"Copy {_named(source)}", f"same kind of day, {_calls(book, source)}"),)
    ways += tuple(
        Way(key, word, f"{earlier:%A} {earlier.day} {earlier:%B}, {_calls(book, earlier)}")
        for key, word in ((YESTERDAY, "Copy the day before"), (LAST_WEEK, "Copy last week’s"))
        if (earlier := day - timedelta(days=BACK[key])) != source and working_calls(book, earlier)
    )
    kept = [one.name for one in kept_templates(book, "day")]
    if kept:
        ways += (Way(TEMPLATE, "From a template", ", ".join(kept[:2])),)
    return EmptyWords(f"No calls on {_named(day)}", text, ways=ways, source=source)


def _calls(book: Book, day: date) -> str:
    count = len(working_calls(book, day))
    return f"{count} call{'' if count == 1 else 's'}"


def _named(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def _shows(book: Book, day: date) -> list[Performance]:
    return [one for one in book.where(Performance, "day", day) if one.state != "cancelled"]
