from __future__ import annotations

from castapp.ui.screens.schedule.geometry import WEEK_HOUR, WeekGeometry
from castapp.ui.screens.schedule.plans import (
    board_hours,
    day_plan,
    day_start,
    week_hours,
    week_plan,
)
from tests.builders import FRIDAY, THURSDAY

STUDIOS = ("a", "b", "c", "d", "e", "f")


def test_every_hour_from_seven_to_midnight_can_be_reached() -> None:
    assert board_hours([]) == board_hours([(9 * 60, 23 * 60)]) == (7 * 60, 24 * 60)
    assert board_hours([(6 * 60 + 30, 7 * 60), (23 * 60, 24 * 60 + 40)]) == (6 * 60, 25 * 60)


def test_the_day_begins_half_an_hour_before_its_first_call() -> None:
    assert day_start([]) == 9 * 60 + 30
    assert day_start([(9 * 60, 10 * 60)]) == 8 * 60 + 30


def test_the_smallest_hours_fill_the_room_with_this_day_alone() -> None:
    plan = day_plan(THURSDAY, STUDIOS, (), 24, (800, 700))
    assert (plan.first, plan.last, plan.height) == (7 * 60, 24 * 60, 700)


def test_the_week_goes_from_its_first_span_to_its_last() -> None:
    assert week_hours([]) == (600, 1350)
    assert week_hours([(555, 600), (1380, 1400)]) == (540, 1410)
    assert week_hours([(10 * 60 + 15, 11 * 60), (21 * 60, 21 * 60 + 50)]) == (600, 1320)


def test_a_week_of_afternoons_has_room_for_a_morning() -> None:
    assert week_hours([(14 * 60, 15 * 60)]) == (660, 1110)


def test_a_narrow_room_scrolls_rather_than_squeezes() -> None:
    assert day_plan(THURSDAY, STUDIOS, (), 48, (500, 600)).width == 6 * 112
    assert week(300).width == 17 * 56


def test_hours_of_the_week_can_be_wider_than_the_room() -> None:
    assert week(900, 100).width == 1700


def test_the_usual_hours_of_the_week_fill_the_room() -> None:
    plan = week(1000)
    assert plan.pixels(22 * 60 + 30) - plan.pixels(10 * 60) == 1000
    assert week(1700, 60).width == 1700


def test_the_lanes_of_a_week_that_nearly_fits_are_a_little_lower() -> None:
    def lane(height: int) -> int:
        days = (THURSDAY, FRIDAY)
        return week_plan(days, STUDIOS, (), (600, 1350), frozenset(), (900, height)).lane

    assert (lane(300), lane(236), lane(235), lane(224), lane(200)) == (18, 18, 17, 17, 15)
    assert lane(199) == 18


def week(room: int, hour: int = WEEK_HOUR) -> WeekGeometry:
    return week_plan((THURSDAY,), STUDIOS, (), (600, 1350), frozenset(), (room, 400), hour)
