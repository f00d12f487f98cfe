from __future__ import annotations

from datetime import UTC, datetime, timedelta

from castapp.domain.book import Book
from castapp.services.awaiting import awaited_castings, awaited_week
from castapp.services.publish import post_casting, post_week
from tests.builders import MONDAY, THURSDAY, call, company_book

AT = datetime(2026, 10, 14, 12, tzinfo=UTC)
NEXT = MONDAY + timedelta(weeks=1)


def test_next_weeks_sheet_waits_until_it_is_up_firm() -> None:
    book = company_book(
        call("placed", 600, 60, people=["vega"], day=NEXT),
        call("unplaced", 700, 60, people=["vega"], day=NEXT, studio_id=None),
    )
    found = awaited_week(book, THURSDAY)
    assert found is not None
    assert (found.first, found.state, found.calls, found.unplaced) == (NEXT, "draft", 2, 1)
    tentative = book.apply(post_week(book, NEXT, "tentative", "Ada", AT))
    standing = awaited_week(tentative, THURSDAY)
    assert standing is not None
    assert standing.state == "tentative"
    firm = book.apply(post_week(book, NEXT, "firm", "Ada", AT))
    assert awaited_week(firm, THURSDAY) is None


def test_a_week_with_nothing_in_it_waits_for_nothing() -> None:
    assert awaited_week(company_book(), THURSDAY) is None


def test_a_casting_waits_until_every_coming_show_is_up_as_it_stands() -> None:
    book: Book = company_book()
    (found,) = awaited_castings(book, MONDAY)
    assert (found.name, found.issue, found.shows, found.first) == ("Lake", 1, 1, THURSDAY)
    posted = book.apply(post_casting(book, found.production_id, MONDAY, NEXT, "Ada", AT))
    assert awaited_castings(posted, MONDAY) == ()


def test_a_show_that_is_over_needs_no_casting_any_more() -> None:
    assert awaited_castings(company_book(), NEXT) == ()
