from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.checks import Invalid
from castapp.importers.cells import (
    clock_of,
    day_of,
    end_of,
    minutes_of,
    moment_of,
    month_comes_first,
    yes,
)


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-14", "14.10.2026", "14.10.26", "14/10/2026", "14-10-2026", "14 oct 2026",
        "14 October 2026", "Wed 14 Oct 2026", "October 14, 2026", "14. Oktober 2026",
        "mercredi 14 octobre 2026", "14 de octubre de 2026", "2026-10-14T19:30", "14th Oct 2026",
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(text: str) -> None:
    assert day_of(text) == date(2026, 10, 14)


def test_the_month_may_come_first() -> None:
    assert day_of("10/14/2026", month_first=True) == date(2026, 10, 14)
    assert day_of("14.10.2026", month_first=True) == date(2026, 10, 14)


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        (["04/05/2026", "04/13/2026"], (True, True)),
        (["04/05/2026", "13/04/2026"], (False, True)),
        (["04/05/2026"], (True, False)),
        (["2026-04-05"], (True, False)),
    ],
)
def test_the_days_of_a_column_tell_their_order(texts: list[str], answer: tuple[bool, bool]) -> None:
    assert month_comes_first(texts, default=True) == answer


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-30", "30 February 2024", "32.1.2026", "10/14/2026", "tomorrow", "", "14 Oct",
        "0000-01-01", "9999-01-01", "1.1.1", "14 oct 2026 or so",
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match=r"not a day|out of reach"):
        day_of(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("19:30", 1170), ("19.30", 1170), ("19h30", 1170), ("1930", 1170), ("7:30 pm", 1170),
        ("7.30 p.m.", 1170), ("7pm", 1140), ("12 am", 0), ("12:15 pm", 735), ("19 Uhr", 1140),
        ("19h", 1140), ("19:30:00", 1170), ("9:05", 545), ("0:00", 0), ("23:59", 1439),
        ("19.30 Uhr", 1170), ("930", 570),
    ],
)  # fmt: skip
def test_clock_times_are_read_as_people_write_them(text: str, minutes: int) -> None:
    assert clock_of(text) == minutes


@pytest.mark.parametrize(
    "text", ["25:00", "24:00", "19:60", "13 pm", "0 am", "noon", "7", "-5", "19:3", "1:2:3:4", ""]
)
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="is not a time of day"):
        clock_of(text)


@pytest.mark.parametrize(
    ("text", "minutes"), [("75", 75), ("75 min", 75), ("1:15", 75), ("1 h 15", 75), ("2h", 120)]
)
def test_lengths(text: str, minutes: int) -> None:
    assert minutes_of(text) == minutes


@pytest.mark.parametrize("text", ["-5", "0", "0:00", "long", "1.5"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="is not a length"):
        minutes_of(text)


def test_an_end_before_the_start_is_the_next_morning() -> None:
    assert end_of("11:45", 630) == 75
    assert end_of("0:30", 23 * 60) == 90


def test_a_moment_has_a_day_and_perhaps_a_time() -> None:
    assert moment_of("2026-10-14 18:05") == (date(2026, 10, 14), 1085)
    assert moment_of("14.10.2026, 18.05") == (date(2026, 10, 14), 1085)
    assert moment_of("14 oct 2026") == (date(2026, 10, 14), None)


def test_yes_and_no() -> None:
    assert (yes("Ja"), yes("no"), yes("x")) == (True, False, True)
    with pytest.raises(Invalid, match="neither yes nor no"):
        yes("perhaps")
