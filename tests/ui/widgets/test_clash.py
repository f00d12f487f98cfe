from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from castapp.ui.finding_rows import FindingRow
from castapp.ui.widgets.clash import SHOWN, ClashPanel


def row(number: int) -> FindingRow:
    return FindingRow("breach", "Hours", f"Dancer {number}", "Thu 15", "30 min over.", "CA · hours")


def shown(panel: ClashPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_what_it_breaks_is_said_and_the_rest_counted(qtbot: QtBot) -> None:
    panel = ClashPanel("Not kept yet: Move Wilis", [row(n) for n in range(SHOWN + 3)])
    qtbot.addWidget(panel)
    panel.resize(320, 400)
    panel.show()
    assert "Hours, Dancer 0, Thu 15" in shown(panel)
    last = f"Hours, Dancer {SHOWN + 2}, Thu 15"
    assert last not in shown(panel)
    assert panel.more.text() == "and 3 more"
    before = panel.height()
    panel.more.click()
    assert last in shown(panel)
    assert panel.more.isHidden()
    assert panel.height() > before
    assert "Dancer 0" in panel.accessibleName()


def test_a_blank_reason_is_none(qtbot: QtBot) -> None:
    panel = ClashPanel("Not kept yet: Move Wilis", [row(1)])
    qtbot.addWidget(panel)
    with qtbot.assertNotEmitted(panel.kept):
        QTest.keyClicks(panel.reason, "   ")
        QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.kept) as kept:
        QTest.keyClicks(panel.reason, "agreed ")
        QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    assert kept.args == ["agreed"]


def test_long_words_are_shown_whole(qtbot: QtBot) -> None:
    long = replace(row(1), what="6 h 45 of rehearsal before a show, at most 2 h are allowed. " * 3)
    panel = ClashPanel("Not kept yet: Move Wilis", [long, long])
    qtbot.addWidget(panel)
    panel.resize(328, 200)
    panel.show()
    qtbot.waitExposed(panel)
    for label in panel.findChildren(QLabel):
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())


def test_the_number_of_findings_is_seen_and_heard(qtbot: QtBot) -> None:
    panel = ClashPanel("Not kept yet: Move Wilis", [row(n) for n in range(13)])
    qtbot.addWidget(panel)
    assert "1 of 13: " in panel.accessibleName()
    assert "13 findings" in [label.text() for label in panel.findChildren(QLabel)]
    assert panel.reason.accessibleDescription() == panel.accessibleName()


def test_it_takes_the_keyboard_but_what_is_typed_on_is_no_reason(qtbot: QtBot) -> None:
    window, button = QWidget(), QPushButton("Elsewhere")
    panel = ClashPanel("Not kept yet: Move Wilis", [row(1)])
    column = QVBoxLayout(window)
    column.addWidget(button)
    column.addWidget(panel)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    assert panel.take_keyboard()
    QTest.keyClicks(panel, "fitting ito")
    assert panel.hasFocus()
    assert panel.has_keyboard
    assert panel.reason.text() == ""
    QTest.keyClick(panel, Qt.Key.Key_Return)
    assert panel.reason.hasFocus()
    QTest.keyClicks(panel.reason, "agreed")
    with qtbot.waitSignal(panel.kept):
        QTest.keyClick(panel.reason, Qt.Key.Key_Return)
