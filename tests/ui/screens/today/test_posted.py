from __future__ import annotations

from datetime import UTC, datetime, timedelta

from castapp.services.publish import due, post_day
from castapp.ui.screens.today.posted import posted_block
from tests.builders import FRIDAY, MONDAY, THURSDAY, call, company_book

AT = datetime(2026, 10, 14, 12, tzinfo=UTC)


def test_sheets_come_first_then_the_week_then_castings() -> None:
    book = company_book(
        call("friday", 600, 60, people=["vega"], day=FRIDAY),
        call("next", 600, 60, people=["vega"], day=MONDAY + timedelta(weeks=1), studio_id=None),
    )
    book = book.apply(post_day(book, FRIDAY, "tentative", "Ada", AT))
    block = posted_block(book, THURSDAY, due(book, THURSDAY))
    said = {line.main: line.about for line in block.lines}
    assert list(said) == ["Thu 15, firm", "Fri 16, firm, issue 2", "Mon 19, firm", "Week 43",
                          "Lake casting"]  # fmt: skip
    assert said["Fri 16, firm, issue 2"] == "tentative, 1 call"
    assert said["Week 43"] == "draft, 1 call unplaced"
    assert said["Lake casting"].endswith("1 show")
    assert {line.screen for line in block.lines} == {"callboard"}


def test_nothing_is_on_the_board_before_anything_was_posted() -> None:
    block = posted_block(company_book(), MONDAY + timedelta(weeks=20), ())
    assert (block.lines, block.empty) == ((), "Nothing to post yet.")
