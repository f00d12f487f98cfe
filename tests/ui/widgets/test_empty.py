from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.empty import EmptyState


def test_it_teaches_with_one_filled_button_and_further_ways(qtbot: QtBot) -> None:
    empty = EmptyState(
        "calendar-days",
        "No calls on Thursday",
        "A day of calls belongs here.",
        "New call",
        ways=(("copy", "copy", "Copy Thursday 29 October", "14 calls"),),
    )
    qtbot.addWidget(empty)
    buttons = {each.text(): each for each in empty.findChildren(QPushButton)}
    with qtbot.waitSignal(empty.started):
        QTest.mouseClick(buttons["New call"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(empty.chosen) as chosen:
        QTest.keyClick(buttons["Copy Thursday 29 October"], Qt.Key.Key_Space)
    assert chosen.args == ["copy"]


def test_without_a_button_there_is_none(qtbot: QtBot) -> None:
    empty = EmptyState("history", "Nothing yet", "Changes are listed here.")
    qtbot.addWidget(empty)
    empty.show()
    assert not any(each.isVisible() for each in empty.findChildren(QPushButton))
