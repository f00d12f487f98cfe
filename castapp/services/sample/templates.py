"""The sample's templates: a day of class and open blocks, and a week of class."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.template import Template, TemplateCall
from castapp.services.board.kept_calls import as_kept
from castapp.services.sample.data import clock_of, day_of, ident, toml
from castapp.services.sample.house import studio_id

STANDING = ("class", "conditioning")
BLOCK_ROOMS = ("studio-1", "studio-2", "studio-3")
TEMPLATES_WEEK = 1
WORKING_DAYS = 6


def templates(book: Book, today: date) -> Iterator[Template]:
    """A rehearsal day's class with its blocks still open, and the classes of a whole week.

    Both as the coming week has them.
    """
    first = day_of(today, TEMPLATES_WEEK, 0)
    days = [first + timedelta(days=n) for n in range(WORKING_DAYS)]
    plain = next(day for day in days if not book.where(Performance, "day", day))
    yield Template(
        ident("template", "day"), "Rehearsal day", "day", _in_time([*_class(book, plain), *_open()])
    )
    week = [as_kept(book, call, day.weekday()) for day in days for call in _standing(book, day)]
    yield Template(ident("template", "week"), "Class all week", "week", _in_time(week))


def _class(book: Book, day: date) -> Iterator[TemplateCall]:
    return (as_kept(book, call, 0) for call in _standing(book, day))


def _standing(book: Book, day: date) -> list[Call]:
    return [call for call in book.where(Call, "day", day) if call.kind in STANDING]


def _open() -> Iterator[TemplateCall]:
    """The blocks of a rehearsal day in the larger studios, still to be named."""
    for block, room in product(toml("week")["rehearsal"]["blocks"], BLOCK_ROOMS):
        yield TemplateCall(
            0, clock_of(block["at"]), block["minutes"], "rehearsal", studio_id(room),
            state="tentative",
        )  # fmt: skip


def _in_time(calls: list[TemplateCall]) -> tuple[TemplateCall, ...]:
    return tuple(sorted(calls, key=lambda one: (one.weekday, one.start, one.studio_id or "")))
