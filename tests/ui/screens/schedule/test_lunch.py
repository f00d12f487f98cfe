from __future__ import annotations

from castapp.ui.screens.schedule.lunch import lunch, lunch_words
from tests.builders import THURSDAY, call, company_book

MORNING = call("morning", 11 * 60 + 45, 75)
AFTERNOON = call("afternoon", 14 * 60, 60, studio_id="studio-2")


def test_lunch_is_the_gap_in_which_nobody_dances() -> None:
    book = company_book(MORNING, AFTERNOON)
    assert lunch(book, THURSDAY) == (13 * 60, 14 * 60)
    assert lunch_words((780, 840)) == "Lunch 13.00–14.00"


def test_no_lunch_where_somebody_dances_through_or_nobody_comes_back() -> None:
    through = call("through", 12 * 60 + 30, 120, studio_id="studio-a")
    assert lunch(company_book(MORNING, AFTERNOON, through), THURSDAY) is None
    assert lunch(company_book(MORNING), THURSDAY) is None


def test_a_crew_call_does_not_end_lunch() -> None:
    crew = call("crew", 12 * 60 + 30, 120, studio_id="stage", kind="crew")
    assert lunch(company_book(MORNING, AFTERNOON, crew), THURSDAY) == (780, 840)
