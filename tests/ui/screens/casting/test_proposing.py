from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from castapp.domain.availability import Participation
from castapp.domain.casting import BillItem
from castapp.domain.finding import Finding
from castapp.ui.screens.casting.cells import Cell
from castapp.ui.screens.casting.screen import CastingScreen
from tests.builders import FRIDAY, SATURDAY, THURSDAY, company_book, show
from tests.ui.screens.casting.hands import casting_screen

RUN = company_book(show(FRIDAY, cast_id="cast-2"), show(SATURDAY))
NIGHT = "bill-show-2026-10-15-1170"
CLASH = Finding("not_available", "breach", "Paz is off.", THURSDAY, ("paz",))


def cell(screen: CastingScreen, row: str = "queen", column: str = NIGHT) -> Cell:
    model = screen.grid.grid_model
    index = model.place(row, column)
    return model.cell_at(index.row(), index.column())


def test_what_is_asked_is_seen_in_the_grid_until_it_is_put_back(qtbot: QtBot) -> None:
    screen, desk, window = casting_screen(qtbot, RUN)
    desk.found = [CLASH]
    screen.grid.select("queen", NIGHT)
    QTest.keyClicks(screen.grid, "p")
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Return)
    assert desk.book == RUN
    assert (cell(screen).name, cell(screen).proposed) == ("Paz", True)
    assert not cell(screen, "prince").proposed
    window.do("edit.undo")
    assert (cell(screen).name, cell(screen).proposed) == ("Vega", False)


def test_what_is_kept_with_a_reason_is_marked_no_more(qtbot: QtBot) -> None:
    screen, desk, window = casting_screen(qtbot, RUN)
    desk.found = [CLASH]
    screen.grid.select("queen", NIGHT)
    QTest.keyClicks(screen.grid, "p")
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Return)
    desk.found = []
    window.committer._panel.kept.emit("agreed")  # type: ignore[union-attr]
    assert (cell(screen).name, cell(screen).proposed) == ("Paz", False)


def test_what_the_file_refuses_is_not_shown_as_proposed(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    desk.refusing = "The disk is full."
    screen.grid.select("queen", NIGHT)
    QTest.keyClicks(screen.grid, "p")
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Return)
    assert (cell(screen).name, cell(screen).proposed) == ("Vega", False)


def test_the_brush_shows_its_nights_and_tells_of_each(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.act("casting.paint")
    fri, sat = "bill-show-2026-10-16-1170", "bill-show-2026-10-17-1170"
    screen.paint_bar._casts.choose("cast-2")  # type: ignore[union-attr]
    screen.grid.painting_over.emit([NIGHT, fri, sat])
    assert (cell(screen).name, cell(screen).proposed) == ("Moss", True)
    assert (cell(screen, column=fri).name, cell(screen, column=fri).debut) == ("Moss", False)
    assert screen.paint_bar.nights == "Thu 15: 4 spots change · Sat 17: 4 spots change"
    screen.grid.painting_over.emit([])
    assert not cell(screen).proposed
    assert not desk.done


def test_dragging_over_the_heads_paints_too(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.act("casting.paint")
    header = screen.grid.horizontalHeader()
    port = header.viewport()
    middles = [
        QPoint(header.sectionViewportPosition(n) + header.sectionSize(n) // 2, 20) for n in (0, 1)
    ]
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=middles[0])
    QTest.mouseMove(port, middles[1])
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=middles[1])
    assert {one.cast_id for one in desk.book.all(BillItem)} == {"cast-1"}
    assert not screen.grid.selectedIndexes()


def test_what_keeps_its_own_is_named_night_by_night(qtbot: QtBot) -> None:
    off = [Participation("p", "orr", THURSDAY, "off")]
    screen, _, _ = casting_screen(qtbot, company_book(show(FRIDAY), off))
    screen.act("casting.paint")
    screen.grid.painting_over.emit([NIGHT])
    assert screen.paint_bar.hint == "Danced by the 1st cast already."
