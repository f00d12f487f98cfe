from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from castapp.domain.book import Book
from castapp.services.calls import move_call, remove_calls
from castapp.services.casting import override
from castapp.services.issues import Request, changes, issues, lines_now, run_at, runs, stands
from castapp.services.publish import post_casting, post_day, post_week
from tests.builders import FRIDAY, MONDAY, THURSDAY, call, company_book, show

AT = datetime(2026, 10, 14, 14, tzinfo=UTC)
NOVEMBER = date(2026, 11, 20)
SHEET = Request("callsheet", THURSDAY)
WEEK = Request("week", MONDAY)
CASTING = Request("casting", THURSDAY, FRIDAY, production_id="lake")


def book() -> Book:
    return company_book(
        call("duet", 14 * 60 + 15, 60, people=["vega"], title="Duet"),
        call("solo", 600, 60, people=["moss"], day=FRIDAY),
        show(FRIDAY),
        show(NOVEMBER),
    )


def posted(of: Book) -> Book:
    of = of.apply(post_day(of, THURSDAY, "tentative", "C. Brady", AT))
    of = of.apply(post_week(of, MONDAY, "firm", "C. Brady", AT))
    return of.apply(post_casting(of, "lake", THURSDAY, FRIDAY, "C. Brady", AT))


@pytest.mark.parametrize("request_", [SHEET, WEEK, CASTING])
def test_a_paper_stands_until_something_on_it_changes(request_: Request) -> None:
    assert issues(book(), request_) == ()
    assert not stands(book(), request_)
    up = posted(book())
    assert [one.issue for one in issues(up, request_)] == [1]
    assert stands(up, request_)
    assert changes(up, request_) == ()


def test_a_call_sheet_and_its_week_tell_a_move_to_the_same_people() -> None:
    up = posted(book())
    moved = up.apply(move_call(up, "duet", THURSDAY, 15 * 60 + 15, "studio-2"))
    [sheet] = changes(moved, SHEET)
    assert sheet.person_id == "vega"
    assert sheet.lines == ("Duet now 15.15 Studio 2, was 14.15 Studio 1",)
    [week] = changes(moved, WEEK)
    assert week.lines == ("Thu 15: Duet now 15.15 Studio 2, was 14.15 Studio 1",)
    assert stands(moved, CASTING)


def test_a_call_taken_out_is_told_without_its_day() -> None:
    up = posted(book())
    gone = up.apply(remove_calls(up, ["solo"]))
    [week] = changes(gone, WEEK)
    assert week.person_id == "moss"
    assert "not called any more" in week.lines[0]


def test_a_casting_tells_who_dances_instead() -> None:
    up = posted(book())
    recast = up.apply(override(up, f"show-{FRIDAY.isoformat()}-1170", "queen", 1, "paz"))
    assert not stands(recast, CASTING)
    told = {one.person_id: one.lines for one in changes(recast, CASTING)}
    assert any("Fri 16" in line and "Queen" in line for line in told["paz"])
    assert "vega" in told


def test_an_own_week_differs_from_the_call_sheets_that_are_up() -> None:
    up = posted(book())
    moved = up.apply(move_call(up, "duet", THURSDAY, 15 * 60 + 15, "studio-2"))
    own = Request("dancer", MONDAY, date(2026, 10, 18), person_id="vega")
    assert issues(moved, own) == ()
    assert lines_now(moved, own) == ()
    assert changes(up, own) == ()
    [told] = changes(moved, own)
    assert told.lines == ("Thu 15: Duet now 15.15 Studio 2, was 14.15 Studio 1",)


def test_a_fortnight_without_a_show_parts_two_runs() -> None:
    assert runs(book(), "lake") == ((THURSDAY, FRIDAY), (NOVEMBER, NOVEMBER))
    assert run_at(book(), "lake", MONDAY) == (THURSDAY, FRIDAY)
    assert run_at(book(), "lake", FRIDAY) == (THURSDAY, FRIDAY)
    assert run_at(book(), "lake", date(2026, 10, 20)) == (NOVEMBER, NOVEMBER)
    assert run_at(book(), "lake", date(2027, 1, 1)) == (NOVEMBER, NOVEMBER)
    assert run_at(book(), "nothing", MONDAY) is None
