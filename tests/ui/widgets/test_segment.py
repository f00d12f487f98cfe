from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.segment import Choice, Segment
from tests.ui.showing import show_active


@pytest.fixture
def segment(qtbot: QtBot) -> Segment:
    made = Segment([("day", "Day"), ("week", "Week"), Choice("load", "Load", "lock")], name="View")
    qtbot.addWidget(made)
    show_active(made)
    return made


def parts(segment: Segment) -> list[QAbstractButton]:
    return segment.findChildren(QAbstractButton)


def test_the_first_is_chosen_and_a_click_chooses_another(segment: Segment, qtbot: QtBot) -> None:
    assert segment.key == "day"
    with qtbot.waitSignal(segment.chosen) as chosen:
        QTest.mouseClick(parts(segment)[1], Qt.MouseButton.LeftButton)
    assert chosen.args == ["week"]
    assert segment.key == "week"


def test_arrows_choose(segment: Segment, qtbot: QtBot) -> None:
    parts(segment)[0].setFocus()
    with qtbot.waitSignal(segment.chosen) as chosen:
        QTest.keyClick(parts(segment)[0], Qt.Key.Key_Right)
    assert chosen.args == ["week"]


def test_choosing_by_program_tells_nobody(segment: Segment, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segment.chosen):
        segment.choose("load")
    assert segment.key == "load"
    with pytest.raises(KeyError):
        segment.choose("month")


def test_a_part_may_be_closed(segment: Segment, qtbot: QtBot) -> None:
    segment.enable("load", False)
    with qtbot.assertNotEmitted(segment.chosen):
        QTest.mouseClick(parts(segment)[2], Qt.MouseButton.LeftButton)
    assert [each.accessibleName() for each in parts(segment)] == [
        "Day, View",
        "Week, View",
        "Load, View",
    ]
