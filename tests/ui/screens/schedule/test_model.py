from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from castapp.ui.screens.schedule.call_facts import NameRow
from castapp.ui.screens.schedule.model import CARD_ROLE, CardModel
from castapp.ui.screens.schedule.names import NameModel
from castapp.ui.screens.schedule.present import day_view
from tests.builders import THURSDAY, call, company_book

CARDS = day_view(company_book(call("a", 600, 60), call("b", 720, 60)), THURSDAY).cards
TOLD = QAbstractItemModelTester.FailureReportingMode.Warning


def test_the_card_model_keeps_qt_s_rules(qapp: object) -> None:
    model = CardModel()
    tester = QAbstractItemModelTester(model, TOLD)
    model.set_cards(CARDS)
    model.set_cards([replace(CARDS[0], state="tentative"), *CARDS[1:]])
    model.set_cards(CARDS[1:])
    assert model.rowCount() == 2
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None
    tester.deleteLater()


def test_a_changed_card_is_told_row_by_row(qapp: object) -> None:
    model = CardModel()
    model.set_cards(CARDS)
    told: list[int] = []
    resets: list[bool] = []
    model.dataChanged.connect(lambda first, last: told.append(first.row()))
    model.modelReset.connect(lambda: resets.append(True))
    model.set_cards([CARDS[0], replace(CARDS[1], state="tentative"), CARDS[2]])
    assert told == [1]
    assert not resets


def test_a_card_announces_itself(qapp: object) -> None:
    model = CardModel()
    model.set_cards(CARDS)
    row = model.row_of("a")
    assert row is not None
    index = model.index(row)
    spoken = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Rehearsal. Thursday 15 October. 10.00 to 11.00. Studio 1. firm."
    assert model.data(index, CARD_ROLE) is CARDS[row]
    assert model.row_of("gone") is None


def test_the_name_model_keeps_qt_s_rules(qapp: object) -> None:
    model = NameModel()
    tester = QAbstractItemModelTester(model, TOLD)
    model.show_rows([NameRow("", "Principals"), NameRow("vega", "Ada Vega")])
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    tester.deleteLater()
