from __future__ import annotations

from datetime import date

import pytest

from castapp.ui.reading import (
    Unread,
    day_words,
    find_days,
    plain,
    read_clock,
    read_day,
    read_minutes,
    read_span,
    short_day,
    words_of,
)

TODAY = date(2026, 10, 14)  # a Wednesday


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("10.30", 630),
        ("10:30", 630),
        ("1030", 630),
        ("930", 570),
        ("10", 600),
        (" 9 ", 540),
        ("2:30 pm", 870),
        ("2.30pm", 870),
        ("12 am", 0),
        ("12 pm", 720),
        ("7p", 1140),
        ("19h30", 1170),
        ("0.00", 0),
        ("23.59", 1439),
    ],
)
def test_clock_times_are_read(typed: str, minutes: int) -> None:
    assert read_clock(typed) == minutes


@pytest.mark.parametrize("typed", ["25:00", "24.00", "10.75", "13 pm", "noon", "", "-5", "10.3.0"])
def test_what_is_no_time_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(Unread, match=r"\.$"):
        read_clock(typed)


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("11.45 – 13.00", (705, 780)),
        ("11.45-13", (705, 780)),
        ("11:45 to 1 pm", (705, 780)),
        ("11.45", (705, None)),
    ],
)
def test_spans_are_read(typed: str, span: tuple[int, int | None]) -> None:
    assert read_span(typed) == span


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Unread, match="before it begins"):
        read_span("13-11.45")


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("1 h 15", 75),
        ("1h15", 75),
        ("1:15", 75),
        ("1.15", 75),
        ("75", 75),
        ("75 min", 75),
        ("2 h", 120),
        ("1½ h", 90),
        ("½", 30),
        ("45m", 45),
    ],
)
def test_lengths_are_read(typed: str, minutes: int) -> None:
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["-5", "0", "17 h", "1 h 75", "long", ""])
def test_what_is_no_length_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(Unread, match=r"\.$"):
        read_minutes(typed)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", TODAY),
        ("tomorrow", date(2026, 10, 15)),
        ("yesterday", date(2026, 10, 13)),
        ("fri", date(2026, 10, 16)),
        ("Friday", date(2026, 10, 16)),
        ("wed", TODAY),
        ("next fri", date(2026, 10, 23)),
        ("last fri", date(2026, 10, 9)),
        ("last wed", date(2026, 10, 7)),
        ("+3w", date(2026, 11, 4)),
        ("+3 weeks", date(2026, 11, 4)),
        ("-2", date(2026, 10, 12)),
        ("+1m", date(2026, 11, 14)),
        ("14 oct", TODAY),
        ("14 October 2027", date(2027, 10, 14)),
        ("Thu 15 Oct", date(2026, 10, 15)),
        ("Thu 15 Oct 2026", date(2026, 10, 15)),
        ("oct 14", TODAY),
        ("14.10.", TODAY),
        ("14/10/26", TODAY),
        ("3 jan", date(2027, 1, 3)),
        ("2026-10-14", TODAY),
    ],
)
def test_days_are_read(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed", ["30 february", "31.2.2026", "2026-13-01", "t", "swan", "", "fri 99"]
)
def test_what_is_no_day_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(Unread, match="is not a day"):
        read_day(typed, TODAY)


def test_a_weekday_may_mean_this_week_or_next() -> None:
    assert find_days("fri", TODAY) == [date(2026, 10, 16), date(2026, 10, 23)]


def test_days_are_written_as_staff_write_them() -> None:
    assert short_day(date(2026, 10, 5)) == "Mon 5 Oct"
    assert day_words(TODAY) == "Wednesday 14 October 2026"


def test_accents_and_case_do_not_matter_when_finding() -> None:
    assert plain("Élise GAGNON") == "elise gagnon"


def test_signs_part_words_and_accents_are_nothing() -> None:
    assert words_of("Europe/Paris, L’Après-midi") == ["europe", "paris", "l", "apres", "midi"]
    assert words_of("America/New_York") == ["america", "new", "york"]
