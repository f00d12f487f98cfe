"""The people as a Qt model keep Qt's rules and announce as little as they can."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from castapp.ui.screens.company.model import HEADS, PeopleModel
from castapp.ui.screens.company.present import GroupRow, PersonRow, rows
from castapp.ui.widgets.cells import Group, Role
from tests.builders import FRIDAY, company_book

ROWS = rows(company_book(), FRIDAY)


def model() -> PeopleModel:
    made = PeopleModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_rows(ROWS)
    return made


def test_headings_and_people(qtbot: QtBot) -> None:
    made = model()
    assert made.index(0, 0).data(Role.GROUP) == Group("Principals", "4")
    assert not made.flags(made.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert made.index(1, 0).data(Role.KEY) == "lund"
    assert made.index(1, 0).data(Role.STATUS) == "full"
    assert made.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Dan Lund, Full"
    assert [made.headerData(n, Qt.Orientation.Horizontal) for n in range(6)] == list(HEADS)


def test_a_contract_that_ends_is_said_and_toned(qtbot: QtBot) -> None:
    made = model()
    first = ROWS[1]
    assert isinstance(first, PersonRow)
    ends = replace(first, contract="ends today", contract_tone="breach")
    made.show_rows([ROWS[0], ends, *ROWS[2:]])
    assert made.index(1, 2).data(Role.TONE) == "breach"
    assert made.index(1, 2).data(Role.WEIGHT) == 600


def test_the_same_people_are_changed_in_place(qtbot: QtBot) -> None:
    made = model()
    resets: list[int] = []
    changed: list[int] = []
    made.modelReset.connect(lambda: resets.append(1))
    made.dataChanged.connect(lambda top, _: changed.append(top.row()))
    first = ROWS[1]
    assert isinstance(first, PersonRow)
    made.show_rows([ROWS[0], replace(first, name="Dan <b>Lund"), *ROWS[2:]])
    assert (resets, changed) == ([], [1])
    assert "&lt;b&gt;" in str(made.index(1, 0).data(Qt.ItemDataRole.ToolTipRole))
    made.show_rows([GroupRow("Nobody", "0")])
    assert resets == [1]
