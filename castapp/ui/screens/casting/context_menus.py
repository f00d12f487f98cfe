"""The menus of a right click: on a cell, on the head of a night or cast, on the head of a role."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from castapp.domain.finding import Ref
from castapp.domain.programme import casts
from castapp.domain.repertory import Role
from castapp.services.stagecraft import clear_overrides
from castapp.ui.actions import ACTIONS
from castapp.ui.screens.casting import edits
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.present import STAGE
from castapp.ui.screens.casting.rows import Row
from castapp.ui.writing import write_or_say

if TYPE_CHECKING:
    from castapp.ui.screens.casting.screen import CastingScreen

_CELL = ("edit.rename", "casting.cover", "edit.delete", "", "edit.copy", "edit.paste",
         "casting.fill_right")  # fmt: skip
_WORDS = {
    "edit.rename": "Choose a dancer…", "casting.cover": "Choose a cover…",
    "edit.delete": "Leave open",
}  # fmt: skip


class ContextMenus(QObject):
    """Opens them where the mouse is, or at the cell that has the keyboard."""

    def __init__(self, screen: CastingScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._grid = screen.grid
        self._grid.menu_wanted.connect(self._open)
        for header in (self._grid.horizontalHeader(), self._grid.verticalHeader()):
            header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        across, down = self._grid.horizontalHeader(), self._grid.verticalHeader()
        across.customContextMenuRequested.connect(self._open_column)
        down.customContextMenuRequested.connect(self._open_row)

    def cell_menu(self, index: QModelIndex) -> QMenu:
        """What can be done with a cell."""
        model = self._grid.grid_model
        row, column = model.row_at(index.row()), model.column_at(index.column())
        menu = self._menu()
        keys = {one.id: (one.text, one.keys) for one in ACTIONS}
        for action in _CELL:
            if not action:
                menu.addSeparator()
                continue
            text, key = keys[action]
            words = _WORDS.get(action, text)
            menu.addAction(f"{words}\t{key}", partial(self._screen.act, action))
        if row.role_id and column.performance_id:
            menu.addSeparator()
            follow = menu.addAction("Follow the cast again", partial(self._follow, row, column))
            follow.setEnabled(model.cell_at(index.row(), index.column()).override)
        if row.role_id and self._screen.context.book.get(Role, row.role_id).spots > 1:
            menu.addAction("Spot map", partial(self._screen.show_view, STAGE))
        return menu

    def column_menu(self, column: Column) -> QMenu:
        """What can be done with a night, or with a cast."""
        menu = self._menu()
        look = partial(self._grid.column_chosen.emit, column.key)
        menu.addAction("Open in the inspector", look)
        if column.performance_id is None:
            menu.addAction("Copy cast", partial(self._copy, column.key))
            return menu
        book = self._screen.context.book
        offered = menu.addMenu("Danced by")
        for cast in casts(book, self._screen.shown.production):
            one = offered.addAction(f"{cast.name} cast", partial(self._take, column, cast.id))
            one.setCheckable(True)
            one.setChecked(cast.id == column.cast_id)
        offered.addAction("No cast", partial(self._take, column, None))
        menu.addSeparator()
        menu.addAction("Cast sheet…", partial(self._sheet, column.key))
        menu.addAction("New performance…", self._screen.side.start_new)
        return menu

    def row_menu(self, row: Row) -> QMenu:
        """What can be done with a role."""
        menu = self._menu()
        if row.opens:
            words = "Close" if row.is_open else "Open"
            menu.addAction(f"{words}\tSpace", partial(self._grid.toggled.emit, row.key))
        if row.role_id:
            menu.addAction("Its sections and demands", partial(self._repertory, row.role_id))
        return menu

    def _menu(self) -> QMenu:
        menu = QMenu(self._grid)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _open(self, at: QPoint) -> None:
        index = self._grid.currentIndex()
        if index.isValid():
            self.cell_menu(index).popup(at)

    def _open_column(self, at: QPoint) -> None:
        header = self._grid.horizontalHeader()
        place = header.logicalIndexAt(at)
        if place >= 0 and not self._grid.grid_model.column_at(place).total:
            column = self._grid.grid_model.column_at(place)
            self.column_menu(column).popup(header.viewport().mapToGlobal(at))

    def _open_row(self, at: QPoint) -> None:
        header = self._grid.verticalHeader()
        place = header.logicalIndexAt(at)
        if place >= 0:
            menu = self.row_menu(self._grid.grid_model.row_at(place))
            menu.popup(header.viewport().mapToGlobal(at))

    def _follow(self, row: Row, column: Column) -> None:
        context, night = self._screen.context, column.performance_id or ""
        spots = [row.spot] if row.spot else range(1, context.book.get(Role, row.role_id).spots + 1)
        for spot in spots:
            seat = edits.seat_of(context.book, row.role_id, spot, column)
            if seat.override:
                write_or_say(context, clear_overrides, night, row.role_id, spot)

    def _take(self, column: Column, cast_id: str | None) -> None:
        write_or_say(self._screen.context, edits.paint, [column.key], cast_id)

    def _copy(self, key: str) -> None:
        self._screen.offering.copies(key, self._screen.tools.copy)

    def _sheet(self, key: str) -> None:
        self._grid.column_chosen.emit(key)
        self._screen.sheets.print()

    def _repertory(self, role_id: str) -> None:
        self._screen.context.jump(Ref(Role, role_id), "repertory")
