from __future__ import annotations

from typing import cast

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from castapp.domain.availability import Participation
from castapp.domain.book import Book
from castapp.domain.casting import Cast, Casting, Override
from castapp.domain.records import KINDS
from castapp.services.casting import cast_dancer
from castapp.ui.actions import ACTIONS
from castapp.ui.screens.casting.cells import TROUBLE
from castapp.ui.screens.casting.present import PERFORMANCES, grid
from castapp.ui.screens.casting.screen import CastingScreen
from tests.builders import FRIDAY, MONDAY, THURSDAY, company_book, show
from tests.ui.screens.casting.hands import casting_screen, texts, window_of

NIGHT = "bill-show-2026-10-15-1170"
CONTROL = Qt.KeyboardModifier.ControlModifier
RUN = company_book(show(FRIDAY, cast_id="cast-2"), (Participation("p", "vega", MONDAY, "off"),))


def state(screen: CastingScreen) -> str:
    model = screen.grid.grid_model
    index = model.place("queen", NIGHT)
    return model.cell_at(index.row(), index.column()).state


def without(*kinds: type) -> Book:
    return Book.of(one for kind in KINDS if kind not in kinds for one in RUN.all(kind))


def test_who_dances_comes_first_and_what_stands_against_them_after(qtbot: QtBot) -> None:
    window, _ = window_of(qtbot, RUN, CastingScreen, (1440, 900))
    screen = cast(CastingScreen, window.screen_widget("casting"))
    screen.shown.production = ""
    other = CastingScreen(screen.context)
    qtbot.addWidget(other)
    other.present(RUN, None)
    assert other.grid.grid_model.rowCount() > 0
    assert state(other) == ""
    assert not other.shown.whole
    qtbot.waitUntil(lambda: other.shown.whole)
    assert state(other) == TROUBLE
    assert "Vega off, Queen" in texts(other.side.inspector)


def test_a_change_before_all_is_shown_shows_all_at_once(qtbot: QtBot) -> None:
    window, _ = window_of(qtbot, RUN, CastingScreen, (1440, 900))
    screen = CastingScreen(cast(CastingScreen, window.screen_widget("casting")).context)
    qtbot.addWidget(screen)
    screen.present(RUN, None)
    edit = cast_dancer(RUN, "cast-1", "prince", 1, "paz")
    screen.present(RUN.apply(edit), edit)
    assert screen.shown.whole
    assert state(screen) == TROUBLE


def test_a_grid_not_judged_says_nothing_of_troubles_and_debuts() -> None:
    plain = grid(RUN, "lake", PERFORMANCES, THURSDAY, judged=False)
    told = grid(RUN, "lake", PERFORMANCES, THURSDAY)
    assert [row.key for row in plain.rows] == [row.key for row in told.rows]
    cells = [one for row in plain.cells for one in row]
    assert not any(one.debut or one.state == TROUBLE for one in cells)
    assert any(one.state == TROUBLE for row in told.cells for one in row)


def test_only_the_cells_of_changed_nights_are_made_anew() -> None:
    run = company_book(show(FRIDAY, cast_id="cast-2"))
    before = grid(run, "lake", PERFORMANCES, THURSDAY)
    after = run.apply(cast_dancer(run, "cast-2", "queen", 1, "paz"))
    made = grid(after, "lake", PERFORMANCES, THURSDAY)
    row = next(n for n, one in enumerate(made.rows) if one.key == "queen")
    assert made.cells[row][0] is before.cells[row][0]
    assert made.cells[row][1].name == "Paz"
    assert made == grid(Book.of(one for kind in KINDS for one in after.all(kind)), "lake",
                        PERFORMANCES, THURSDAY)  # fmt: skip


def test_with_several_cells_the_list_says_what_ctrl_enter_does(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    model = screen.grid.grid_model
    screen.grid.select("queen", NIGHT)
    first = screen.grid.currentIndex()
    both = QItemSelection(first, model.index(first.row(), 1))
    screen.grid.selectionModel().select(both, QItemSelectionModel.SelectionFlag.Select)
    QTest.keyClicks(screen.grid, "p")
    picker = screen.picking.picker
    QTest.keyClicks(picker.field, "az")
    assert "Ctrl+Enter in all 2 chosen cells" in texts(picker)
    assert "as cover" not in texts(picker)
    QTest.keyClick(picker.field, Qt.Key.Key_Return, CONTROL)
    assert {one.person_id for one in desk.book.all(Override)} == {"paz"}
    screen.grid.select("queen", NIGHT)
    QTest.keyClick(screen.grid, Qt.Key.Key_Return)
    assert "Ctrl+Enter as cover" in texts(picker)


def test_nights_without_a_cast_offer_one(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, without(Cast, Casting, Override))
    assert "No cast yet" in screen.follow_bar.words[0]
    screen.follow_bar.cast.click()
    assert screen.view == "casts"
    assert desk.book.count(Cast) == 1
    screen.show_view("performances")
    assert not screen.follow_bar.isVisible()


def test_every_command_of_the_screen_is_carried_out(qtbot: QtBot) -> None:
    screen, _, window = casting_screen(qtbot, RUN)
    for one in [one.id for one in ACTIONS if one.screen == "casting"]:
        screen.show_view("stage" if one == "casting.places" else "performances")
        screen.grid.select("queen", NIGHT)
        if one == "casting.fill_right":
            screen.grid.selectRow(screen.grid.currentIndex().row())
        assert screen.act(one), one
        screen.picking.picker.leave()
    window.do("casting.roles")
    assert screen.view == "roles"
