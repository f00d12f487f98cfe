from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from castapp.export.zones import Turn, zone_rules


def test_two_yearly_rules() -> None:
    rules = zone_rules("Europe/London")
    assert rules is not None
    summer, winter = rules.observances
    assert (summer.name, summer.offset, summer.before) == ("BST", timedelta(hours=1), timedelta())
    assert winter.turn == Turn(10, 5, 0, 2 * 3600)
    assert winter.turn.rule() == {"FREQ": "YEARLY", "BYMONTH": 10, "BYDAY": "-1SU"}


def test_a_zone_that_never_changes_has_one_observance() -> None:
    rules = zone_rules("Asia/Kolkata")
    assert rules is not None
    assert [one.offset for one in rules.observances] == [timedelta(hours=5, minutes=30)]


@pytest.mark.parametrize("zone", ["Africa/Cairo", "Nowhere/Town"])
def test_a_zone_that_cannot_be_told_in_rules(zone: str) -> None:
    assert zone_rules(zone) is None


def test_changes_named_by_another_day_than_they_fall_on() -> None:
    assert Turn(3, 5, 0, -3600).rule() == {
        "FREQ": "YEARLY",
        "BYMONTH": 3,
        "BYDAY": "SA",
        "BYMONTHDAY": [-8, -7, -6, -5, -4, -3, -2],
    }
    assert Turn(3, 4, 4, 50 * 3600).rule() == {
        "FREQ": "YEARLY",
        "BYMONTH": 3,
        "BYDAY": "SA",
        "BYMONTHDAY": [24, 25, 26, 27, 28, 29, 30],
    }
    assert Turn(10, 5, 4, 24 * 3600).rule() is None


@pytest.mark.parametrize(
    ("turn", "year", "moment"),
    [
        (Turn(3, 5, 0, 3600), 2026, datetime(2026, 3, 29, 1)),  # noqa: DTZ001
        (Turn(11, 1, 0, 7200), 2026, datetime(2026, 11, 1, 2)),  # noqa: DTZ001
        (Turn(3, 2, 0, 7200), 2026, datetime(2026, 3, 8, 2)),  # noqa: DTZ001
        (Turn(3, 5, 0, -3600), 2026, datetime(2026, 3, 28, 23)),  # noqa: DTZ001
    ],
)
def test_the_moment_of_a_change(turn: Turn, year: int, moment: datetime) -> None:
    assert turn.moment(year) == moment
