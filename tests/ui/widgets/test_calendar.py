from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.calendar import CELL, HEAD, DayPopup, MonthGrid, month_days
from tests.ui.showing import show_active

TODAY = date(2026, 10, 14)


def test_a_months_page_is_whole_weeks_from_the_companys_first_day() -> None:
    assert month_days(TODAY, 0)[0] == date(2026, 9, 28)
    assert month_days(TODAY, 6)[0] == date(2026, 9, 27)
    assert len(month_days(TODAY, 0)) == 42


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Right, date(2026, 10, 15)),
        (Qt.Key.Key_Up, date(2026, 10, 7)),
        (Qt.Key.Key_PageDown, date(2026, 11, 14)),
        (Qt.Key.Key_PageUp, date(2026, 9, 14)),
    ],
)
def test_keys_move_and_enter_picks(qtbot: QtBot, key: Qt.Key, day: date) -> None:
    grid = MonthGrid(TODAY)
    qtbot.addWidget(grid)
    QTest.keyClick(grid, key)
    assert grid.day == day
    assert str(day.day) in grid.accessibleName()
    with qtbot.waitSignal(grid.picked) as picked:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert picked.args == [day]


def test_turning_over_the_year_keeps_a_day_that_exists(qtbot: QtBot) -> None:
    grid = MonthGrid(date(2026, 12, 31))
    qtbot.addWidget(grid)
    grid.turn(2)
    assert grid.day == date(2027, 2, 28)


def test_a_click_picks_the_day_under_it(qtbot: QtBot) -> None:
    grid = MonthGrid(TODAY)
    qtbot.addWidget(grid)
    with qtbot.waitSignal(grid.picked) as picked:
        spot = QPoint(3 * CELL + 5, HEAD + CELL + 5)
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=spot)
    assert picked.args == [date(2026, 10, 8)]
    with qtbot.assertNotEmitted(grid.picked):
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_the_popup_stays_inside_the_window_and_esc_closes_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 320)
    corner = QPushButton("Day", window)
    corner.move(250, 290)
    show_active(window)
    popup = DayPopup(window, TODAY)
    popup.open_below(corner, date(2026, 12, 24))
    assert window.rect().contains(popup.geometry())
    assert popup.grid.day == date(2026, 12, 24)
    QTest.keyClick(popup.grid, Qt.Key.Key_Escape)
    assert not popup.isVisible()
