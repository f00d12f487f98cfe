from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.office import Posting
from castapp.services.calls import create_call, remove_calls
from castapp.services.publish import (
    CallDrift,
    DancerDrift,
    Due,
    drift,
    due,
    post_casting,
    post_day,
    post_week,
    working_day_before,
)
from tests.builders import FRIDAY, MONDAY, SUNDAY, THURSDAY, WEDNESDAY, call, company_book
from tests.export.day import SHOW_ID, full_day, override

AT = datetime(2026, 10, 14, 16, tzinfo=timezone(timedelta(hours=2)))


def posted(book: Book, state: str = "firm", day: date = THURSDAY) -> Book:
    return book.apply(post_day(book, day, state, "C. Brady", AT))


def moved(book: Book, start: int = 855) -> Book:
    draft = Draft(book)
    draft.put(replace(book.get(Call, "leads"), start=start))
    return book.apply(draft.edit("move"))


def without(book: Book, call_id: str) -> Book:
    draft = Draft(book)
    draft.put(replace(book.get(Call, call_id), state="cancelled"))
    return book.apply(draft.edit("cancel"))


def test_posting_keeps_what_it_said_and_when() -> None:
    edit = post_day(full_day(), THURSDAY, "tentative", "C. Brady", AT)
    assert edit.label == "Post the call sheet of Thu 15 Oct, issue 1, tentative"
    [posting] = [change.after for change in edit.changes]
    assert isinstance(posting, Posting)
    assert (posting.issue, posting.state, posting.by) == (1, "tentative", "C. Brady")
    assert posting.at == "2026-10-14T14:00:00+00:00"
    assert {line.ref_id for line in posting.lines} >= {"leads", SHOW_ID}


def test_issues_are_counted() -> None:
    book = posted(posted(full_day(), "tentative"))
    assert sorted(one.issue for one in book.all(Posting)) == [1, 2]


def test_the_same_again_is_refused() -> None:
    with pytest.raises(Invalid, match="nothing has changed"):
        post_day(posted(full_day()), THURSDAY, "firm", "C. Brady", AT)


def test_a_moment_without_zone_is_a_mistake_in_the_program() -> None:
    with pytest.raises(ValueError, match="zone"):
        post_day(full_day(), THURSDAY, "firm", "", AT.replace(tzinfo=None))


def test_no_drift_before_and_right_after_posting() -> None:
    assert drift(full_day(), THURSDAY).issue == 0
    fresh = drift(posted(full_day()), THURSDAY)
    assert fresh.issue == 1
    assert not fresh


def test_drift_per_call_and_per_person() -> None:
    found = drift(moved(posted(full_day())), THURSDAY)
    assert found.calls == (
        CallDrift("leads", 855, "Studio 1", "Lake Act II pas de deux", "moved, was 14.00"),
    )
    said = ("Lake Act II pas de deux now 14.15 Studio 1, was 14.00 Studio 1",)
    assert found.people[:2] == (DancerDrift("okoro", said), DancerDrift("vega", said))


def test_a_call_taken_out_is_told_to_its_people() -> None:
    found = drift(without(posted(full_day()), "placing"), THURSDAY)
    assert [one.word for one in found.calls] == ["taken out"]
    assert [one.person_id for one in found.people] == ["okoro", "vega", "fox"]


def test_a_recast_show_is_told_to_both() -> None:
    before = posted(full_day())
    after = full_day(override(), list(before.all(Posting)))
    found = drift(after, THURSDAY)
    assert [(one.ref_id, one.word) for one in found.calls] == [(SHOW_ID, "cast changed")]
    people = {one.person_id: one.lines for one in found.people}
    assert people["vega"] == ("Lake: not called any more, was 19.30 Stage",)
    assert "now as Queen" in people["moss"][0]


def test_a_private_booking_is_no_drift() -> None:
    assert not drift(without(posted(full_day()), "private"), THURSDAY)


def test_what_is_due_and_by_when() -> None:
    book = full_day()
    assert due(book, WEDNESDAY) == (
        Due(THURSDAY, 1, "firm", WEDNESDAY, 900),
        Due(FRIDAY, 1, "firm", THURSDAY, 900),
    )
    assert [one.day for one in due(posted(book), WEDNESDAY)] == [FRIDAY]


def test_a_tentative_issue_is_still_due_and_a_changed_firm_one_again() -> None:
    [first, _] = due(posted(full_day(), "tentative"), WEDNESDAY)
    assert (first.issue, first.changes) == (2, 0)
    [first, _] = due(moved(posted(full_day())), WEDNESDAY)
    assert (first.issue, first.changes) == (2, 1)


def test_free_days_do_not_count_as_working_days() -> None:
    free = call("free", 0, 60, day=SUNDAY, kind="free day", studio_id=None)
    saturday = call("sat", 600, 60, day=SUNDAY - timedelta(days=1))
    book = company_book(free, saturday)
    assert working_day_before(book, SUNDAY + timedelta(days=1)) == SUNDAY - timedelta(days=1)
    assert working_day_before(book, MONDAY) == MONDAY - timedelta(days=1)


def test_the_casting_of_a_run_and_a_week_are_posted_too() -> None:
    book = full_day()
    casting = post_casting(book, "lake", THURSDAY, FRIDAY, "H. Ashworth", AT)
    assert casting.label == "Post the casting of Lake, issue 1"
    with pytest.raises(Invalid, match="no show"):
        post_casting(book, "lake", MONDAY, WEDNESDAY, "H. Ashworth", AT)
    week = post_week(book, THURSDAY, "firm", "C. Brady", AT)
    [posting] = [change.after for change in week.changes]
    assert isinstance(posting, Posting)
    assert (posting.paper, posting.day) == ("week", MONDAY)
    assert datetime.fromisoformat(posting.at) == AT.astimezone(UTC)


def test_a_call_made_again_as_it_was_is_no_change() -> None:
    book = posted(company_book(call("class", 600, 75, kind="class", people=["vega"])))
    gone = book.apply(remove_calls(book, ["class"]))
    assert [one.word for one in drift(gone, THURSDAY).calls] == ["taken out"]
    again = Call("again", THURSDAY, 600, 75, kind="class", studio_id="studio-1")
    lines = [Called("line", "again", "person", person_id="vega")]
    rebuilt = gone.apply(create_call(gone, again, lines))
    assert not drift(rebuilt, THURSDAY)
    assert due(rebuilt, THURSDAY, 0) == ()
    later = gone.apply(create_call(gone, replace(again, start=615), lines))
    assert sorted(one.word for one in drift(later, THURSDAY).calls) == ["new", "taken out"]
