"""What can be done to the selected cells at once: empty, copy, paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.domain.repertory import Role
from castapp.services.stagecraft import fill
from castapp.ui.screens.casting import edits, sheet_cells
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.grid_view import CastingGrid
from castapp.ui.screens.casting.rows import Row

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext


class CellVerbs:
    """Reads the selection of a grid, writes through the desk."""

    def __init__(self, context: ScreenContext, grid: CastingGrid) -> None:
        self._context = context
        self._grid = grid

    def _selected(self) -> list[tuple[Row, Column]]:
        model = self._grid.grid_model
        indexes = sorted(
            self._grid.selectedIndexes(), key=lambda one: (one.row(), one.column())
        ) or [self._grid.currentIndex()]
        return [(model.row_at(one.row()), model.column_at(one.column())) for one in indexes]

    def empty(self) -> None:
        """Leave the selected spots open."""
        book = self._context.book
        places: dict[tuple[str, int, str], tuple[str, int, Column]] = {}
        for row, column in self._selected():
            for spot in [row.spot] if row.spot else range(1, book.get(Role, row.role_id).spots + 1):
                places[(row.role_id, spot, column.key)] = (row.role_id, spot, column)
        self._commit(edits.empty(book, list(places.values())))

    def copy(self) -> None:
        """Put the dancers of the selected cells on the clipboard, for a spreadsheet."""
        chosen = self._selected()
        rows = list(dict.fromkeys(row for row, _ in chosen))
        columns = list(dict.fromkeys(column for _, column in chosen))
        QApplication.clipboard().setText(sheet_cells.copied(self._context.book, rows, columns))

    def paste(self) -> None:
        """Take dancers from the clipboard, from the first selected cell on; all of them or none."""
        shown = self._grid.grid_model.grid
        chosen = self._selected()
        first_row = shown.rows.index(chosen[0][0])
        first_column = min(shown.columns.index(column) for _, column in chosen)
        rows, columns = shown.rows[first_row:], shown.columns[first_column:]
        text = QApplication.clipboard().text()
        try:
            wishes = sheet_cells.pasted(self._context.book, text, rows, columns)
        except Invalid as wrong:
            self._context.say(str(wrong))
            return
        count = f"Paste {len(wishes)} cell{'' if len(wishes) == 1 else 's'} of casting"
        self._commit(fill(self._context.book, wishes, count))

    def _commit(self, edit: Edit) -> None:
        if edit:
            self._context.commit(edit)
