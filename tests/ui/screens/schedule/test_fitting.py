from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from castapp.ui.screens.schedule.fitting import bar_across, board_plan, fitted, folded, quiet_words
from castapp.ui.screens.schedule.geometry import WeekGeometry
from castapp.ui.screens.schedule.present import day_view, week_view
from castapp.ui.screens.schedule.zoom import Zoom
from tests.builders import FRIDAY, THURSDAY, call, company_book

SUNDAY = THURSDAY + timedelta(days=3)
BOOK = company_book(
    call("act", 600, 60, production_id="lake"),
    call("free", 600, 60, day=SUNDAY, kind="free day", studio_id=None),
)
WEEK = week_view(BOOK, THURSDAY, THURSDAY)


def test_days_without_a_call_or_a_show_are_folded() -> None:
    assert folded(WEEK) == frozenset(WEEK.days) - {THURSDAY}
    assert folded(WEEK, {FRIDAY}) == frozenset(WEEK.days) - {THURSDAY, FRIDAY}


def test_an_empty_week_is_there_to_be_drawn_on() -> None:
    assert folded(replace(WEEK, cards=())) == {SUNDAY}
    assert folded(day_view(BOOK, SUNDAY)) == frozenset()


def test_a_folded_day_says_only_what_is_planned() -> None:
    assert quiet_words(WEEK, SUNDAY).startswith("Free day for everyone. Nothing may be")
    assert quiet_words(WEEK, FRIDAY).startswith("No calls.")


def test_a_week_of_six_studios_with_a_free_sunday_fits_an_ordinary_window() -> None:
    studios = tuple(replace(WEEK.columns[0], studio_id=f"s{number}") for number in range(6))
    cards = tuple(
        replace(WEEK.cards[0], stand=replace(WEEK.cards[0].stand, day=day))
        for day in WEEK.days[:-1]
    )
    view = replace(WEEK, columns=studios, cards=cards)
    assert board_plan(view, Zoom(), (), (1000, 760)).height <= 760


def test_room_is_left_for_the_bars_that_are_needed() -> None:
    def plan(room: tuple[int, int]) -> WeekGeometry:
        return WeekGeometry(WEEK.days, ("a",) * 6, max(room[0], 700))

    assert fitted(plan, (900, 2000), 10)[1] == (900, 2000)
    assert fitted(plan, (900, 400), 10)[1] == (890, 400)
    assert fitted(plan, (600, 2000), 10)[1] == (600, 1990)


def test_a_week_whose_usual_hours_fit_needs_no_bar_below() -> None:
    usual = (10 * 60, 22 * 60)
    week = board_plan(WEEK, Zoom(), (), (1000, 760), usual)
    assert week.width > 1000
    assert not bar_across(week, usual, 1000)
    assert bar_across(board_plan(WEEK, Zoom(week=144), (), (1000, 760), usual), usual, 1000)
    assert bar_across(board_plan(WEEK, Zoom(), (), (400, 760), usual), usual, 400)
