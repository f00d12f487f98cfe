from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from castapp.domain.book import Book
from castapp.domain.calls import Attendance, Call, Rating
from castapp.domain.casting import Danced, Override, Performance
from castapp.domain.draft import Draft
from castapp.domain.workload import (
    by_activity,
    day_work,
    days_since_free,
    longest_break,
    minutes_between,
    shows_in,
    work,
)
from tests.builders import MONDAY, THURSDAY, TUESDAY, call, company_book, role_line, show

SHOW = f"show-{THURSDAY.isoformat()}-1170"


def vega(book: Book, day: date = MONDAY) -> int:
    return work(book, "vega", day).minutes


def test_hours_of_calls_that_are_danced() -> None:
    book = company_book(
        call("class", 600, 75, people=["vega"], day=MONDAY, kind="class"),
        call("a", 690, 60, people=["vega"], day=MONDAY),
        call("b", 780, 30, people=["vega"], day=MONDAY, kind="fitting"),
        call("c", 840, 30, people=["vega"], day=MONDAY, kind="physio"),
    )
    assert vega(book) == 135
    assert dict(work(book, "vega", MONDAY).by) == {"class": 75, "rehearsal": 60}


def test_calls_that_overlap_count_once() -> None:
    book = company_book(
        call("a", 600, 60, people=["vega"], day=MONDAY),
        call("b", 630, 60, people=["vega"], day=MONDAY, studio_id="studio-2"),
        call("c", 640, 10, people=["vega"], day=MONDAY, studio_id="studio-a"),
    )
    assert vega(book) == 90


def test_cancelled_calls_and_shows_are_left_out() -> None:
    book = company_book(call("a", 600, 60, people=["vega"], day=MONDAY, state="cancelled"))
    assert day_work(book, MONDAY) == {}
    draft = Draft(book)
    draft.set(book.get(Performance, SHOW), state="cancelled")
    assert day_work(book.apply(draft.edit("cancel")), THURSDAY) == {}


def test_a_call_past_midnight_belongs_to_the_day_it_begins() -> None:
    book = company_book(call("a", 1380, 120, people=["vega"], day=MONDAY))
    assert (vega(book), vega(book, TUESDAY)) == (120, 0)


@pytest.mark.parametrize(
    ("sunday", "minutes"), [(date(2026, 10, 25), 180), (date(2027, 3, 28), 60)]
)
def test_hours_are_true_hours_when_the_clock_changes(sunday: date, minutes: int) -> None:
    """0.30 to 2.30 is three hours in the night the clock goes back, one when it goes forward."""
    book = company_book(call("a", 30, 120, people=["vega"], day=sunday))
    assert vega(book, sunday) == minutes


def test_a_call_over_the_midnight_before_a_clock_change() -> None:
    saturday = date(2026, 10, 24)
    book = company_book(call("a", 1380, 240, people=["vega"], day=saturday))
    assert vega(book, saturday) == 300


def test_joining_late_and_leaving_early() -> None:
    book = company_book(
        call("a", 600, 120, role_line("l", "queen", "cast-1", joins=630, leaves=690), day=MONDAY)
    )
    assert vega(book) == 60


def test_actual_times_go_before_planned_ones() -> None:
    held = {"actual_start": 610, "actual_minutes": 95}
    book = company_book(call("a", 600, 60, people=["vega"], day=MONDAY, **held))
    one = work(book, "vega", MONDAY)
    assert (one.minutes, one.planned, one.recorded) == (95, 60, 95)


def test_who_left_early_is_not_kept_by_a_call_that_ran_over() -> None:
    book = company_book(
        call(
            "a",
            600,
            120,
            role_line("l", "queen", "cast-1", leaves=660),
            day=MONDAY,
            actual_minutes=150,
        )
    )
    assert vega(book) == 60


@pytest.mark.parametrize(
    ("state", "minutes", "counted"),
    [
        ("attended", None, 60),
        ("late", 40, 40),
        ("partial", 20, 20),
        ("absent", None, 0),
        ("excused", None, 0),
    ],
)
def test_attendance_goes_before_all(state: str, minutes: int | None, counted: int) -> None:
    book = company_book(
        call("a", 600, 60, people=["vega"], day=MONDAY),
        [Attendance("x", "a", "vega", state, minutes)],
    )
    one = work(book, "vega", MONDAY)
    assert (one.minutes, one.planned) == (counted, 60)


def test_load_is_effort_times_minutes() -> None:
    """60 min × 6 and 45 min × 8 are both 360 AU."""
    book = company_book(
        call("a", 600, 60, people=["vega"], day=MONDAY),
        call("b", 690, 45, people=["moss"], day=MONDAY),
        [Rating("r", "vega", 6, call_id="a"), Rating("s", "moss", 8, call_id="b")],
    )
    loads = {who: one.load for who, one in day_work(book, MONDAY).items()}
    assert loads == {"vega": 360, "moss": 360}
    assert work(book, "vega", MONDAY).rated == 60


def test_unrated_class_is_expected_at_four() -> None:
    book = company_book(call("a", 600, 75, people=["vega"], day=MONDAY, kind="class"))
    one = work(book, "vega", MONDAY)
    assert (one.load, one.rated) == (300, 0)


def test_who_did_not_rate_is_taken_at_their_colleagues_mean() -> None:
    book = company_book(
        call("a", 600, 60, people=["vega", "moss", "fox"], day=MONDAY),
        [Rating("r", "vega", 6, call_id="a"), Rating("s", "moss", 8, call_id="a")],
    )
    assert work(book, "fox", MONDAY).load == 420


def test_a_show_counts_from_curtain_to_end_for_those_who_dance() -> None:
    book = company_book()
    one = work(book, "vega", THURSDAY)
    assert (one.minutes, one.shows, one.load) == (95, 1, 95 * 8.0)
    assert "moss" not in day_work(book, THURSDAY)


def test_a_show_taken_over_is_shared_at_the_section() -> None:
    """Act II begins 55 minutes after the curtain and lasts 40."""
    book = company_book([Override("o", SHOW, "queen", 1, "moss", from_section_id="lake-ii")])
    assert (vega(book, THURSDAY), work(book, "moss", THURSDAY).minutes) == (55, 40)


def test_what_was_danced_goes_before_what_was_cast() -> None:
    book = company_book(
        [
            Danced("d", SHOW, "queen", 1, "fox"),
            Danced("e", SHOW, "queen", 1, "moss", "lake-ii"),
        ]
    )
    assert {who: one.minutes for who, one in day_work(book, THURSDAY).items()} == {
        "fox": 55,
        "moss": 40,
    }


def test_double_shows_add_up() -> None:
    book = company_book(show(curtain=840))
    assert (vega(book, THURSDAY), shows_in(book, "vega", THURSDAY, 7)) == (190, 2)


def test_a_week_by_activity() -> None:
    book = company_book(
        call("class", 600, 75, people=["vega"], day=MONDAY, kind="class"),
        call("a", 690, 60, people=["vega"], day=TUESDAY),
    )
    sunday = MONDAY + timedelta(days=6)
    assert minutes_between(book, "vega", MONDAY, sunday) == 75 + 60 + 95
    assert list(by_activity(book, "vega", MONDAY, sunday).items()) == [
        ("performance", 95),
        ("class", 75),
        ("rehearsal", 60),
    ]


def test_shows_are_counted_in_the_days_that_end_there() -> None:
    book = company_book()
    assert shows_in(book, "vega", THURSDAY + timedelta(days=6), 7) == 1
    assert shows_in(book, "vega", THURSDAY + timedelta(days=7), 7) == 0
    assert shows_in(book, "vega", THURSDAY - timedelta(days=1), 28) == 0


def test_the_longest_break_of_a_day() -> None:
    book = company_book(
        call("a", 600, 90, people=["vega"], day=MONDAY),
        call("b", 630, 15, people=["vega"], day=MONDAY, studio_id="studio-2"),
        call("c", 705, 60, people=["vega"], day=MONDAY),
        call("d", 825, 60, people=["vega"], day=MONDAY),
    )
    assert longest_break(book, "vega", MONDAY) == 60
    assert longest_break(book, "moss", MONDAY) is None


def test_days_since_a_free_day() -> None:
    book = company_book(
        *(
            call(f"c{n}", 600, 60, people=["vega"], day=MONDAY + timedelta(days=n))
            for n in (0, 2, 3)
        )
    )
    counts = [days_since_free(book, "vega", MONDAY + timedelta(days=n)) for n in range(5)]
    assert counts == [1, 0, 1, 2, 0]


def test_editing_one_call_renews_its_day() -> None:
    book = company_book(call("a", 600, 60, people=["vega"], day=MONDAY))
    assert vega(book) == 60
    draft = Draft(book)
    draft.put(replace(book.get(Call, "a"), minutes=90))
    assert vega(book.apply(draft.edit("longer"))) == 90
    assert vega(book) == 60
