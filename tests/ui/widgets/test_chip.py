from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.chip import Chip, ChipFlow, ChipText, chip_width
from tests.ui.showing import show_active

MOSS = ChipText("moss", "Moss joins 12.30", "log-in", removable=True)


@pytest.fixture
def chip(qtbot: QtBot) -> Chip:
    made = Chip(MOSS)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    show_active(made)
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_del_removes(chip: Chip, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(chip.removed) as removed:
        QTest.keyClick(chip, key)
    assert removed.args == ["moss"]


def test_enter_opens_and_the_cross_removes(chip: Chip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chip.activated):
        QTest.keyClick(chip, Qt.Key.Key_Return)
    with qtbot.waitSignal(chip.activated):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 11))
    with qtbot.waitSignal(chip.removed):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 10, 11))
    assert "Delete" in chip.accessibleName()


def test_a_fixed_chip_cannot_be_removed(qtbot: QtBot) -> None:
    chip = Chip(ChipText("jumps", "No jumps"))
    qtbot.addWidget(chip)
    with qtbot.assertNotEmitted(chip.removed):
        QTest.keyClick(chip, Qt.Key.Key_Delete)


def test_what_a_chip_carries_makes_it_wider() -> None:
    bare = ChipText("a", "Swan Lake")
    assert chip_width(ChipText("a", "Swan Lake", icon="star")) > chip_width(bare)
    assert chip_width(ChipText("a", "Swan Lake", pair="lake")) > chip_width(bare)
    assert chip_width(ChipText("a", "Swan Lake", removable=True)) > chip_width(bare)


def test_the_keyboard_stays_in_the_row_when_a_chip_goes(qtbot: QtBot) -> None:
    flow = ChipFlow("Called")
    qtbot.addWidget(flow)
    flow.resize(300, 60)
    show_active(flow)
    texts = [ChipText(key, key, removable=True) for key in ("one", "two", "three")]
    flow.show_chips(texts)
    flow.chips()[2].setFocus()
    flow.show_chips(texts[:2])
    assert flow.chips()[1].hasFocus()
    same = flow.chips()
    flow.show_chips(texts[:2])
    assert flow.chips() == same
