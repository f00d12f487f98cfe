"""The day of whoever dances a spot, and the nights of its cast."""

from __future__ import annotations

from castapp.domain.casting import Override
from castapp.services.castgrid.following import following
from castapp.ui.screens.casting.columns import performance_columns
from castapp.ui.screens.casting.night_lines import follow_lines, night_lines
from tests.builders import FRIDAY, SATURDAY, THURSDAY, call, company_book, show

SHOW = "show-2026-10-15-1170"


def test_calls_then_the_evening_with_the_time_to_change() -> None:
    book = company_book(
        call("c", 600, 75, people=["vega"]),
        [Override("o", SHOW, "couple", 1, "vega")],
        show(curtain=14 * 60),
    )
    lines = night_lines(book, SHOW, ["vega"], "queen")
    assert [(one.when, one.what) for one in lines] == [
        ("10.00–11.15", "Rehearsal"),
        ("14.00", "Lake"),
        ("19.30", "Queen"),
        ("19.50", "Duet 1"),
        ("20.25", "Queen"),
    ]
    assert [one.here for one in lines] == [False, False, True, False, True]
    assert (lines[3].below, lines[3].tone) == ("Act I · 0 min to change, 10 needed", "breach")
    assert (lines[4].below, lines[4].tone) == ("Act II · 20 min to change", "t2")


def test_nobody_has_no_day() -> None:
    book = company_book()
    assert night_lines(book, SHOW, [], "queen") == ()
    assert night_lines(book, None, ["vega"], "queen") == ()


def test_the_other_nights_of_the_cast_and_who_dances_there() -> None:
    friday = "show-2026-10-16-1170"
    book = company_book(show(FRIDAY), show(SATURDAY), [Override("o", friday, "queen", 1, "moss")])
    column = performance_columns(book, "lake", THURSDAY)[0]
    assert follow_lines(book, "queen", 1, column) == (
        ("Fri 16 Oct 19.30", "Moss"),
        ("Sat 17 Oct 19.30", "as the cast"),
    )
    assert len(following(book, "cast-1", "queen", 1).keep) == 1
