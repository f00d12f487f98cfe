"""From what is chosen in one part of the casting screen to what the others show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from castapp.domain.finding import Ref
from castapp.domain.repertory import Role
from castapp.ui.screens.casting.anchor import danced_row
from castapp.ui.screens.casting.places import find_place
from castapp.ui.screens.casting.present import CASTS, PERFORMANCES, STAGE

if TYPE_CHECKING:
    from castapp.ui.screens.casting.screen import CastingScreen


class Leading(QObject):
    """Cells lead to the column beside them, its lines back to cells and nights."""

    def __init__(self, screen: CastingScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._shown, self._kept = screen.shown, screen.kept
        self._grid, self._side, self._map = screen.grid, screen.side, screen.map
        self._asking = screen.picking
        self._connect()

    def reveal(self, ref: Ref) -> bool:
        """Go to a record, be it another production's. False if it is nowhere here."""
        shown = self._shown
        book = self._screen.context.book
        place = find_place(book, ref, shown.production, shown.day, self._side.night)
        if place is None:
            return False
        shown.day, shown.run = place.day or shown.day, None
        shown.production = place.production_id
        shown.view = CASTS if place.by_cast else PERFORMANCES
        if place.role_id and place.spot:
            self._kept.opened(shown.view).add(place.role_id)
        self._screen.refresh()
        if place.role_id:
            keys = [f"{place.role_id}|{place.spot}", place.role_id]
            return any(self._grid.select(key, place.column) for key in keys)
        self._show_column(place.column)
        return True

    def on_map(self) -> None:
        """Show the chosen spot of the map beside it."""
        cell = self._map.cell
        self._screen.show_preview()
        if cell is not None:
            self._side.show_spot(*cell)

    def _connect(self) -> None:
        self._grid.wanted.connect(self._asking.ask)
        self._grid.toggled.connect(self._toggle)
        self._grid.column_chosen.connect(self._show_column)
        self._grid.moved.connect(self._on_moved)
        self._map.chosen.connect(self.on_map)
        self._asking.open_wanted.connect(self._toggle)
        self._side.pick_wanted.connect(self._pick)
        self._side.column_wanted.connect(self._show_night)
        self._side.place_wanted.connect(self._show_place)
        self._side.left.connect(self._screen.setFocus)

    def _toggle(self, key: str) -> None:
        book = self._screen.context.book
        is_role = book.find(Role, key) is not None
        chosen = self._kept.opened(self._shown.view) if is_role else self._kept.closed_acts
        chosen.symmetric_difference_update({key})
        self._screen.present(book, None)

    def _pick(self, as_cover: bool, section_id: str) -> None:
        if self._shown.view == STAGE:
            self._map.ask(self._map.pane.spot)
        else:
            self._asking.ask_here(as_cover, section_id)

    def _on_moved(self) -> None:
        self._screen.context.clear()
        index = self._grid.currentIndex()
        model = self._grid.grid_model
        if not index.isValid():
            self._side.show_overview()
            return
        book = self._screen.context.book
        row, column = model.row_at(index.row()), model.column_at(index.column())
        self._kept.note(book, row, column)
        about = danced_row(book, row, column, self._kept.anchor.role_id)
        if about is not None:
            self._side.show_spot(about, column)
            self._asking.look_ahead(about, column)
        else:
            self._side.show_overview()

    def _show_column(self, key: str) -> None:
        found = next((one for one in self._grid.grid_model.grid.columns if one.key == key), None)
        if found is not None and not found.total:
            self._grid.leave()
            self._side.show_column(found)

    def _show_night(self, key: str) -> None:
        if self._shown.view != PERFORMANCES:
            self._grid.leave()
            self._screen.show_view(PERFORMANCES)
        self._show_column(key)

    def _show_place(self, role_id: str, spot: int, column_key: str) -> None:
        if self._shown.view != PERFORMANCES:
            self._screen.show_view(PERFORMANCES)
        several = self._screen.context.book.get(Role, role_id).spots > 1
        if several and role_id not in self._kept.opened(self._shown.view):
            self._toggle(role_id)
        if not self._grid.select(f"{role_id}|{spot}", column_key):
            self._grid.select(role_id, column_key)
        self._grid.setFocus()
