"""The casting screen: the grid in its two views, the picking list over it, what is selected."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from castapp.domain.availability import Absence, Participation
from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast, Casting, Danced, Override, Performance
from castapp.domain.company import Company, RuleSetting, Season, Studio
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.domain.office import AcceptedBreach
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.programme import casts
from castapp.domain.repertory import Production, Role, Section
from castapp.services import casting
from castapp.ui.screen import Heading, Screen, ScreenContext
from castapp.ui.screens.casting import edits
from castapp.ui.screens.casting.asking import Asking
from castapp.ui.screens.casting.cell_verbs import CellVerbs
from castapp.ui.screens.casting.chooser import production_menu
from castapp.ui.screens.casting.columns import default_production, season_of
from castapp.ui.screens.casting.empty_states import CAST, NIGHT, CastingEmpty
from castapp.ui.screens.casting.grid_view import CastingGrid
from castapp.ui.screens.casting.paint_bar import PaintBar
from castapp.ui.screens.casting.places import find_place
from castapp.ui.screens.casting.present import CASTS, PERFORMANCES, grid, heading
from castapp.ui.screens.casting.side import Side
from castapp.ui.screens.casting.tools import CastingTools

_SHOWN = (
    Performance, BillItem, Cast, Casting, Override, Danced, Role, Section, Production, Person,
    CareerLine, Engagement, Season, Studio, Company, Absence, Participation, RuleSetting,
    AcceptedBreach,
)  # fmt: skip


class CastingScreen(Screen):
    """Roles by act against performances, or against casts."""

    inspector_width: ClassVar[int] = 256

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._day = context.today
        self._production = ""
        self._view = PERFORMANCES
        self._open_roles: set[str] = set()
        self._closed_acts: set[str] = set()
        self.tools = CastingTools()
        self.tool_row = self.tools
        self.side = Side(context, self)
        self.inspector = self.side.inspector
        self.grid = CastingGrid()
        self.cells = CellVerbs(context, self.grid)
        self.paint_bar = PaintBar()
        self.nothing = CastingEmpty()
        self.picking = Asking(context, self.grid, self)
        self._lay_out()
        self._connect()

    def heading(self) -> Heading:
        text, colour = heading(self.context.book, self._production, self._day)
        return Heading(text, colour=colour, menu=self.context.book.count(Production) > 0)

    def present(self, book: Book, edit: Edit | None) -> None:
        if edit is not None and not edit.touches(*_SHOWN):
            return
        if edit is None:
            self.picking.forget()
        if book.find(Production, self._production) is None:
            self._production = default_production(book, self._day)
        shown = grid(
            book, self._production, self._view, self._day, self._open_roles, self._closed_acts
        )
        self.grid.show_grid(shown)
        bare = self.nothing.show_for(book, self._production, self._view, len(shown.columns))
        self._pages.setCurrentWidget(self.nothing if bare else self.grid)
        self._show_tools(book)
        self.side.show_book(book, self._production, self._day)

    def show_day(self, day: date) -> None:
        book = self.context.book
        moved = season_of(book, day) != season_of(book, self._day)
        self._day = day
        if moved and self._production:
            self._refresh()
        self._scroll_to(day)

    def reveal(self, ref: Ref) -> bool:
        night = self.side.night
        place = find_place(self.context.book, ref, self._production, self._day, night)
        if place is None:
            return False
        self._day = place.day or self._day
        self._production = place.production_id
        self._view = CASTS if place.by_cast else PERFORMANCES
        if place.role_id and place.spot:
            self._open_roles.add(place.role_id)
        self._refresh()
        if place.role_id:
            keys = [f"{place.role_id}|{place.spot}", place.role_id]
            return any(self.grid.select(key, place.column) for key in keys)
        self._show_column(place.column)
        return True

    def set_active(self, active: bool) -> None:
        if not active:
            self.picking.picker.leave()
            self._paint(False)

    def act(self, action: str) -> bool:
        index = self.grid.currentIndex()
        verbs = {
            "edit.rename": lambda: self.picking.ask(index),
            "casting.cover": lambda: self.picking.ask(index, as_cover=True),
            "edit.delete": self.cells.empty,
            "edit.copy": self.cells.copy,
            "edit.paste": self.cells.paste,
        }
        if action == "casting.paint":
            self._paint(not self.paint_bar.isVisible())
            return True
        if action in verbs and index.isValid():
            verbs[action]()
            return True
        return False

    def open_menu(self, below: QWidget) -> None:
        menu = production_menu(self.context.book, self._production, self)
        menu.chosen.connect(self.show_production)
        menu.new_performance.connect(self.side.start_new)
        menu.open_repertory.connect(self._open_repertory)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def show_production(self, production_id: str) -> None:
        """Show another production."""
        self._production = production_id
        self._open_roles.clear()
        self._closed_acts.clear()
        self.grid.leave()
        self._refresh()

    def show_view(self, view: str) -> None:
        """Show performances or casts as columns, staying in the row."""
        row, _ = self.grid.current_keys
        self._view = view
        self._paint(False)
        self._refresh()
        columns = self.grid.grid_model.grid.columns
        if row and columns:
            self.grid.select(row, columns[0].key)

    def _refresh(self) -> None:
        self.present(self.context.book, None)
        self.heading_changed.emit()

    def _lay_out(self) -> None:
        body = QWidget()
        self._pages = QStackedLayout(body)
        self._pages.addWidget(self.grid)
        self._pages.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.paint_bar)
        column.addWidget(body, 1)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self.tools.view_chosen.connect(self.show_view)
        self.tools.paint.connect(self._paint)
        self.tools.new_cast.connect(self._new_cast)
        self.tools.new_performance.connect(self.side.start_new)
        self.paint_bar.ended.connect(lambda: self._paint(False))
        self.grid.wanted.connect(self.picking.ask)
        self.grid.toggled.connect(self._toggle)
        self.grid.column_chosen.connect(self._show_column)
        self.grid.painted.connect(self._paint_columns)
        self.grid.moved.connect(self._on_moved)
        self.grid.escaped.connect(lambda: self._paint(False))
        self.nothing.started.connect(self._start)
        self.picking.open_wanted.connect(self._toggle)
        self.side.pick_wanted.connect(self.picking.ask_here)
        self.side.column_wanted.connect(self._show_night)
        self.side.place_wanted.connect(self._show_place)
        self.side.left.connect(self.grid.setFocus)

    def _show_tools(self, book: Book) -> None:
        count = len(casts(book, self._production))
        painting = self.paint_bar.isVisible()
        works = bool(self._production)
        self.tools.show_view(self._view, casts=count, painting=painting, works=works)

    def _start(self, wants: str) -> None:
        if wants == NIGHT:
            self.side.start_new()
        elif wants == CAST and self._view == PERFORMANCES:
            self.show_view(CASTS)
        elif wants == CAST:
            self._new_cast()
        else:
            self._open_repertory()

    def _open_repertory(self) -> None:
        if self._production:
            self.context.jump(Ref(Production, self._production), "repertory")
        else:
            self.context.jump(self._day, "repertory")

    def _new_cast(self) -> None:
        self._commit(casting.add_cast(self.context.book, self._production))

    def _toggle(self, key: str) -> None:
        chosen = self._open_roles if self.context.book.find(Role, key) else self._closed_acts
        chosen.symmetric_difference_update({key})
        self.present(self.context.book, None)

    def _on_moved(self) -> None:
        index = self.grid.currentIndex()
        model = self.grid.grid_model
        if index.isValid():
            self.side.show_spot(model.row_at(index.row()), model.column_at(index.column()))
        else:
            self.side.show_overview()

    def _show_column(self, key: str) -> None:
        found = next((one for one in self.grid.grid_model.grid.columns if one.key == key), None)
        if found is not None:
            self.grid.leave()
            self.side.show_column(found)

    def _show_night(self, key: str) -> None:
        if self._view != PERFORMANCES:
            self.grid.leave()
            self.show_view(PERFORMANCES)
        self._show_column(key)

    def _show_place(self, role_id: str, spot: int, column_key: str) -> None:
        if self._view != PERFORMANCES:
            self.show_view(PERFORMANCES)
        if self.context.book.get(Role, role_id).spots > 1 and role_id not in self._open_roles:
            self._toggle(role_id)
        if not self.grid.select(f"{role_id}|{spot}", column_key):
            self.grid.select(role_id, column_key)
        self.grid.setFocus()

    def _scroll_to(self, day: date) -> None:
        columns = self.grid.grid_model.grid.columns
        coming = (n for n, one in enumerate(columns) if one.day and one.day >= day)
        column = next(coming, None)
        if column is not None and self._view == PERFORMANCES:
            header = self.grid.horizontalHeader()
            bar = self.grid.horizontalScrollBar()
            shown = header.sectionViewportPosition(column)
            if not 0 <= shown < self.grid.viewport().width() - header.sectionSize(column):
                bar.setValue(header.sectionPosition(column))

    def _paint(self, on: bool) -> None:
        choices = [
            (cast.id, f"{cast.name} cast") for cast in casts(self.context.book, self._production)
        ]
        on = on and bool(choices) and self._view == PERFORMANCES
        if on:
            self.paint_bar.show_casts([*choices, ("", "No cast")])
        self.paint_bar.setVisible(on)
        self.grid.start_painting(on)
        if on:
            self.grid.leave()
            self.grid.setFocus()
        self._show_tools(self.context.book)

    def _paint_columns(self, keys: list[str]) -> None:
        self._commit(edits.paint(self.context.book, keys, self.paint_bar.cast_key or None))

    def _commit(self, edit: Edit) -> None:
        if edit:
            self.context.commit(edit)
