from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.pick import Option, PickField, finder_of
from tests.ui.showing import show_active

PEOPLE = [
    Option("popov", "Iveta Popov", "principal", "full"),
    Option("petit", "Bastien Petit", "soloist", "modified"),
    Option("gagnon", "Élise Gagnon", "corps"),
]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    return made


@pytest.fixture
def coach(window: QWidget) -> PickField:
    column = QVBoxLayout(window)
    field = PickField(finder_of(PEOPLE), name="Coach")
    column.addWidget(field)
    column.addWidget(QLineEdit())
    show_active(window)
    field.setFocus()
    return field


def test_typing_finds_and_enter_takes_the_first(coach: PickField, qtbot: QtBot) -> None:
    QTest.keyClicks(coach, "elise")
    with qtbot.waitSignal(coach.picked) as picked:
        QTest.keyClick(coach, Qt.Key.Key_Return)
    assert picked.args == ["gagnon"]
    assert coach.text() == "Élise Gagnon"


def test_arrows_walk_the_list(coach: PickField, qtbot: QtBot) -> None:
    QTest.keyClicks(coach, "p")
    QTest.keyClick(coach, Qt.Key.Key_Down)
    with qtbot.waitSignal(coach.picked) as picked:
        QTest.keyClick(coach, Qt.Key.Key_Return)
    assert picked.args == ["petit"]


def test_down_opens_the_whole_list_and_esc_brings_the_old_one_back(
    coach: PickField, qtbot: QtBot
) -> None:
    coach.show_option(PEOPLE[0])
    QTest.keyClick(coach, Qt.Key.Key_Down)
    QTest.keyClick(coach, Qt.Key.Key_Down)
    coach.selectAll()
    QTest.keyClicks(coach, "eli")
    QTest.keyClick(coach, Qt.Key.Key_Escape)
    assert (coach.key, coach.text()) == ("popov", "Iveta Popov")


def test_nobody_of_that_name_is_refused_in_words(coach: PickField, qtbot: QtBot) -> None:
    coach.show_option(PEOPLE[0])
    coach.selectAll()
    QTest.keyClicks(coach, "nobody")
    with qtbot.waitSignal(coach.refused) as refused:
        QTest.keyClick(coach, Qt.Key.Key_Return)
    assert "“nobody”" in refused.args[0]
    assert (coach.key, coach.text()) == ("popov", "nobody")


def test_emptying_an_optional_field_picks_nobody(coach: PickField, qtbot: QtBot) -> None:
    coach.show_option(PEOPLE[0])
    coach.selectAll()
    QTest.keyClick(coach, Qt.Key.Key_Delete)
    with qtbot.waitSignal(coach.picked) as picked:
        QTest.keyClick(coach, Qt.Key.Key_Return)
    assert picked.args == [""]


def test_leaving_takes_what_was_found(coach: PickField, qtbot: QtBot) -> None:
    QTest.keyClicks(coach, "gag")
    with qtbot.waitSignal(coach.picked) as picked:
        coach.window().findChildren(QLineEdit)[-1].setFocus()
    assert picked.args == ["gagnon"]


def test_an_option_is_read_out_with_its_status() -> None:
    assert PEOPLE[0].spoken == "Iveta Popov, principal, full"
    assert PEOPLE[2].spoken == "Élise Gagnon, corps"
