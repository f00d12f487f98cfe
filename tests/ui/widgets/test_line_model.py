from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.line_model import LINE, LineModel
from castapp.ui.widgets.pick import Option

LINES = [Option("popov", "Iveta Popov", "principal", "full"), Option("big", "Big Studio")]


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = LineModel[Option]()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_lines(LINES)
    assert tester.model() is model
    assert model.lines == tuple(LINES)
    assert model.rowCount() == 2
    assert model.rowCount(model.index(0)) == 0


def test_a_line_says_its_text_is_read_out_whole_and_answers_for_itself(qtbot: QtBot) -> None:
    model = LineModel[Option]()
    model.show_lines(LINES)
    first = model.index(0)
    assert first.data() == "Iveta Popov"
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Iveta Popov, principal, full"
    assert first.data(LINE) is LINES[0]
    assert first.data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex(), LINE) is None
