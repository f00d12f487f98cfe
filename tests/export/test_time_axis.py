from __future__ import annotations

import pytest

from castapp.export.time_axis import CLOSED, LUNCH, OPEN, Demand, axis, spread


def test_a_quarter_hour_grows_until_its_card_fits() -> None:
    cards = [Demand(720, 750, 50.0), Demand(720, 780, 60.0)]
    made = axis(cards, [(720, 780)], None, 10.0, 5.0, 3.0)
    assert [one.height for one in made.stretches] == [25.0, 25.0, 10.0, 10.0]
    assert made.at(750) - made.at(720) >= 50.0
    assert made.at(780) - made.at(720) >= 60.0


def test_a_card_off_the_quarters_gets_its_height_too() -> None:
    made = axis([Demand(725, 765, 90.0)], [(725, 765)], None, 10.0, 5.0, 3.0)
    assert made.start == 720
    assert made.end == 765
    assert made.at(765) - made.at(725) == pytest.approx(90.0)


def test_lunch_is_a_band_and_long_gaps_are_closed_up() -> None:
    busy = [(720, 780), (840, 900), (990, 1020)]
    made = axis([], busy, (780, 840), 10.0, 5.0, 3.0)
    kinds = [(one.start, one.end, one.kind) for one in made.stretches if one.kind != OPEN]
    assert kinds == [(780, 840, LUNCH), (900, 990, CLOSED)]
    assert made.height == 4 * 10 + 5 + 4 * 10 + 3 + 2 * 10


def test_half_an_hour_is_not_closed_up() -> None:
    made = axis([], [(720, 780), (810, 840)], None, 10.0, 5.0, 3.0)
    assert all(one.kind == OPEN for one in made.stretches)
    assert len(made.stretches) == 8


def test_spare_room_is_shared_up_to_a_limit() -> None:
    made = axis([], [(720, 750), (810, 840)], (750, 810), 10.0, 5.0, 3.0)
    wide = spread(made, 100.0, 12.0)
    assert [one.height for one in wide.stretches] == [12.0, 12.0, 5.0, 12.0, 12.0]
    assert spread(made, 20.0, 12.0) == made


def test_minutes_off_the_axis_lie_at_its_ends() -> None:
    made = axis([], [(720, 780)], None, 10.0, 5.0, 3.0)
    assert made.at(600) == 0.0
    assert made.at(2000) == made.height
