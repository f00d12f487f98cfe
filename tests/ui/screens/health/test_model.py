"""The board's Qt models keep Qt's rules and say what the board says."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from castapp.domain.availability import Participation, Restriction
from castapp.ui.screens.health.board import Board
from castapp.ui.screens.health.model import DANCER, LIMITS, REVIEW, BoardModel
from castapp.ui.screens.health.names import NameColumns, NamesModel
from castapp.ui.screens.health.present import board
from castapp.ui.widgets.cells import Role
from tests.builders import MONDAY, TUESDAY, WEDNESDAY, company_book


def shown() -> Board:
    limits = (Restriction("no_jumps"), Restriction("hours_a_day", 4))
    return board(
        company_book([Participation("p", "fox", MONDAY, "modified", limits, TUESDAY)]), WEDNESDAY
    )


def test_the_models_keep_qts_rules(qtbot: QtBot) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    model, names = BoardModel(), NamesModel()
    QAbstractItemModelTester(model, mode, model)
    QAbstractItemModelTester(names, mode, names)
    for each in (shown(), Board((), ()), shown()):
        model.show_board(each)
        names.show_names(each.full)


def test_a_row_under_its_heading(qtbot: QtBot) -> None:
    model = BoardModel()
    model.show_board(shown())
    assert model.index(0, 0).data() == "Modified"
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.index(1, DANCER).data(Role.KEY) == "fox"
    assert [chip.text for chip in model.index(1, LIMITS).data(Role.CHIPS)] == [
        "No jumps", "4 h a day"
    ]  # fmt: skip
    assert model.index(1, REVIEW).data(Role.TONE) == "breach"
    spoken = model.index(1, DANCER).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "overdue, 13 Oct" in spoken
    assert model.rowCount(QModelIndex()) == 2


def test_names_are_as_high_as_they_need(qtbot: QtBot) -> None:
    view = NameColumns()
    qtbot.addWidget(view)
    view.resize(300, 100)
    view.show()
    view.show_names(shown().full)
    wide = view.height()
    view.resize(900, 100)
    assert view.height() < wide
    assert view.choose("vega")
    assert not view.choose("fox")
