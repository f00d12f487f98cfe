"""From a cell to the picking list, and from what was picked to the edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from castapp.domain.edit import Edit
from castapp.domain.repertory import Role
from castapp.ui.screens.casting import edits
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.grid_view import CastingGrid
from castapp.ui.screens.casting.picking import Asked, Picking
from castapp.ui.screens.casting.rows import Row

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext


class Asking(QObject):
    """`open_wanted` asks for a role's spots to be shown (its row's key), and they must be then."""

    open_wanted = Signal(str)

    def __init__(self, context: ScreenContext, grid: CastingGrid, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._grid = grid
        self._host = host
        self._picking = Picking(host, context.today)
        self.picker = self._picking.picker
        self._picking.picked.connect(self._on_picked)
        self.picker.closed.connect(grid.setFocus)
        self.picker.passed.connect(self._on_passed)

    def forget(self) -> None:
        """Weigh everybody's usual weeks anew next time."""
        self._picking.forget()

    def ask(self, index: QModelIndex, typed: str = "", *, as_cover: bool = False) -> None:
        """Open the list for a cell; of a role of several spots, for the first that is open."""
        if not index.isValid():
            return
        model = self._grid.grid_model
        row, column = model.row_at(index.row()), model.column_at(index.column())
        if row.spot == 0:
            index = self._first_spot(row, column)
            row = model.row_at(index.row())
        asked = Asked(row.role_id, row.spot, column, as_cover)
        self._grid.setCurrentIndex(index)
        self._open_list(asked, typed)

    def ask_here(self, as_cover: bool, section_id: str) -> None:
        """Open the list for the current cell: for a cover, or for a change from a section on."""
        index = self._grid.currentIndex()
        if index.isValid():
            model = self._grid.grid_model
            row, column = model.row_at(index.row()), model.column_at(index.column())
            self._open_list(Asked(row.role_id, row.spot or 1, column, as_cover, section_id), "")

    def _open_list(self, asked: Asked, typed: str) -> None:
        index = self._grid.currentIndex()
        self._grid.scrollTo(index)
        rect = self._grid.cell_rect(index)
        cell = QRect(self._grid.mapTo(self._host, rect.topLeft()), rect.size())
        self._picking.open(self._context.book, asked, cell, typed)

    def _first_spot(self, row: Row, column: Column) -> QModelIndex:
        """Open a role of several spots; its first open spot, else the first."""
        if not row.is_open:
            self.open_wanted.emit(row.key)
        book = self._context.book
        role = book.get(Role, row.role_id)
        spots = range(1, role.spots + 1)
        free = (n for n in spots if not edits.seat_of(book, role.id, n, column).dancing)
        return self._grid.grid_model.place(f"{role.id}|{next(free, 1)}", column.key)

    def _on_picked(self, asked: Asked, person_id: str, as_cover: bool) -> None:
        book, place = self._context.book, (asked.role_id, asked.spot, asked.column)
        if asked.section_id:
            self._commit(edits.take_over(book, *place, person_id, asked.section_id))
        elif as_cover:
            self._commit(edits.cover(book, *place, person_id))
        else:
            self._commit(edits.dance(book, *place, person_id))

    def _on_passed(self, step: int) -> None:
        index = self._grid.currentIndex()
        beside = index.siblingAtColumn(index.column() + step)
        if beside.isValid():
            self._grid.setCurrentIndex(beside)
            self.ask(beside)

    def _commit(self, edit: Edit) -> None:
        if edit:
            self._context.commit(edit)
