"""From a cell or a spot of the map to the picking list, and from what was picked to the edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.services.castgrid.following import shows_of
from castapp.services.coverplace import on_stage_words
from castapp.ui.screens.casting import edits, spread
from castapp.ui.screens.casting.cell_verbs import CellVerbs
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.grid_view import CastingGrid
from castapp.ui.screens.casting.picking import Asked, Picking
from castapp.ui.screens.casting.present import CASTS
from castapp.ui.screens.casting.rows import Row
from castapp.ui.writing import write_or_say

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext

NOT_HERE = "Nothing is danced here; choose a role in Performances or Casts to cast somebody."


class Asking(QObject):
    """`open_wanted` asks for a role's spots to be shown (its row's key), and they must be then."""

    open_wanted = Signal(str)

    def __init__(
        self, context: ScreenContext, grid: CastingGrid, cells: CellVerbs, host: QWidget
    ) -> None:
        super().__init__(host)
        self._context = context
        self._grid = grid
        self._verbs = cells
        self._host = host
        self._cells: spread.Cells = []
        self._back: QWidget = grid
        self._picking = Picking(host, context.today)
        self.picker = self._picking.picker
        self._picking.picked.connect(self._on_picked)
        self.picker.closed.connect(self._give_back)
        self.picker.passed.connect(self._on_passed)
        self.picker.entered.connect(self._go_down)

    def forget(self) -> None:
        """Weigh everybody's usual weeks anew next time."""
        self._picking.forget()

    def look_ahead(self, row: Row, column: Column) -> None:
        """Prepare the list of a cell that was just chosen."""
        asked = Asked(row.role_id, max(row.spot, 1), column)
        self._picking.look_ahead(self._context.book, asked)

    def ask(self, index: QModelIndex, typed: str = "", *, as_cover: bool = False) -> None:
        """Open the list for a cell; of a role of several spots, for the first that is open.

        With several cells selected, Ctrl+Enter puts whoever is picked in all of them.
        """
        if not index.isValid():
            return
        self._back = self._grid
        model = self._grid.grid_model
        row, column = model.row_at(index.row()), model.column_at(index.column())
        chosen = self._verbs.selected()
        self._cells = chosen if len(chosen) > 1 and (row, column) in chosen else []
        if row.person_id or column.total or (row.spot == 0 and self._cells):
            self._ask_of_person(row, column, typed)
            return
        if row.spot == 0:
            index = self._first_spot(row, column)
            row = model.row_at(index.row()) if index.isValid() else row
        if not self._cells and index.isValid():
            self._grid.setCurrentIndex(index)
        self._open_list(Asked(row.role_id, max(row.spot, 1), column, as_cover), typed)

    def ask_here(self, as_cover: bool, section_id: str) -> None:
        """Open the list for the current cell: for a cover, or for a change from a section on."""
        index = self._grid.currentIndex()
        if index.isValid():
            self._back, self._cells = self._grid, []
            model = self._grid.grid_model
            row, column = model.row_at(index.row()), model.column_at(index.column())
            place = self._place(row, column)
            if place is not None:
                self._open_list(Asked(*place, column, as_cover, section_id), "")

    def ask_at(self, asked: Asked, rect: QRect, typed: str, back: QWidget) -> None:
        """Open the list for a place drawn elsewhere in the host; `back` gets the keyboard then."""
        self._back, self._cells = back, []
        self._picking.open(self._context.book, asked, rect, typed)

    def _ask_of_person(self, row: Row, column: Column, typed: str) -> None:
        """The list for the place a row of a person stands for, with their name typed."""
        place = self._place(row, column)
        if place is None:
            self._context.say(NOT_HERE)
            return
        person = self._context.book.find(Person, row.person_id)
        named = person.surname if person and row.role_id and not typed else typed
        self._open_list(Asked(*place, column), named)

    def _place(self, row: Row, column: Column) -> tuple[str, int] | None:
        """The role and spot a cell stands for: of a person, the one danced there, else one open."""
        book = self._context.book
        if column.total:
            return None
        if row.spot:
            return row.role_id, row.spot
        danced = spread.places_in(book, [(row, column)]) if row.person_id else []
        if danced:
            return danced[0][:2]
        if not row.role_id:
            return None
        return row.role_id, _free_spot(book, row.role_id, column)

    def _open_list(self, asked: Asked, typed: str) -> None:
        index = self._grid.currentIndex()
        self._grid.scrollTo(index)
        rect = self._grid.cell_rect(index)
        cell = QRect(self._grid.mapTo(self._host, rect.topLeft()), rect.size())
        count = max(1, len(self._cells))
        self._picking.open(self._context.book, asked, cell, typed, cells=count)

    def _first_spot(self, row: Row, column: Column) -> QModelIndex:
        """Open a role of several spots; its first open spot, else the first."""
        if not row.is_open:
            self.open_wanted.emit(row.key)
        free = _free_spot(self._context.book, row.role_id, column)
        return self._grid.grid_model.place(f"{row.role_id}|{free}", column.key)

    def _on_picked(self, asked: Asked, person_id: str, as_cover: bool) -> None:
        book, place = self._context.book, (asked.role_id, asked.spot, asked.column)
        if self._cells and as_cover and not asked.as_cover:
            self._verbs.put_in_all(self._cells, person_id)
        elif asked.section_id:
            self._commit(edits.take_over(book, *place, person_id, asked.section_id))
        elif as_cover:
            self._cover(asked, person_id)
        else:
            write_or_say(self._context, dance_checked, *place, person_id)

    def _cover(self, asked: Asked, person_id: str) -> None:
        """Keep a cover, and say at once if they are on stage themselves then."""
        context, column = self._context, asked.column
        edit = edits.cover(context.book, asked.role_id, asked.spot, column, person_id)
        if edit:
            said = on_stage_words(
                context.book.apply(edit), asked.role_id, asked.spot, person_id,
                night=column.performance_id or "", cast_id=column.cast_id or "",
            )  # fmt: skip
            context.commit(edit, written=(lambda: context.say(said)) if said else None)

    def _go_down(self, person_id: str) -> None:
        """In the casts Enter leads to the next spot, as in a spreadsheet, if it could be kept."""
        model, asked = self._grid.grid_model, self._picking.asked
        if asked is None or self._back is not self._grid or model.grid.view != CASTS:
            return
        seat = edits.seat_of(self._context.book, asked.role_id, asked.spot, asked.column)
        if person_id not in seat.dancing:
            return
        index = self._grid.currentIndex()
        for row in range(index.row() + 1, model.rowCount()):
            if model.row_at(row).role_id and not model.row_at(row).is_open:
                self._grid.setCurrentIndex(index.siblingAtRow(row))
                return

    def _on_passed(self, step: int) -> None:
        index = self._grid.currentIndex()
        beside = index.siblingAtColumn(index.column() + step)
        if self._back is self._grid and beside.isValid():
            self._grid.setCurrentIndex(beside)
            self.ask(beside)

    def _give_back(self) -> None:
        self._back.setFocus()

    def _commit(self, edit: Edit) -> None:
        if edit:
            self._context.commit(edit)


def dance_checked(book: Book, role_id: str, spot: int, column: Column, person_id: str) -> Edit:
    """Let somebody dance a spot. In a cast without a show yet nobody is in one section twice:
    raises Invalid. Where there are shows the rules say so, and a reason may be given for it.
    """
    if column.performance_id is None and not shows_of(book, column.key):
        spread.checked_fill(book, [edits.wish(role_id, spot, column, person_id)])
    return edits.dance(book, role_id, spot, column, person_id)


def _free_spot(book: Book, role_id: str, column: Column) -> int:
    role = book.get(Role, role_id)
    free = (
        n for n in range(1, role.spots + 1) if not edits.seat_of(book, role_id, n, column).dancing
    )
    return next(free, 1)
