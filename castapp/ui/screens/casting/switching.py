"""From one view to another with what is selected: the row and column that stand for it there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from castapp.domain.book import Book
from castapp.ui.screens.casting.anchor import Anchor, anchor, column_key, row_keys
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.grid_view import CastingGrid
from castapp.ui.screens.casting.present import CASTS, ROLES, STAGE
from castapp.ui.screens.casting.rows import Row


class Switching:
    """Remembers what is selected and which roles are opened, view by view."""

    def __init__(self, grid: CastingGrid) -> None:
        self._grid = grid
        self._open: dict[str, set[str]] = {}
        self.anchor = Anchor()
        self.closed_acts: set[str] = set()

    def forget(self) -> None:
        """Begin anew, for another production."""
        self._open.clear()
        self.closed_acts.clear()
        self.anchor = Anchor()

    def opened(self, view: str) -> set[str]:
        """The roles opened in a view: into their spots, or by role into their people."""
        return self._open.setdefault(ROLES if view == ROLES else "", set())

    def note(self, book: Book, row: Row, column: Column) -> None:
        """Remember a cell. What it says nothing of stays as it was."""
        was = self.anchor
        now = anchor(book, row, column, was.role_id)
        if not now.role_id:
            now = replace(now, role_id=was.role_id, spot=was.spot)
        if not now.column_key:
            now = replace(now, column_key=was.column_key)
        self.anchor = now

    def select(self, book: Book, production_id: str, view: str, day: date) -> None:
        """Make the cell that stands for what is remembered the current one."""
        columns, place = self._grid.grid_model.grid.columns, self.anchor
        if not (place.role_id or place.person_id) or not columns:
            return
        key = column_key(book, production_id, view, place, day)
        key = key if any(one.key == key for one in columns) else columns[0].key
        if not any(self._grid.select(row, key) for row in row_keys(view, place) if row):
            self._grid.leave()
        self._grid.setFocus()

    def scroll_to(self, view: str, day: date) -> None:
        """Bring the first performance from a day on into view."""
        columns = self._grid.grid_model.grid.columns
        coming = (n for n, one in enumerate(columns) if one.day and one.day >= day)
        column = next(coming, None)
        if column is None or view in (CASTS, STAGE):
            return
        header = self._grid.horizontalHeader()
        shown = header.sectionViewportPosition(column)
        if not 0 <= shown < self._grid.viewport().width() - header.sectionSize(column):
            self._grid.horizontalScrollBar().setValue(header.sectionPosition(column))
