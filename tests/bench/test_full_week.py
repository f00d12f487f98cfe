from __future__ import annotations

from datetime import timedelta

from castapp.bench.full_week import FULL, WEEK, fill_week
from castapp.bench.season import season_book
from castapp.domain.calls import Call
from castapp.domain.slot import days_between
from castapp.rules.judge import findings


def test_one_week_of_the_season_is_full_and_nothing_in_it_impossible() -> None:
    book = season_book()
    full = book.apply(fill_week(book))
    week = days_between(WEEK, WEEK + timedelta(days=6))
    assert sum(len(full.where(Call, "day", day)) for day in week) == FULL
    assert [one for one in findings(full, week) if one.severity == "hard"] == []
