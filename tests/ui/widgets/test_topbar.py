from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.topbar import Initials, TopBar


@pytest.fixture
def bar(qtbot: QtBot) -> TopBar:
    made = TopBar()
    qtbot.addWidget(made)
    made.resize(1300, 48)
    made.show_heading("Thursday 15 October 2026", steps=True)
    made.show()
    return made


def button(bar: TopBar, name: str) -> QAbstractButton:
    found = bar.findChildren(QAbstractButton)
    return next(each for each in found if each.accessibleName() == name)


def test_arrows_today_and_search_tell_what_was_pressed(bar: TopBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.stepped) as stepped:
        QTest.mouseClick(button(bar, "Later (PgDn)"), Qt.MouseButton.LeftButton)
    assert stepped.args == [1]
    with qtbot.waitSignal(bar.today):
        QTest.mouseClick(button(bar, "Today"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.search):
        QTest.keyClick(bar.search_field, Qt.Key.Key_Space)


def test_a_screen_without_days_has_no_arrows(bar: TopBar) -> None:
    bar.show_heading("History", steps=False)
    assert not button(bar, "Today").isVisible()
    assert not button(bar, "Later (PgDn)").isVisible()


def test_a_title_with_a_menu_is_a_button(bar: TopBar, qtbot: QtBot) -> None:
    title = "Swan Lake · 8–24 October 2026"
    bar.show_heading(title, steps=False, colour="lake", menu=True)
    with qtbot.waitSignal(bar.menu_wanted):
        QTest.mouseClick(button(bar, title), Qt.MouseButton.LeftButton)


def test_undo_says_what_it_would_take_back(bar: TopBar, qtbot: QtBot) -> None:
    assert not button(bar, "Nothing to undo").isEnabled()
    bar.show_undo("Move Giselle pas de deux", "")
    undo = button(bar, "Undo Move Giselle pas de deux")
    with qtbot.waitSignal(bar.undo):
        QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert not button(bar, "Nothing to redo").isEnabled()


@pytest.mark.parametrize(
    ("name", "spoken"), [("Jana Maria Mills", "At the desk: Jana Maria Mills"), ("", "")]
)
def test_who_is_at_the_desk(qtbot: QtBot, name: str, spoken: str) -> None:
    initials = Initials()
    qtbot.addWidget(initials)
    initials.show_name(name)
    assert initials.accessibleName() == spoken
    assert initials.isHidden() is not bool(name)
