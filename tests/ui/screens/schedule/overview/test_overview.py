from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from castapp.ui.screens.schedule.overview.days import fortnight, month, short_days
from tests.builders import FRIDAY, MONDAY, THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

BOOK = company_book(
    call("solo", 660, 60, people=["vega"], production_id="lake"),
    call("class", 600, 75, kind="class"),
)


def test_a_month_is_its_whole_weeks_and_a_fortnight_two() -> None:
    assert month(BOOK, THURSDAY)[0] == date(2026, 9, 28)
    assert month(BOOK, THURSDAY)[-1] == date(2026, 11, 1)
    assert fortnight(BOOK, THURSDAY)[0] == MONDAY
    assert len(fortnight(BOOK, THURSDAY)) == 14


def test_a_day_in_short() -> None:
    (day,) = short_days(BOOK, [THURSDAY], THURSDAY, date(2026, 11, 1))
    assert [name for name, _ in day.shows] == ["Lake 19.30"]
    assert day.amount == "2 calls · 2 h 15"
    assert [(name, minutes) for name, _, minutes in day.works] == [("Lake", 60)]
    assert (day.state, day.today, day.aside) == ("Draft", True, True)


def test_a_fortnight_tells_each_call() -> None:
    (day,) = short_days(BOOK, [THURSDAY], FRIDAY)
    assert [text for text, _ in day.told] == ["10.00 Class", "11.00 Lake"]
    assert (day.hours, day.past, day.state) == ("10.00–12.00", True, "Not posted")
    assert short_days(BOOK, [THURSDAY], FRIDAY, THURSDAY)[0].told == ()


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    made = Hands(BOOK)
    made.window.do("schedule.month")
    made.settle()
    yield made
    made.close()


def test_a_day_that_is_pressed_is_shown(hands: Hands) -> None:
    cells = hands.screen.views.overview.cells
    cell = next(one for one in cells if one.day.day == FRIDAY)
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_Left)
    focused = next(one for one in cells if one.hasFocus())
    assert focused.day.day == THURSDAY
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert hands.board.view.days == (THURSDAY,)
    assert hands.board.isVisible()


def test_the_arrows_step_by_month_and_the_fortnight_by_two_weeks(hands: Hands) -> None:
    hands.window.step(1)
    assert hands.window.day == date(2026, 11, 15)
    assert hands.screen.heading().text == "November 2026"
    hands.window.do("schedule.fortnight")
    hands.window.step(-1)
    assert hands.window.day == date(2026, 11, 1)


def test_every_day_is_announced(hands: Hands) -> None:
    cells = hands.screen.views.overview.cells
    told = {QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in cells}
    spoken = next(one.day.spoken for one in cells if one.day.day == THURSDAY)
    assert spoken.startswith("Thursday 15 October. today. Show 19.30. Lake 19.30. 2 calls")
    assert spoken in told


def test_a_selected_call_gives_way_to_the_day_in_the_inspector(hands: Hands) -> None:
    hands.window.do("schedule.day")
    hands.board.select(["solo"], "solo")
    hands.settle()
    assert hands.screen.panel.call.isVisible()
    hands.window.do("schedule.month")
    hands.settle()
    assert hands.screen.panel.day.isVisible()
    hands.window.do("schedule.day")
    hands.settle()
    assert hands.selected() == ["solo"]
    assert hands.screen.panel.call.isVisible()


def test_the_month_has_a_legend(hands: Hands) -> None:
    assert "Lake" in hands.screen.tools.legend.accessibleName()
    assert hands.screen.tools.legend.isVisible()
