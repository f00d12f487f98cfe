"""The bar on top: what is open, and the time to the curtain."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from castapp.domain.book import Book
from castapp.ui.screens.cover.countdown import before_asking, countdown, next_show
from tests.builders import FRIDAY, SUNDAY, THURSDAY, company_book, show
from tests.ui.screens.cover.night import NIGHT, answer

LATER = datetime(2026, 12, 1, 9, 0)  # noqa: DTZ001 (wall clock)


@pytest.mark.parametrize(
    ("now", "times"),
    [
        (LATER, ("16.00", "the half 18.55", "curtain 19.30, in 3 h 30")),
        (datetime(2026, 10, 15, 16, 9), ("16.09", "the half 18.55", "curtain 19.30, in 3 h 21")),  # noqa: DTZ001
        (datetime(2026, 10, 15, 19, 42), ("19.42", "the half 18.55", "curtain 19.30, 12 min ago")),  # noqa: DTZ001
    ],
)
def test_it_counts_down_to_the_curtain(now: datetime, times: tuple[str, ...]) -> None:
    found = answer()
    shown = countdown(found.book, NIGHT, found.gaps, now, taken=False)
    assert shown.severity == "hard"
    assert shown.sentence == "Lake tonight has no Queen"
    assert shown.aside == "Vega is off from 16.00"
    assert shown.times == times


def test_a_later_show_is_counted_in_days() -> None:
    request = replace(NIGHT, first=FRIDAY, last=None)
    found = answer(show(SUNDAY), request=request)
    shown = countdown(found.book, request, found.gaps, LATER, taken=False)
    assert shown.sentence == "Lake Sun 18 Oct has no Queen"
    assert shown.times[2] == "curtain 19.30, in 2 days"


def test_taken_it_says_so() -> None:
    book = company_book()
    assert countdown(book, NIGHT, (), LATER, taken=True).sentence == "Lake tonight is recast"
    assert countdown(book, NIGHT, (), LATER, taken=False).sentence == "Nothing of Lake opens"


def test_before_anybody_is_named() -> None:
    assert before_asking(company_book(), THURSDAY, 960).sentence == "Lake tonight"
    assert before_asking(Book.of([]), THURSDAY, 0).sentence == "No performance on Thu 15 Oct"


def test_of_two_shows_the_one_still_to_come_is_meant() -> None:
    book = company_book(show(THURSDAY, 14 * 60))
    early, late = next_show(book, THURSDAY, 600), next_show(book, THURSDAY, 900)
    assert early is not None
    assert late is not None
    assert (early.curtain, late.curtain) == (840, 1170)
