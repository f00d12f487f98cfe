from __future__ import annotations

from datetime import date

from castapp.ui.screens.schedule.modes import DAY, FORTNIGHT, MONTH, PEOPLE, WEEK
from castapp.ui.screens.schedule.period import heading, shown_days, stepped
from tests.builders import MONDAY, THURSDAY, company_book

BOOK = company_book()


def test_each_view_names_its_days() -> None:
    assert heading(BOOK, PEOPLE, THURSDAY) == "Thursday 15 October 2026"
    assert heading(BOOK, WEEK, THURSDAY) == "Mon 12 – Sun 18 October 2026"
    assert heading(BOOK, FORTNIGHT, THURSDAY) == "Mon 12 – Sun 25 October 2026"
    assert heading(BOOK, MONTH, THURSDAY) == "October 2026"
    assert shown_days(BOOK, WEEK, THURSDAY)[0] == MONDAY


def test_the_arrows_step_by_the_period() -> None:
    assert stepped(DAY, THURSDAY, 1) == date(2026, 10, 16)
    assert stepped(WEEK, THURSDAY, -1) == date(2026, 10, 8)
    assert stepped(MONTH, date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert stepped(MONTH, date(2026, 12, 5), 1) == date(2027, 1, 5)
    assert stepped(MONTH, date(2027, 1, 5), -1) == date(2026, 12, 5)
