from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.empty import EmptyState, stacked


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


def test_it_stands_in_for_what_is_not_there_a_little_above_the_middle(qtbot: QtBot) -> None:
    empty = EmptyState("history", "Nothing yet", "Changes are listed here.")
    filled, parent = QPushButton("What belongs here"), QWidget()
    qtbot.addWidget(parent)
    stack = stacked(parent, filled, empty)
    parent.resize(1000, 800)
    parent.show()
    assert filled.isVisible()
    assert not empty.isVisible()
    stack.setCurrentIndex(1)
    assert empty.isVisible()
    assert not filled.isVisible()
    assert 0 < empty.y() < parent.height() - empty.geometry().bottom()
    assert abs(empty.geometry().center().x() - parent.rect().center().x()) <= 1


def test_its_words_have_the_height_they_need_on_a_wide_page(qtbot: QtBot) -> None:
    words = "Each dancer’s hours stand here, day by day, danced and planned, from calls. " * 3
    empty = EmptyState("activity", "No hours yet", words, "Go to Company")
    parent = QWidget()
    qtbot.addWidget(parent)
    stacked(parent, QWidget(), empty).setCurrentIndex(1)
    parent.resize(1200, 700)
    parent.show()
    layout = empty.layout()
    assert layout is not None
    assert empty.height() >= layout.heightForWidth(empty.width())
