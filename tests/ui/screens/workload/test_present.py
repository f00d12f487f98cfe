"""The heat map as data: numbers, bands, words, order, and what staff may see."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from castapp.domain.availability import Absence
from castapp.domain.book import Book
from castapp.domain.usual import LOAD
from castapp.services.sample import sample_book
from castapp.services.sample.data import person_id
from castapp.ui.screens.workload.columns import NARROWEST, ROW, columns
from castapp.ui.screens.workload.present import (
    AHEAD,
    BACK,
    RANK_FIRST,
    USUAL_FIRST,
    HeatRow,
    Question,
    arranged,
    half_hours,
    heat_rows,
    long_hours,
)
from tests.builders import MONDAY, THURSDAY, TUESDAY, WEDNESDAY, call, company_book

TODAY = date(2026, 10, 14)


@pytest.fixture(scope="module")
def sample() -> Book:
    return sample_book(TODAY)


def by_name(rows: tuple[HeatRow, ...], person_id: str) -> HeatRow:
    return next(row for row in rows if row.person_id == person_id)


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, ""), (5, ""), (12, "½"), (30, "½"), (60, "1"), (75, "1½"), (270, "4½"), (285, "5")],
)
def test_hours_stand_in_halves(minutes: int, text: str) -> None:
    assert half_hours(minutes) == text


def test_a_sum_is_said_in_full() -> None:
    assert long_hours(1650) == "27 h 30"
    assert long_hours(540) == "9 h 00"


def test_days_are_danced_then_planned() -> None:
    book = company_book(call("t", 600, 90, day=TUESDAY, people=["fox"]))
    asked = Question(WEDNESDAY, WEDNESDAY)
    row = by_name(heat_rows(book, asked), "fox")
    assert len(row.squares) == BACK + AHEAD
    before, today, after = (row.squares[BACK + step] for step in (-1, 0, 1))
    assert (before.text, before.planned) == ("1½", False)
    assert (today.text, today.planned) == ("", True)
    assert (after.text, after.planned) == ("1½", True)
    assert "Tue 13 Oct, 1 h 30, danced" in before.spoken
    assert row.total == "1 h 35"


def test_without_leave_there_is_no_band_and_no_word(sample: Book) -> None:
    rows = heat_rows(sample, Question(TODAY, TODAY, banded=False))
    assert {square.band for row in rows for square in row.squares} == {""}
    assert {row.word for row in rows} <= {"", "off", "away"}
    assert {row.arrow for row in rows} == {""}


def test_with_leave_the_bands_and_words_are_there(sample: Book) -> None:
    rows = heat_rows(sample, Question(TODAY, TODAY, banded=True))
    assert {"usual", "above", "below"} <= {s.band for row in rows for s in row.squares}
    words = {row.word for row in rows}
    assert "usual" in words
    assert not any("risk" in word for word in words)


def test_who_is_away_has_no_number(sample: Book) -> None:
    book = company_book([Absence("a", "vega", MONDAY, THURSDAY)])
    row = by_name(heat_rows(book, Question(WEDNESDAY, WEDNESDAY)), "moss")
    away = by_name(heat_rows(book, Question(WEDNESDAY, WEDNESDAY)), "vega")
    assert away.squares[BACK].off
    assert away.squares[BACK].text == ""
    assert "away" in away.squares[BACK].spoken
    assert not row.squares[BACK].off


def test_load_stands_in_hundreds_and_hatches_what_is_half_known(sample: Book) -> None:
    rows = heat_rows(sample, Question(TODAY, TODAY, LOAD, banded=True))
    squares = [square for row in rows for square in row.squares]
    assert any(square.unknown for square in squares)
    assert all(len(square.text) <= 2 for square in squares)
    assert any("AU" in square.spoken for square in squares)


def test_the_most_unusual_come_first_and_one_rank_can_be_shown(sample: Book) -> None:
    rows = heat_rows(sample, Question(TODAY, TODAY, banded=True))
    unusual = arranged(rows, USUAL_FIRST)
    words = [row.word for row in unusual]
    last_far = max(n for n, word in enumerate(words) if word.startswith("much"))
    assert last_far < words.index("usual")
    assert set(unusual) == set(rows)
    principals = arranged(rows, RANK_FIRST, "Principal")
    assert {row.rank for row in principals} == {"Principal"}
    assert [row for row in rows if row.rank == "Principal"] == list(principals)


def test_moving_on_moves_the_days() -> None:
    asked = Question(WEDNESDAY + timedelta(days=7), WEDNESDAY, back=7)
    assert asked.days[0] == WEDNESDAY
    assert len(asked.days) == 7 + AHEAD
    assert asked.sum_day == WEDNESDAY + timedelta(days=13)


@pytest.mark.parametrize("width", [640, 886, 1166, 1600])
def test_columns_fill_the_width(width: int) -> None:
    laid = columns(width, 28)
    assert len(laid.widths) == 31
    assert laid.pitch >= NARROWEST
    assert laid.day_left(28) == laid.total_left
    assert sum(laid.widths) == max(width, sum(columns(0, 28).widths))
    assert ROW >= 20


def test_the_word_compares_with_the_week_before_and_says_so(sample: Book) -> None:
    rows = heat_rows(sample, Question(TODAY, TODAY, banded=True))
    words = {row.word for row in rows}
    assert {"much more", "more", "usual"} <= words
    assert not words & {"far above", "above", "far below", "below"}
    spoken = [square.spoken for row in rows for square in row.squares]
    assert any("much less against the week before" in said for said in spoken)


def test_who_comes_back_from_leave_is_returning(sample: Book) -> None:
    back = Question(TODAY, TODAY, banded=True)
    assert by_name(heat_rows(sample, back), person_id("Fairburn")).word == "returning"
