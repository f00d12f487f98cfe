from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.saved import SavedState


def test_a_failed_save_is_said_in_words_and_can_be_pressed(qtbot: QtBot) -> None:
    saved = SavedState()
    qtbot.addWidget(saved)
    saved.show_saved("14.12")
    assert saved.text() == saved.accessibleName() == "Saved 14.12"
    with qtbot.assertNotEmitted(saved.clicked):
        QTest.mouseClick(saved, Qt.MouseButton.LeftButton)
    saved.show_failed("The disk is full.")
    assert saved.failed
    assert (saved.text(), saved.toolTip()) == ("Not saved · Retry", "The disk is full.")
    with qtbot.waitSignal(saved.clicked):
        QTest.keyClick(saved, Qt.Key.Key_Space)
    saved.show_read_only()
    assert not saved.failed
