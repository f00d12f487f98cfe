from __future__ import annotations

from castapp.ui.screens.schedule.plans import day_hours, day_plan, week_hours, week_plan
from tests.builders import THURSDAY

STUDIOS = ("a", "b", "c", "d", "e", "f")


def test_the_day_shows_every_span_and_fills_the_room() -> None:
    assert day_hours([]) == (570, 1350)
    assert day_hours([(7 * 60, 8 * 60), (22 * 60, 24 * 60)])[0] == 6 * 60 + 30
    first, last = day_hours([(600, 660)], fill=900)
    assert (last - first) * 48 // 60 >= 900


def test_the_week_goes_from_its_first_span_to_its_last() -> None:
    assert week_hours([]) == (600, 1350)
    assert week_hours([(555, 600), (1380, 1400)]) == (540, 1410)
    assert week_hours([(10 * 60 + 15, 11 * 60), (21 * 60, 21 * 60 + 50)]) == (600, 1320)


def test_a_week_of_afternoons_has_room_for_a_morning() -> None:
    assert week_hours([(14 * 60, 15 * 60)]) == (660, 1110)


def test_a_narrow_room_scrolls_rather_than_squeezes() -> None:
    assert day_plan(THURSDAY, STUDIOS, (), 48, (500, 600)).width == 6 * 144
    assert week_plan((THURSDAY,), STUDIOS, (), frozenset(), (300, 400)).width == 700


def test_hours_of_the_week_can_be_wider_than_the_room() -> None:
    assert week_plan((THURSDAY,), STUDIOS, (), frozenset(), (900, 400), 100).width == 1250
