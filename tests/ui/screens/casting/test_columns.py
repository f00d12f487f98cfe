from __future__ import annotations

from dataclasses import replace
from datetime import date

from castapp.domain.casting import Performance
from castapp.ui.screens.casting.columns import cast_columns, performance_columns
from tests.builders import FRIDAY, SATURDAY, THURSDAY, company_book, show
from tests.ui.screens.casting.mixed import SHOW, second_work


def test_the_other_works_of_the_night_are_named() -> None:
    book = company_book(second_work(), show(FRIDAY))
    first, second = performance_columns(book, "lake", THURSDAY)
    assert (first.others, first.codes, second.others) == ("Tides", "TD", "")
    assert first.spoken == ("Thu 15 Oct 19.30, 19.30 · 1st, Reyes, planned, with Tides")
    assert performance_columns(book, "tides", THURSDAY)[0].others == "Lake"


def test_a_stage_that_is_not_the_usual_one_is_said() -> None:
    book = company_book(show(FRIDAY), show(SATURDAY))
    away = replace(book.get(Performance, SHOW), venue_id="studio-1", state="announced")
    columns = performance_columns(company_book(show(FRIDAY), show(SATURDAY), [away]), "lake",
                                  THURSDAY)  # fmt: skip
    assert [one.venue for one in columns] == ["S1", "", ""]
    assert [one.state for one in columns] == ["announced", "planned", "planned"]


def test_a_cast_counts_both_shows_of_a_day() -> None:
    book = company_book(show(SATURDAY, 14 * 60), show(SATURDAY))
    assert cast_columns(book, "lake", THURSDAY)[0].lines[1:] == ("3 performances", "15, 17 (2)")


def test_where_the_run_crosses_a_month_the_heads_name_it() -> None:
    book = company_book(show(date(2026, 11, 3)), show(date(2026, 10, 29)))
    assert [one.lines[0] for one in performance_columns(book, "lake", THURSDAY)] == [
        "Thu 15 Oct", "Thu 29 Oct", "Tue 3 Nov",
    ]  # fmt: skip
    assert cast_columns(book, "lake", THURSDAY)[0].lines[2] == "15, 29 Oct, 3 Nov"
    assert performance_columns(company_book(), "lake", THURSDAY)[0].lines[0] == "Thu 15"
