from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.command_palette import CommandPalette, Found
from tests.ui.showing import show_active


class Room:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(900, 600)
        self.body = QLineEdit()
        QVBoxLayout(self.window).addWidget(self.body)
        self.palette = CommandPalette(self.window)
        self.done: list[str] = []
        show_active(self.window)
        self.body.setFocus()
        self.palette.open(self.find)

    def find(self, typed: str) -> Sequence[Found]:
        names = ["Iveta Popov", "Bastien Petit", "Élise Gagnon"]
        return [self.line(name) for name in names if typed.lower() in name.lower()]

    def line(self, name: str) -> Found:
        return Found("user-round", name, "dancer", "Person", lambda: self.done.append(name))


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def test_it_opens_with_the_keyboard_in_its_field(room: Room) -> None:
    assert room.palette.field.hasFocus()
    assert len(room.palette.lines) == 3
    assert room.window.rect().contains(room.palette.geometry())


def test_typing_narrows_and_enter_does_the_first(room: Room, qtbot: QtBot) -> None:
    QTest.keyClicks(room.palette.field, "gag")
    QTest.keyClick(room.palette.field, Qt.Key.Key_Return)
    assert room.done == ["Élise Gagnon"]
    assert not room.palette.isVisible()
    assert room.body.hasFocus()


def test_arrows_go_round(room: Room, qtbot: QtBot) -> None:
    QTest.keyClick(room.palette.field, Qt.Key.Key_Up)
    QTest.keyClick(room.palette.field, Qt.Key.Key_Return)
    assert room.done == ["Élise Gagnon"]


def test_esc_leaves_and_gives_the_keyboard_back(room: Room, qtbot: QtBot) -> None:
    QTest.keyClick(room.palette.field, Qt.Key.Key_Escape)
    assert not room.palette.isVisible()
    assert room.body.hasFocus()
    assert room.done == []


def test_losing_the_keyboard_closes_it(room: Room) -> None:
    room.body.setFocus()
    assert not room.palette.isVisible()


def test_nothing_found_is_said(room: Room, qtbot: QtBot) -> None:
    QTest.keyClicks(room.palette.field, "xyz")
    assert room.palette.lines == ()
    QTest.keyClick(room.palette.field, Qt.Key.Key_Return)
    QTest.keyClick(room.palette.field, Qt.Key.Key_Down)
    assert room.palette.isVisible()


def test_a_line_is_read_out_with_what_it_is() -> None:
    assert Found("sun", "Today", "Alt+1", "Screen", lambda: None).spoken == "Today, Alt+1, Screen"
    assert Found("sun", "Today", "", "Screen", lambda: None).spoken == "Today, Screen"
