"""The casting screen: the grid in its views, the spot map, the picking list, what is selected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.domain.programme import casts
from castapp.domain.repertory import Production
from castapp.services.issues import run_at
from castapp.ui.screen import Heading, Screen, ScreenContext
from castapp.ui.screens.casting.acting import VIEW_ACTIONS, Acting
from castapp.ui.screens.casting.asking import Asking
from castapp.ui.screens.casting.cell_verbs import CellVerbs
from castapp.ui.screens.casting.columns import production_nights
from castapp.ui.screens.casting.context_menus import ContextMenus
from castapp.ui.screens.casting.danced_nights import AskFirst
from castapp.ui.screens.casting.empty_states import CAST, NIGHT, CastingEmpty
from castapp.ui.screens.casting.follow_bar import FollowBar
from castapp.ui.screens.casting.grid_view import CastingGrid
from castapp.ui.screens.casting.kinds import SHOWN
from castapp.ui.screens.casting.leading import Leading
from castapp.ui.screens.casting.mapping import Mapping
from castapp.ui.screens.casting.offering import Offering
from castapp.ui.screens.casting.painting import Painting
from castapp.ui.screens.casting.present import CASTS, PERFORMANCES, ROLES, STAGE, heading
from castapp.ui.screens.casting.preview import NO_CAST, NOTHING, preview
from castapp.ui.screens.casting.proposing import Proposing
from castapp.ui.screens.casting.runs import Run, season_runs
from castapp.ui.screens.casting.sheets import CASTING_SHEET, Sheets
from castapp.ui.screens.casting.showing import Showing
from castapp.ui.screens.casting.side import Side
from castapp.ui.screens.casting.switching import Switching
from castapp.ui.screens.casting.tools import CastingTools
from castapp.ui.span import Span


class CastingScreen(Screen):
    """Roles by act against performances or casts; dancers against performances; a stage."""

    inspector_width: ClassVar[int] = 256

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        self.proposing = Proposing(context.commit, context.asking)
        asked = AskFirst(self.proposing.commit, context.dialogs, lambda: context.book, self)
        context = replace(context, commit=asked)
        super().__init__(context, parent)
        self.tools = CastingTools()
        self.tool_row = self.tools
        self.side = Side(context, self)
        self.inspector = self.side.inspector
        self.grid = CastingGrid()
        self.kept = Switching(self.grid)
        self.cells = CellVerbs(context, self.grid)
        self.painting = Painting(context, self.grid, self.proposing, self)
        self.paint_bar = self.painting.bar
        self.follow_bar = FollowBar()
        self.picking = Asking(context, self.grid, self.cells, self)
        self.map = Mapping(context, self.picking, self)
        self.shown = Showing(self.grid, self.map, self.side, self.kept, context.today)
        self.acting = Acting(self.grid, self.cells, self.picking, self.map)
        self.offering = Offering(context, self)
        self.leading = Leading(self)
        self.sheets = Sheets(context, self._paper_of, self)
        self.menus = ContextMenus(self)
        self._lay_out()
        self._connect()

    def heading(self) -> Heading:
        text, colour = heading(
            self.context.book, self.shown.production, self.shown.day, self.shown.run
        )
        return Heading(text, colour=colour, menu=self.context.book.count(Production) > 0)

    def present(self, book: Book, edit: Edit | None) -> None:
        if edit is not None and not edit.touches(*SHOWN):
            return
        if edit is None:
            self.picking.forget()
        self.setFocusProxy(self.shown.show_book(book, whole=edit is not None))
        self._show_tools(book)
        self.show_preview()

    def span(self, day: date) -> Span:
        work = self.shown.production
        run = run_at(self.context.book, work, day) if work else None
        return Span(*run, work) if run else super().span(day)

    def show_day(self, day: date) -> None:
        if self.shown.moves_season(day):
            self.refresh()
        self.kept.scroll_to(self.view, day)

    def reveal(self, ref: Ref) -> bool:
        return self.leading.reveal(ref)

    def set_active(self, active: bool) -> None:
        if not active:
            self.picking.picker.leave()
            self.painting.end()

    def act(self, action: str) -> bool:
        if action in VIEW_ACTIONS:
            self.show_view(VIEW_ACTIONS[action])
            return True
        if action in self._own:
            return self._own[action]()
        if self.view == STAGE:
            return self.acting.on_map(action)
        return self.acting.on_grid(action)

    def open_menu(self, below: QWidget) -> None:
        shown = self.shown
        runs = season_runs(self.context.book, shown.production, shown.day)
        self.offering.productions(shown.production, below, runs, shown.run)

    def show_production(self, production_id: str) -> None:
        """Show another production."""
        self.shown.production, self.shown.run = production_id, None
        self.kept.forget()
        self.grid.leave()
        self.refresh()

    def show_run(self, run: Run | None) -> None:
        """Show one run of the production; None shows the whole season."""
        self.shown.run = run
        self.grid.leave()
        self.refresh()

    def show_view(self, view: str) -> None:
        """Show another view, staying with what is selected."""
        if self.view == STAGE and self.map.cell is not None:
            self.kept.anchor = self.map.place
        self.shown.view = view
        self.painting.end()
        place = self.kept.anchor
        if view == ROLES and place.role_id:
            self.kept.opened(view).add(place.role_id)
        if view == STAGE:
            self.map.show_place(place)
        self.refresh()
        if view == STAGE:
            self.leading.on_map()
            self.map.pane.focus_spot()
        else:
            self.kept.select(self.context.book, self.shown.production, view, self.shown.day)

    @property
    def view(self) -> str:
        """The view shown: performances, casts, dancers, roles or stage."""
        return self.shown.view

    @property
    def nothing(self) -> CastingEmpty:
        """The page shown while there is nothing to cast."""
        return self.shown.nothing

    def refresh(self) -> None:
        """Show everything anew, the heading too."""
        self.present(self.context.book, None)
        self.heading_changed.emit()

    def show_preview(self) -> None:
        """Say below what a change of the selected cells would change."""
        book = self.context.book
        on_map = self.view == STAGE
        said = self.map.words(book) if on_map else preview(book, self.cells.selected())
        castless = said == NOTHING and self.view == PERFORMANCES and self._castless(book)
        self.follow_bar.show_words(NO_CAST if castless else said, offers_cast=castless)

    def _castless(self, book: Book) -> bool:
        """Whether there are nights to be cast, and no cast."""
        shown = self.grid.grid_model.grid
        return bool(shown.rows and shown.columns) and not casts(book, self.shown.production)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.paint_bar)
        column.addWidget(self.shown.page, 1)
        column.addWidget(self.follow_bar)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self.tools.view_chosen.connect(self.show_view)
        self.tools.paint.connect(self._paint)
        self.tools.new_cast.connect(self._new_cast)
        self.tools.copy_cast.connect(self._copy_cast)
        self.tools.new_performance.connect(self.side.start_new)
        self.tools.sheet.clicked.connect(lambda: self.sheets.open(self.tools.sheet))
        self.painting.turned.connect(lambda: self._show_tools(self.context.book))
        self.grid.selected.connect(self.show_preview)
        self.proposing.changed.connect(lambda: self.shown.show_proposal(self.proposing.edit))
        self.nothing.started.connect(self._start)
        self.follow_bar.cast_wanted.connect(self._new_cast)
        self.offering.production.connect(self.show_production)
        self.offering.run.connect(self.show_run)
        self.offering.new_performance.connect(self.side.start_new)
        self.offering.open_repertory.connect(self._open_repertory)
        self._own: dict[str, Callable[[], bool]] = {
            "casting.paint": lambda: self._paint(not self.painting.on),
            "casting.new": self._new_night,
            "casting.new_cast": self._new_cast,
            "casting.copy_cast": self._copy_cast,
            "casting.cast_sheet": self.sheets.print,
            "casting.casting_sheet": lambda: self.sheets.print(CASTING_SHEET),
            "file.print": self.sheets.print,
        }

    def _paper_of(self) -> tuple[str, str, date]:
        """The production, the night chosen if there is one, and the day looked at."""
        return self.shown.production, self.side.night, self.shown.day

    def _show_tools(self, book: Book) -> None:
        work = self.shown.production
        self.tools.show_view(
            self.view,
            casts=len(casts(book, work)),
            nights=len(production_nights(book, work, self.shown.day)),
            painting=self.painting.on,
            works=bool(work),
        )

    def _start(self, wants: str) -> None:
        if wants == NIGHT:
            self.side.start_new()
        elif wants == CAST and self.view != CASTS:
            self.show_view(CASTS)
        elif wants == CAST:
            self._new_cast()
        else:
            self._open_repertory()

    def _open_repertory(self) -> None:
        if self.shown.production:
            self.context.jump(Ref(Production, self.shown.production), "repertory")
        else:
            self.context.jump(self.shown.day, "repertory")

    def _new_night(self) -> bool:
        self.side.start_new()
        return bool(self.shown.production)

    def _new_cast(self) -> bool:
        if not self.shown.production:
            return False
        if self.view != CASTS:
            self.show_view(CASTS)
        self.offering.new_cast(self.shown.production)
        return True

    def _copy_cast(self) -> bool:
        if not casts(self.context.book, self.shown.production):
            return False
        if self.view != CASTS:
            self.show_view(CASTS)
        _, key = self.grid.current_keys
        source = key or self.grid.grid_model.grid.columns[0].key
        self.offering.copies(source, self.tools.copy)
        return True

    def _paint(self, on: bool) -> bool:
        if on and self.view == PERFORMANCES:
            self.painting.start(self.shown.production)
        else:
            self.painting.end()
        return True
