from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from castapp.ui.preview import Preview, PreviewDialog
from tests.ui.showing import show_active

LONG = Preview("Bring in shows.xlsx", (("Look at these", tuple(f"Row {n}" for n in range(90))),))


def buttons(dialog: PreviewDialog) -> dict[str, QPushButton]:
    return {each.text(): each for each in dialog.findChildren(QPushButton)}


def shown(qtbot: QtBot, preview: Preview) -> PreviewDialog:
    dialog = PreviewDialog(preview)
    qtbot.addWidget(dialog)
    show_active(dialog)
    return dialog


def test_every_line_can_be_read_and_the_buttons_stay(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Preview(LONG.heading, LONG.parts, "Take it in"))
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert "Row 89" in dialog.accessibleName()
    with qtbot.waitSignal(dialog.taken):
        QTest.mouseClick(buttons(dialog)["Take it in"], Qt.MouseButton.LeftButton)


def test_leaving_takes_nothing(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Preview(LONG.heading, LONG.parts, "Take it in"))
    with qtbot.assertNotEmitted(dialog.taken):
        QTest.mouseClick(buttons(dialog)["Leave"], Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_with_nothing_to_take_it_is_only_read(qtbot: QtBot) -> None:
    dialog = shown(qtbot, LONG)
    assert list(buttons(dialog)) == ["Close"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
