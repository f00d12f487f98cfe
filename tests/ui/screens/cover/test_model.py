"""The lists keep Qt's rules; headings are read and not chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from castapp.ui.screens.cover.model import RowList, RowModel
from castapp.ui.screens.cover.people_rows import PersonRow, person_rows
from castapp.ui.screens.cover.person_paint import PersonDelegate
from castapp.ui.screens.cover.places import PlaceRow, place_rows
from tests.builders import call
from tests.ui.screens.cover.night import answer, chain
from tests.ui.showing import show_active

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_the_models_keep_qts_rules(qtbot: QtBot) -> None:
    places, people = RowModel[PlaceRow](), RowModel[PersonRow]()
    QAbstractItemModelTester(places, FATAL, places)
    QAbstractItemModelTester(people, FATAL, people)
    found = answer(chain())
    places.show_lines(place_rows(found))
    people.show_lines(person_rows(found, found.gaps[0]))
    assert places.flags(places.index(0)) == Qt.ItemFlag.NoItemFlags
    spoken = people.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Isa Fox" in spoken
    assert "leaves Spirits 1" in spoken
    places.show_lines(())
    people.show_lines(())


def test_arrows_walk_past_headings_and_a_row_stays_chosen(qtbot: QtBot) -> None:
    model, view = RowModel[PlaceRow](), RowList("Places")
    qtbot.addWidget(view)
    view.setModel(model)
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    rows = place_rows(answer(call("c", 960, 60, people=["vega"])))
    view.show_rows(model, rows, rows[1].key)
    show_active(view)
    assert (view.key, chosen) == (rows[1].key, [])
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert chosen == [rows[2].key]
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.key == rows[1].key
    view.show_rows(model, rows[:2], rows[1].key)
    assert view.key == rows[1].key


def test_reasons_take_fewer_lines_where_there_is_room(qtbot: QtBot) -> None:
    model, view = RowModel[PersonRow](), RowList("People")
    qtbot.addWidget(view)
    view.setModel(model)
    delegate = PersonDelegate(view)
    view.setItemDelegate(delegate)
    found = answer(chain())
    model.show_lines(person_rows(found, found.gaps[0]))
    heights = []
    for width in (360, 700):
        view.resize(width, 400)
        show_active(view)
        heights.append(view.sizeHintForRow(0))
    assert heights[0] > heights[1]
    assert not view.grab().isNull()
