from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from castapp.services.casting import override
from castapp.services.eligible import Place, eligible
from castapp.ui.screens.casting.model import CastingModel
from castapp.ui.screens.casting.pick_lines import pick_lines
from castapp.ui.screens.casting.picker import PickModel
from castapp.ui.screens.casting.present import CASTS, DANCERS, PERFORMANCES, ROLES, grid
from tests.builders import FRIDAY, THURSDAY, WEDNESDAY, company_book, show

BOOK = company_book(show(FRIDAY, cast_id="cast-2"))
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_the_grid_keeps_qt_s_rules(qtbot: QtBot) -> None:
    model = CastingModel()
    tester = QAbstractItemModelTester(model, FATAL)
    for view in (PERFORMANCES, CASTS, DANCERS, ROLES):
        for opened in ((), ("couple", "queen")):
            model.show_grid(grid(BOOK, "lake", view, THURSDAY, opened))
    model.show_grid(grid(BOOK, "lake", CASTS, THURSDAY))
    assert model.rowCount() == 7
    assert tester.model() is model


def test_a_changed_cell_is_announced_and_the_rest_left_alone(qtbot: QtBot) -> None:
    model = CastingModel()
    model.show_grid(grid(BOOK, "lake", PERFORMANCES, THURSDAY))
    after = BOOK.apply(override(BOOK, "show-2026-10-15-1170", "queen", 1, "paz"))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as told:
        model.show_grid(grid(after, "lake", PERFORMANCES, THURSDAY))
    assert told.args is not None
    assert told.args[0].row() == 1
    assert model.index(1, 0).data() == "Paz"


def test_cells_and_heads_are_read_out(qtbot: QtBot) -> None:
    model = CastingModel()
    model.show_grid(grid(BOOK, "lake", PERFORMANCES, THURSDAY))
    said = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Thu 15 Oct 19.30, planned, Queen: Vega, first time in the role, cover Moss"
    down = model.headerData(3, Qt.Orientation.Vertical)
    assert (down, model.headerData(4, Qt.Orientation.Vertical)) == ("Act I", "Duet, couple")
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_the_picking_list_keeps_qt_s_rules(qtbot: QtBot) -> None:
    model = PickModel()
    tester = QAbstractItemModelTester(model, FATAL)
    found = eligible(BOOK, Place("queen", 1, "show-2026-10-15-1170", "cast-1"), WEDNESDAY)
    for typed in ("", "mo", "zz"):
        model.show_lines(pick_lines(BOOK, found, typed))
    assert model.rowCount() > 3
    assert tester.model() is model
