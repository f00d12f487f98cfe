"""What can be done to the selected cells at once: empty, copy, paste, fill, put somebody in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.ui.screens.casting import edits, sheet_cells, spread
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.grid_view import CastingGrid
from castapp.ui.screens.casting.rows import Row
from castapp.ui.writing import write_or_say

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext


class CellVerbs:
    """Reads the selection of a grid, writes through the desk."""

    def __init__(self, context: ScreenContext, grid: CastingGrid) -> None:
        self._context = context
        self._grid = grid

    def selected(self) -> list[tuple[Row, Column]]:
        """The selected cells, row by row; else the current one; none without it."""
        model = self._grid.grid_model
        found = [*self._grid.selectedIndexes()] or [self._grid.currentIndex()]
        indexes = sorted(
            (one for one in found if one.isValid()), key=lambda one: (one.row(), one.column())
        )
        return [(model.row_at(one.row()), model.column_at(one.column())) for one in indexes]

    def empty(self) -> None:
        """Leave the selected spots open; of a person's row those danced there."""
        book = self._context.book
        self._commit(edits.empty(book, spread.places_in(book, self.selected())))

    def fill_right(self) -> None:
        """Give the selected cells what stands in the first of their row; of one, what is left."""
        chosen = self.selected()
        columns = self._columns(chosen)
        shown = self._grid.grid_model.grid.columns
        if len(columns) == 1 and shown.index(columns[0]) > 0:
            columns = [shown[shown.index(columns[0]) - 1], *columns]
        rows = list(dict.fromkeys(row for row, _ in chosen))
        self._try(lambda book: spread.fill_right(book, rows, columns))

    def put_in_all(self, cells: spread.Cells, person_id: str) -> None:
        """Let somebody dance all of these cells."""
        self._try(lambda book: spread.put_in_all(book, cells, person_id))

    def copy(self) -> None:
        """Put the selected cells on the clipboard, for a spreadsheet."""
        chosen = self.selected()
        rows = list(dict.fromkeys(row for row, _ in chosen))
        columns = self._columns(chosen)
        if any(row.person_id for row in rows):
            text = self._grid.grid_model.words(rows, columns)
        else:
            text = sheet_cells.copied(self._context.book, rows, columns)
        QApplication.clipboard().setText(text)

    def paste(self) -> None:
        """Take dancers from the clipboard, from the first selected cell on; all of them or none."""
        shown = self._grid.grid_model.grid
        chosen = self.selected()
        if not chosen or chosen[0][0].person_id:
            self._context.say("Names are pasted into Performances or Casts, where roles are rows.")
            return
        first_column = shown.columns.index(self._columns(chosen)[0])
        rows = shown.rows[shown.rows.index(chosen[0][0]) :]
        columns = shown.columns[first_column:]
        text = QApplication.clipboard().text()

        def made(book: Book) -> Edit:
            wishes = sheet_cells.pasted(book, text, rows, columns, shown.rows)
            cells = len({replace(one, person_id=None, cover=0) for one in wishes})
            count = f"Paste {cells} cell{'' if cells == 1 else 's'} of casting"
            return spread.checked_fill(book, wishes, count)

        self._try(made)

    def _columns(self, chosen: spread.Cells) -> list[Column]:
        """The columns of these cells from left to right."""
        shown = self._grid.grid_model.grid.columns
        return sorted({column for _, column in chosen}, key=shown.index)

    def _try(self, make: Callable[[Book], Edit]) -> None:
        write_or_say(self._context, make)

    def _commit(self, edit: Edit) -> None:
        if edit:
            self._context.commit(edit)
