"""New performances: which day comes next, and several read from a line. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Performance
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.domain.repertory import Production
from castapp.domain.slot import clock
from castapp.services.performances import create_performance
from castapp.ui.reading import WEEKDAYS, Unread, find_days, plain, read_clock
from castapp.ui.screens.casting.columns import day_words

USUAL_CURTAIN = 19 * 60 + 30
Night = tuple[date, int]
"""A day and a curtain (minutes since midnight)."""

_CHUNK = re.compile(r"(?P<day>.*?)(?P<times>(?:\s+\d{1,2}[.:]\d{2})*)")
_OF_MONTH = re.compile(
    r"(?:(?P<weekday>[a-z]{2,9})\.?\s+)?(?P<number>\d{1,2})(?P<month>\s+[a-z]+)?"
)


def next_night(book: Book, production_id: str, last: date | None, today: date) -> Night:
    """The first day after a production's last show (none: today) that nothing is on, and its
    usual curtain.
    """
    items = book.where(BillItem, "production_id", production_id)
    shows = [one for item in items if (one := book.find(Performance, item.performance_id))]
    curtains = Counter(one.curtain for one in shows)
    curtain = max(curtains, key=lambda one: (curtains[one], one), default=USUAL_CURTAIN)
    day = last + timedelta(days=1) if last else today
    while book.where(Performance, "day", day):
        day += timedelta(days=1)
    return day, curtain


def read_nights(text: str, after: Night) -> list[Night]:
    """The nights of a line, with the one before them for what is left out: Fri 16, Sat 17 14.00
    19.30. Raises Invalid for what is no day, or another weekday than is said.
    """
    found: list[Night] = []
    day, curtain = after
    for chunk in filter(None, (one.strip() for one in re.split(r"[,;\n]", text))):
        read = _CHUNK.fullmatch(chunk)
        words, times = (read["day"], read["times"].split()) if read else (chunk, [])
        day = _day(words.strip(), day)
        found += [(day, _clock(one)) for one in times] or [(day, curtain)]
    return found


def make_nights(
    book: Book,
    nights: Sequence[Night],
    venue_id: str | None,
    works: Sequence[str],
    conductor_id: str | None,
) -> Edit:
    """Put these performances on, as one edit. Raises Invalid if one is on already, or twice."""
    made = Edit("")
    for day, curtain in nights:
        _check_new(book.apply(made), day, curtain, works)
        one = create_performance(book, day, curtain, venue_id, works, conductor_id)
        made = made.then(one, one.label) if made else one
    if len(nights) > 1:
        named = [book.find(Production, one) for one in works]
        title = " / ".join(work.short or work.title for work in named if work)
        made = Edit(f"{len(nights)} new performances of {title}", made.changes)
    return made


def _check_new(book: Book, day: date, curtain: int, works: Sequence[str]) -> None:
    for show in book.where(Performance, "day", day):
        same = show.curtain == curtain and show.state != "cancelled"
        for item in book.where(BillItem, "performance_id", show.id) if same else ():
            if item.production_id in works:
                work = book.get(Production, item.production_id)
                when = f"{day_words(day)} {clock(curtain)}"
                raise Invalid(f"{work.short or work.title} is on {when} already.")


def _clock(text: str) -> int:
    try:
        return read_clock(text)
    except Unread as wrong:
        raise Invalid(str(wrong)) from wrong


def _day(words: str, before: date) -> date:
    told = _OF_MONTH.fullmatch(plain(words))
    if told is None or told["month"]:
        of_month = words if told is None else f"{told['number']}{told['month']}"
        found = find_days(of_month, before)
        if not found:
            raise Invalid(f"“{words}” is not a day; type it like Fri 16, or 16 oct.")
        day = found[0]
    else:
        day = before
        while day.day != int(told["number"]):
            day += timedelta(days=1)
            if (day - before).days > 62:
                raise Invalid(f"“{words}” is not a day of the month.")
    weekday = told["weekday"] if told else None
    if weekday and not WEEKDAYS[day.weekday()].startswith(weekday):
        raise Invalid(f"{day.day} {day:%B %Y} is a {day:%A}, not {words.split(maxsplit=1)[0]}.")
    return day
