from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from castapp.services.stagecraft import move_role
from castapp.ui.screens.repertory.model import LinesModel
from castapp.ui.screens.repertory.present import HEADS, KNOWN, ROLES, SECTIONS, lines
from castapp.ui.widgets.cells import Role
from tests.builders import SUNDAY, company_book

BOOK = company_book()


def test_the_tables_keep_qt_s_rules(qtbot: QtBot) -> None:
    for view in (ROLES, SECTIONS, KNOWN):
        model = LinesModel(HEADS[view])
        tester = QAbstractItemModelTester(
            model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        model.show_lines(lines(BOOK, "lake", view, SUNDAY))
        model.show_lines(lines(BOOK.apply(move_role(BOOK, "prince", -1)), "lake", view, SUNDAY))
        assert tester.model() is model
        assert model.headerData(0, Qt.Orientation.Horizontal) == HEADS[view][0]


def test_headings_cannot_be_selected(qtbot: QtBot) -> None:
    model = LinesModel(HEADS[SECTIONS])
    model.show_lines(lines(BOOK, "lake", SECTIONS, SUNDAY))
    assert model.index(0, 0).data(Role.GROUP) is not None
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.index(1, 0).data(Role.KEY) == "lake-i-1"
