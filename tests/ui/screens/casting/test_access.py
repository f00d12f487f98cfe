"""The grid as a screen reader has it: through Qt's accessibility interface alone."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from castapp.domain.availability import Participation
from castapp.ui.screens.casting.screen import CastingScreen
from tests.builders import FRIDAY, MONDAY, company_book, show
from tests.ui.screens.casting.hands import casting_screen

NAME = QAccessible.Text.Name
OFF = Participation("p", "vega", MONDAY, "off")
RUN = company_book(show(FRIDAY, cast_id="cast-2"), (OFF,))
Said = dict[tuple[str, str], str]


def read(screen: CastingScreen) -> tuple[list[str], list[str], Said]:
    """What is read of the columns' heads, of the rows' heads, and of each cell by its keys."""
    table = QAccessible.queryAccessibleInterface(screen.grid)
    assert table is not None
    grid = screen.grid.grid_model.grid
    wide = len(grid.columns) + 1
    lines: list[list[QAccessibleInterface]] = [
        [table.child(row * wide + column) for column in range(wide)]
        for row in range(len(grid.rows) + 1)
    ]
    assert table.childCount() == wide * (len(grid.rows) + 1)
    cells = {
        (row.key, column.key): lines[down][across].text(NAME)
        for down, row in enumerate(grid.rows, start=1)
        for across, column in enumerate(grid.columns, start=1)
        if row.kind != "act"
    }
    across = [one.text(NAME) for one in lines[0][1:]]
    return across, [line[0].text(NAME) for line in lines[1:]], cells


@pytest.mark.parametrize("view", ["performances", "casts", "dancers", "roles"])
def test_every_column_row_and_cell_is_announced(qtbot: QtBot, view: str) -> None:
    screen, _, _ = casting_screen(qtbot, RUN)
    screen.show_view(view)
    columns, rows, cells = read(screen)
    grid = screen.grid.grid_model.grid
    assert columns == [one.spoken for one in grid.columns]
    assert all(columns)
    assert [said.partition(",")[0] for said in rows] == [one.label for one in grid.rows]
    assert cells
    assert [keys for keys, said in cells.items() if not said] == []


def test_a_cell_tells_its_night_its_role_and_what_is_wrong(qtbot: QtBot) -> None:
    screen, _, _ = casting_screen(qtbot, RUN)
    said = read(screen)[2]["queen", "bill-show-2026-10-15-1170"]
    for part in ("Thu 15 Oct 19.30", "planned", "Queen: Vega", "cover Moss", "Vega: off"):
        assert part in said


def test_the_totals_of_a_dancer_are_words(qtbot: QtBot) -> None:
    screen, _, _ = casting_screen(qtbot, RUN)
    screen.show_view("dancers")
    cells = read(screen)[2]
    assert cells["vega", "total|shows"].endswith("Vega: 1 show")
