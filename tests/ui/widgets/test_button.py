from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from castapp.ui import theme
from castapp.ui.widgets.button import LARGE_HEIGHT, TOOL_HEIGHT, Button, Kind, icon_button


@pytest.mark.parametrize("height", [28, TOOL_HEIGHT, LARGE_HEIGHT])
def test_a_button_has_the_height_of_its_place(qtbot: QtBot, height: int) -> None:
    button = Button("Find a slot", "calendar-search", height=height)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height
    assert button.sizeHint().width() > button.fontMetrics().horizontalAdvance("Find a slot") + 16


def test_the_filled_button_is_garnet_and_a_disabled_one_is_not(qtbot: QtBot) -> None:
    button = Button("Post", kind=Kind.FILLED)
    qtbot.addWidget(button)
    assert corner(button) == theme.current().accent
    button.setEnabled(False)
    assert corner(button) != theme.current().accent


def test_an_icon_alone_still_has_a_name(qtbot: QtBot) -> None:
    button = icon_button("undo-2", "Undo (Ctrl+Z)")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Undo (Ctrl+Z)"
    assert button.sizeHint().width() == button.sizeHint().height() == 28


def test_other_words_are_shown_and_said(qtbot: QtBot) -> None:
    button = Button("Post issue 1")
    qtbot.addWidget(button)
    narrow = button.sizeHint().width()
    button.set_text("Post issue 2 by 15.00")
    assert button.accessibleName() == "Post issue 2 by 15.00"
    assert button.sizeHint().width() > narrow


def test_space_presses_it(qtbot: QtBot) -> None:
    button = Button("Today")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


def corner(button: Button) -> QColor:
    button.resize(button.sizeHint())
    return button.grab().toImage().pixelColor(8, button.height() // 2)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_as_space_does(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Accept with reason…", kind=Kind.LINK)
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.keyClick(button, key)
