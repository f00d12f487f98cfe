from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.rail import ITEM, WIDTH, Rail
from tests.ui.showing import show_active


@pytest.fixture
def rail(qtbot: QtBot) -> Rail:
    made = Rail()
    qtbot.addWidget(made)
    made.add("settings", "Settings", "settings", at_foot=True)
    made.add("today", "Today", "sun", keys="Alt+1")
    made.add("schedule", "Schedule", "calendar-days")
    made.resize(WIDTH, 700)
    show_active(made)
    made.choose("today")
    return made


def items(rail: Rail) -> dict[str, QAbstractButton]:
    return {each.text(): each for each in rail.findChildren(QAbstractButton)}


def test_screens_stand_in_order_and_settings_at_the_foot(rail: Rail) -> None:
    places = {text: item.y() for text, item in items(rail).items()}
    assert (places["Today"], places["Schedule"]) == (8, 8 + ITEM)
    assert places["Settings"] == 700 - 8 - ITEM
    assert items(rail)["Today"].toolTip() == "Today (Alt+1)"


def test_a_click_and_an_arrow_choose(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.chosen) as chosen:
        QTest.mouseClick(items(rail)["Schedule"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["schedule"]
    items(rail)["Schedule"].setFocus()
    with qtbot.waitSignal(rail.chosen) as chosen:
        QTest.keyClick(items(rail)["Schedule"], Qt.Key.Key_Up)
    assert chosen.args == ["today"]
