"""What the board asks of the services: typing a call, finding places, people, copying a week."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median

from castapp.bench.figure import Figure
from castapp.bench.inside import seconds
from castapp.bench.season import FIRST_DAY, season_book
from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.slot import days_between
from castapp.services.board import copy_week, people_rows, shift_after
from castapp.services.calltext import reading
from castapp.services.places import find_places, who_is_free

WEEK = FIRST_DAY + timedelta(days=14)
DAYS = tuple(days_between(WEEK, WEEK + timedelta(days=6)))
ROOMS = tuple(f"studio-{number}" for number in range(6))
TYPED = "ballet 3 act 1 role 5 1st+2nd cast w. covers, no family07, staff03, s2 14.00-15.15"


def board_figures(book: Book) -> list[Figure]:
    """Every figure on a season's book, in the order in which a day is planned.

    As on the board, the book's index of called lines is there and the company is set aside from
    collections; nothing of the week is.
    """
    gc.collect()
    gc.freeze()
    book.where(Called, "call_id", "")
    cold = seconds(lambda: _place(book, _movable(book)[-1])) * 1000
    calls = _movable(book)[::12]
    return [
        Figure("a place over a week × 6 studios, first time", cold, "ms", 150),
        Figure("a place over a week × 6 studios", _median(
            [lambda call=call: _place(book, call) for call in calls]), "ms", 150),  # type: ignore[misc]
        Figure("a place, the slowest of these calls", max(
            seconds(lambda call=call: _place(book, call)) for call in calls) * 1000, "ms", 150),  # type: ignore[misc]
        Figure("reading a typed call", _often(lambda: reading(book, TYPED, WEEK)), "ms", 8),
        Figure("who is free", _often(lambda: who_is_free(book, WEEK, 840, 900)), "ms", 16),
        Figure("people view, first time of a week",
                    seconds(lambda: people_rows(book, _later(2))) * 1000),
        Figure("people view of 80 rows", _often(lambda: people_rows(book, WEEK)), "ms", 16),
        Figure("everything after a time moved", _often(
            lambda: shift_after(book, WEEK, 840, 15)), "ms", 8),
        Figure("a week copied, with what would clash",
                    seconds(lambda: copy_week(book, WEEK, _later(3))) * 1000),
    ]  # fmt: skip


def _place(book: Book, call: Call) -> object:
    return find_places(book, call, DAYS, studios=ROOMS)


def _movable(book: Book) -> list[Call]:
    """The week's calls but class, in time order."""
    found = [call for day in DAYS for call in book.where(Call, "day", day) if call.kind != "class"]
    return sorted(found, key=lambda call: (call.day, call.start, call.id))


def _later(weeks: int) -> date:
    return WEEK + timedelta(days=7 * weeks)


def _often(work: Callable[[], object]) -> float:
    work()
    return _median([work] * 7)


def _median(works: list[Callable[[], object]]) -> float:
    return median(seconds(work) for work in works) * 1000


def main() -> None:
    """Print every figure on the generated season."""
    for figure in board_figures(season_book()):
        print(figure.words)


if __name__ == "__main__":
    main()
