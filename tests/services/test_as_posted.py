from __future__ import annotations

from datetime import UTC, datetime

from castapp.domain.book import Book
from castapp.domain.office import Posting
from castapp.services.as_posted import as_posted
from castapp.services.calls import change_call, move_call, remove_calls
from castapp.services.publish import post_day
from tests.builders import THURSDAY, call, company_book

NOW = datetime(2026, 10, 14, 13, 0, tzinfo=UTC)
BOOK = company_book(call("duet", 855, 60, people=["vega", "okoro"], title="Duet"))


def posted(book: Book) -> tuple[Book, Posting]:
    after = book.apply(post_day(book, THURSDAY, "firm", "Ina Roth", NOW))
    return after, next(iter(after.all(Posting)))


def test_an_issue_says_times_places_and_people_in_time_order() -> None:
    book, posting = posted(BOOK)
    day = as_posted(book, posting)[0]
    assert day.day == THURSDAY
    assert day.lines[0] == "14.15–15.15, Duet, Studio 1: Okoro, Vega"
    assert day.lines[-1].startswith("19.30–21.05, Lake, Stage: ")
    assert "Queen Moss (cover), Queen Vega" in day.lines[-1]


def test_an_issue_stays_as_it_was_posted_when_the_call_moves_or_goes() -> None:
    book, posting = posted(BOOK)
    before = as_posted(book, posting)
    moved = book.apply(move_call(book, "duet", THURSDAY, 960, "studio-2"))
    assert as_posted(moved, posting) == before
    gone = book.apply(remove_calls(book, ["duet"]))
    assert as_posted(gone, posting) == before


def test_what_has_become_private_is_left_out() -> None:
    book, posting = posted(BOOK)
    private = book.apply(change_call(book, "duet", kind="physio"))
    assert not any(line.startswith("14.15") for line in as_posted(private, posting)[0].lines)
