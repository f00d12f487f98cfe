from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.office import PostedLine, Posting
from castapp.ui.screens.schedule.posted import (
    changes,
    due,
    is_posted,
    post_state,
    week_state,
)
from tests.builders import FRIDAY, MONDAY, THURSDAY, call, company_book


def posting(*lines: PostedLine, state: str = "firm") -> list[Posting]:
    return [Posting("p", "callsheet", FRIDAY, 1, state, "2026-10-12T14:00:00+00:00", lines=lines)]


def line(start: int = 600, minutes: int = 60, place: str = "Studio 1") -> PostedLine:
    return PostedLine("a", start, minutes, place, "Rehearsal")


def friday(*lines: PostedLine, state: str = "firm") -> Book:
    return company_book(call("a", 600, 60, day=FRIDAY, state=state), posting(*lines))


def test_what_stands_as_posted_has_not_changed() -> None:
    assert changes(friday(line()), FRIDAY) == {}
    assert post_state(friday(line()), FRIDAY, THURSDAY).button == ""


def test_changes_say_what_was() -> None:
    assert changes(friday(line(start=900)), FRIDAY) == {"a": "was 15.00"}
    assert changes(friday(line(place="Stage")), FRIDAY) == {"a": "was Stage"}
    assert changes(friday(), FRIDAY) == {"a": "new"}


def test_a_call_taken_out_counts_as_a_change() -> None:
    book = friday(line(), state="cancelled")
    assert changes(book, FRIDAY) == {}
    assert post_state(book, FRIDAY, THURSDAY).changes == "1 change since"


def test_the_button_names_the_next_issue_and_the_hour() -> None:
    state = post_state(friday(line(start=900)), FRIDAY, THURSDAY)
    assert state.words == "Issue 1 posted Mon 12, firm"
    assert state.button == "Post issue 2 by 15.00"
    draft = company_book(call("a", 600, 60, day=FRIDAY))
    assert post_state(draft, FRIDAY, THURSDAY).words == "Draft, 1 call"
    assert post_state(draft, FRIDAY, MONDAY).button == "Post issue 1 by Thu 15.00"
    assert post_state(draft, FRIDAY, FRIDAY).button == "Post issue 1"
    assert post_state(company_book(), MONDAY, MONDAY).words == "Nothing to post yet"


def test_a_tentative_issue_is_to_be_posted_again_as_firm() -> None:
    book = company_book(call("a", 600, 60, day=FRIDAY), posting(line(), state="tentative"))
    assert post_state(book, FRIDAY, THURSDAY).button == "Post issue 2 by 15.00"
    assert week_state(book, FRIDAY) == ("Tentative", False)


def test_the_week_says_it_in_a_word() -> None:
    assert week_state(friday(line()), FRIDAY) == ("Posted", False)
    assert week_state(friday(line(start=900)), FRIDAY) == ("1 change", True)
    assert week_state(company_book(), MONDAY) == ("", False)
    assert week_state(company_book(call("a", 600, 60)), THURSDAY) == ("Draft", False)


def test_posted_calls_are_known() -> None:
    assert is_posted(friday(line()), ["a"])
    assert not is_posted(friday(), ["a", "gone"])


def test_a_day_is_due_on_its_eve() -> None:
    assert due(company_book(), FRIDAY) == "Firm by Thu 15 Oct, 15.00"
