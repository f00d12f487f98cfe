from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.office import PostedLine, Posting
from castapp.ui.screens.schedule.posted import (
    changes,
    due,
    due_short,
    post_state,
    posted_of,
    taken_out,
    taken_words,
    week_state,
)
from castapp.ui.screens.schedule.traces import traces
from tests.builders import FRIDAY, MONDAY, SATURDAY, THURSDAY, call, company_book


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
    assert state.words == "Issue 1 firm, posted Mon 12"
    assert state.button == "Post issue 2 by 15.00"
    draft = company_book(call("a", 600, 60, day=FRIDAY))
    assert post_state(draft, FRIDAY, THURSDAY).words == "Draft, 1 call"
    assert post_state(draft, FRIDAY, MONDAY).button == "Post issue 1 by Thu 15.00"
    assert post_state(draft, FRIDAY, FRIDAY).button == "Post issue 1"
    assert post_state(company_book(), MONDAY, MONDAY).words == "Nothing to post yet"


def test_a_tentative_issue_is_to_be_posted_again_as_firm() -> None:
    book = company_book(call("a", 600, 60, day=FRIDAY), posting(line(), state="tentative"))
    assert post_state(book, FRIDAY, THURSDAY).button == "Post issue 2 by 15.00"
    assert week_state(book, FRIDAY, THURSDAY) == ("Tentative", False)


def test_the_week_says_it_in_a_word() -> None:
    assert week_state(friday(line()), FRIDAY, THURSDAY) == ("Posted", False)
    assert week_state(friday(line(start=900)), FRIDAY, THURSDAY) == ("1 change", True)
    assert week_state(company_book(), MONDAY, MONDAY) == ("", False)
    assert week_state(company_book(call("a", 600, 60)), THURSDAY, THURSDAY) == ("Draft", False)


def test_a_day_that_is_over_is_no_draft_and_asks_for_nothing() -> None:
    assert week_state(company_book(call("a", 600, 60)), THURSDAY, FRIDAY) == ("Not posted", False)
    assert week_state(friday(line(start=900)), FRIDAY, SATURDAY) == ("1 change", False)


def test_what_is_due_stands_in_a_column_until_its_day() -> None:
    draft = company_book(call("a", 600, 60, day=FRIDAY))
    assert due_short(draft, FRIDAY, MONDAY) == "Thu 15, 15.00"
    assert due_short(draft, FRIDAY, THURSDAY) == "today, 15.00"
    assert due_short(draft, FRIDAY, FRIDAY) == due_short(friday(line()), FRIDAY, MONDAY) == ""


def test_what_was_taken_out_is_told_with_where_it_stood() -> None:
    book = friday(line(), state="cancelled")
    (gone,) = taken_out(book, FRIDAY)
    assert (gone.start, gone.minutes, gone.place) == (600, 60, "Studio 1")
    (trace,) = traces(book, FRIDAY, [gone])
    assert trace.stand.studio_id == "studio-1"
    assert trace.words == "Rehearsal, was 10.00–11.00, Studio 1"
    assert taken_out(friday(line()), FRIDAY) == ()


def test_posted_calls_are_known() -> None:
    assert posted_of(friday(line()), ["a", "gone"]) == 1
    assert posted_of(friday(), ["a", "gone"]) == 0


def test_what_is_asked_before_posted_calls_go_has_their_number() -> None:
    rest = "Taken out now, it is missing from the next issue."
    one = friday(line())
    assert taken_words(one, ["a"]) == f"This call has been posted. {rest}"
    assert taken_words(one, ["a", "b", "c"]).startswith("1 of these 3 calls has been posted.")
    assert taken_words(friday(), ["a"]) == ""


def test_a_day_is_due_on_its_eve() -> None:
    assert due(company_book(), FRIDAY) == "Firm by Thu 15 Oct, 15.00"
