from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.focus import focus_named, focused_name
from tests.ui.showing import show_active


def field(name: str, parent: QWidget) -> QLineEdit:
    made = QLineEdit(parent)
    made.setAccessibleName(name)
    return made


def test_the_keyboard_is_known_by_name_only_inside(qtbot: QtBot) -> None:
    window, inside = QWidget(), QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(inside)
    within, outside = field("Name", inside), field("Search", window)
    column.addWidget(outside)
    show_active(window)
    within.setFocus()
    assert focused_name(inside) == "Name"
    outside.setFocus()
    assert focused_name(inside) == ""


def test_the_newest_of_the_name_that_takes_the_keyboard_gets_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    old, new = field("Name", window), field("Name", window)
    label = QLabel("Name", window)
    label.setAccessibleName("Name")
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    show_active(window)
    old.setFocus()
    focus_named(window, "Name")
    assert new.hasFocus()
    focus_named(window, "")
    focus_named(window, "Nothing of this name")
    assert new.hasFocus()
