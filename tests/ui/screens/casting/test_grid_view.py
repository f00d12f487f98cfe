from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from castapp.services.casting import cast_dancer
from castapp.ui import theme
from castapp.ui.screens.casting.grid_view import CastingGrid
from castapp.ui.screens.casting.present import DANCERS, PERFORMANCES, grid
from tests.builders import WEDNESDAY, company_book
from tests.ui.showing import show_active

BOOK = company_book()


def grid_of(qtbot: QtBot, view: str = PERFORMANCES) -> CastingGrid:
    made = CastingGrid()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show_grid(grid(BOOK, "lake", view, WEDNESDAY))
    show_active(made)
    return made


def ground(made: CastingGrid, row: str) -> QColor:
    """The colour at the lower right inside of a row's first cell."""
    column = made.grid_model.grid.columns[0].key
    place = made.visualRect(made.grid_model.place(row, column)).bottomRight()
    return QColor(made.viewport().grab().toImage().pixel(place.x() - 4, place.y() - 4))


def test_a_cell_that_is_chosen_or_wants_something_has_its_own_ground(qtbot: QtBot) -> None:
    made = grid_of(qtbot)
    tokens = theme.current()
    assert ground(made, "prince") == tokens.surface
    assert ground(made, "couple") == tokens.findings["warning"].wash
    made.select("prince", "bill-show-2026-10-15-1170")
    assert ground(made, "prince") == tokens.sel
    made.leave()
    assert ground(made, "prince") == tokens.surface


def test_a_changed_cell_is_drawn_anew(qtbot: QtBot) -> None:
    made = grid_of(qtbot)
    before = made.viewport().grab().toImage()
    made.show_grid(grid(company_book(), "lake", PERFORMANCES, WEDNESDAY))
    assert made.viewport().grab().toImage() == before
    after = BOOK.apply(cast_dancer(BOOK, "cast-1", "prince", 1, "orr"))
    made.show_grid(grid(after, "lake", PERFORMANCES, WEDNESDAY))
    assert made.viewport().grab().toImage() != before


def test_totals_are_narrow_columns_at_the_right(qtbot: QtBot) -> None:
    made = grid_of(qtbot, DANCERS)
    widths = [made.columnWidth(n) for n in range(made.grid_model.columnCount())]
    assert widths[1:] == [60, 60, 60]
    assert widths[0] > 60
