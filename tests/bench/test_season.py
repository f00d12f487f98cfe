from __future__ import annotations

from datetime import timedelta

from castapp.bench.season import CALLS, FIRST_DAY, LINES, season_book, season_records
from castapp.domain.calls import Call, Called
from castapp.rules.judge import findings


def test_the_season_has_its_size_and_is_always_the_same() -> None:
    book = season_book()
    assert (book.count(Call), book.count(Called)) == (CALLS, LINES)
    assert season_records() == season_records()


def test_nothing_impossible_is_planned_in_a_week_of_it() -> None:
    week = [FIRST_DAY + timedelta(days=35 + n) for n in range(7)]
    assert [one for one in findings(season_book(), week) if one.severity == "hard"] == []
