"""Whose day is another than the one posted, each with the mark of what they may do."""

from __future__ import annotations

from datetime import UTC, datetime

from castapp.services.absences import set_participation
from castapp.services.calls import change_call
from castapp.services.publish import post_day
from castapp.ui.screens.schedule.drifted import drifted
from tests.builders import THURSDAY, call, company_book

AT = datetime(2026, 10, 14, 15, 0, tzinfo=UTC)


def test_whoever_is_off_is_not_marked_full() -> None:
    book = company_book(call("c", 660, 60, people=["vega", "moss"]))
    book = book.apply(post_day(book, THURSDAY, "firm", "Jana Mills", AT))
    book = book.apply(set_participation(book, "vega", THURSDAY, "off", since_clock=960))
    book = book.apply(change_call(book, "c", start=720))
    assert {row.name: row.status for row in drifted(book, THURSDAY)} == {
        "Vega": "off", "Moss": "full",
    }  # fmt: skip
