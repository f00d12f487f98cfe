"""Clock times as staff write them, and the moments they are."""

from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.slot import clock, clock12, length, overlap, skipped, utc_minutes, week_start


@pytest.mark.parametrize(("minutes", "text"), [(0, "0.00"), (630, "10.30"), (1530, "1.30")])
def test_clock(minutes: int, text: str) -> None:
    assert clock(minutes) == text


@pytest.mark.parametrize(("minutes", "text"), [(0, "12:00"), (750, "12:30"), (870, "2:30")])
def test_clock12(minutes: int, text: str) -> None:
    assert clock12(minutes) == text


@pytest.mark.parametrize(("minutes", "text"), [(45, "45 min"), (60, "1 h"), (75, "1 h 15")])
def test_length(minutes: int, text: str) -> None:
    assert length(minutes) == text


def test_touching_spans_do_not_overlap() -> None:
    assert not overlap(600, 660, 660, 720)
    assert overlap(600, 661, 660, 720)


@pytest.mark.parametrize(
    ("evening", "hours"),
    [(date(2026, 10, 24), 9), (date(2027, 3, 27), 7), (date(2026, 10, 20), 8)],
)
def test_a_night_is_measured_in_utc(evening: date, hours: int) -> None:
    late = utc_minutes(evening, 22 * 60, "Europe/London")
    early = utc_minutes(evening, 30 * 60, "Europe/London")
    assert (early - late) / 60 == hours


def test_the_hour_put_forward_over_does_not_exist() -> None:
    assert skipped(date(2027, 3, 28), 90, "Europe/London")
    assert not skipped(date(2027, 3, 28), 150, "Europe/London")
    assert not skipped(date(2026, 10, 25), 90, "Europe/London")


def test_weeks_begin_where_the_company_says() -> None:
    thursday = date(2026, 10, 15)
    assert week_start(thursday, 0) == date(2026, 10, 12)
    assert week_start(thursday, 6) == date(2026, 10, 11)
    assert week_start(thursday, 3) == thursday
