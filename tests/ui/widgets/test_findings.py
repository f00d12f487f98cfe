from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTreeView
from pytestqt.qtbot import QtBot

from castapp.ui.finding_rows import FindingRow
from castapp.ui.widgets.findings import FindingsStrip
from castapp.ui.widgets.findings_model import FindingsModel

THURSDAY, FRIDAY = date(2026, 10, 15), date(2026, 10, 16)
CLASH = FindingRow(
    "hard", "Clash", "Iveta Popov", "14.15–15.00", "Two calls at once", "CA",
    day=THURSDAY, people=("Iveta Popov",),
)  # fmt: skip
HOURS = FindingRow(
    "breach", "Hours", "Klara Hartmann", "2 h 45", "45 min over", "CA",
    day=THURSDAY, people=("Klara Hartmann", "Iveta Popov"),
)  # fmt: skip
REST = FindingRow(
    "breach", "Rest", "Aidan Marsh", "16.30", "3 h before curtain", "House",
    day=FRIDAY, people=("Aidan Marsh",),
)  # fmt: skip


@pytest.fixture
def strip(qtbot: QtBot) -> FindingsStrip:
    made = FindingsStrip()
    qtbot.addWidget(made)
    made.resize(1000, 200)
    made.show_findings([CLASH, HOURS, REST])
    made.show()
    return made


def head(strip: FindingsStrip) -> QAbstractButton:
    button = strip.findChild(QAbstractButton)
    assert isinstance(button, QAbstractButton)
    return button


def test_the_model_keeps_qts_rules_and_reads_a_row_out(qtbot: QtBot) -> None:
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_rows([CLASH, HOURS])
    model.show_rows([])
    model.show_rows([HOURS])
    assert tester.model() is model
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Hours, Klara Hartmann, 2 h 45, 45 min over, CA"


def test_they_are_counted_by_severity_in_words(strip: FindingsStrip) -> None:
    assert head(strip).accessibleName() == "Findings: 1 clash, 2 rules"
    strip.show_findings([])
    assert head(strip).accessibleName() == "Findings: nothing found"
    assert not strip.is_open


def test_the_head_opens_and_closes_the_rows(strip: FindingsStrip, qtbot: QtBot) -> None:
    assert not strip.is_open
    with qtbot.waitSignal(strip.toggled):
        QTest.keyClick(head(strip), Qt.Key.Key_Space)
    assert strip.sizeHint().height() == 29 + 3 * 28
    QTest.mouseClick(head(strip), Qt.MouseButton.LeftButton)
    assert not strip.is_open


def test_walking_goes_round_both_ways(strip: FindingsStrip) -> None:
    seen: list[object] = []
    strip.shown.connect(seen.append)
    for direction in (1, 1, 1, 1, -1, -1):
        strip.walk(direction)
    assert seen == [CLASH, HOURS, REST, CLASH, REST, HOURS]
    assert strip.is_open


def test_walking_backwards_first_begins_at_the_end(strip: FindingsStrip) -> None:
    seen: list[object] = []
    strip.shown.connect(seen.append)
    strip.walk(-1)
    assert seen == [REST]


def test_the_current_one_is_kept_when_others_come(strip: FindingsStrip) -> None:
    seen: list[object] = []
    strip.walk(1)
    strip.walk(1)
    strip.show_findings([CLASH, REST, HOURS])
    strip.shown.connect(seen.append)
    strip.walk(1)
    assert seen == [CLASH]


def test_the_link_acts_and_enter_shows(strip: FindingsStrip, qtbot: QtBot) -> None:
    strip.open(True)
    rows = strip.findChild(QTreeView)
    assert isinstance(rows, QTreeView)
    link = rows.visualRect(strip.model.index(1, 6)).center()
    with qtbot.waitSignal(strip.acted) as acted:
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(link))
    assert acted.args == [HOURS]
    with qtbot.waitSignal(strip.shown) as shown:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert shown.args == [HOURS]


def test_long_lists_scroll(strip: FindingsStrip) -> None:
    strip.show_findings([CLASH] * 30)
    strip.open(True)
    assert strip.sizeHint().height() == 29 + 4 * 28


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_the_link_of_a_row_is_pressed_by_key(
    strip: FindingsStrip, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    acted: list[FindingRow] = []
    shown: list[FindingRow] = []
    strip.acted.connect(acted.append)
    strip.walk(1)
    strip.walk(1)
    strip.shown.connect(shown.append)
    rows = strip.findChild(QTreeView)
    assert isinstance(rows, QTreeView)
    QTest.keyClick(rows, key, held)
    assert (acted, shown) == ([HOURS], [])
    assert "Ctrl+Enter" in rows.accessibleDescription()


def test_so_does_the_menu_key(strip: FindingsStrip) -> None:
    acted: list[FindingRow] = []
    strip.acted.connect(acted.append)
    strip.walk(1)
    rows = strip.findChild(QTreeView)
    assert isinstance(rows, QTreeView)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        QApplication.sendEvent(rows, QContextMenuEvent(reason, QPoint(5, 5), QPoint(5, 5)))
    assert acted == [CLASH]
