"""Which production is shown in which view, and putting it on the page: a grid, a map, or advice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.repertory import Production
from castapp.services.castgrid.firsts import firsts
from castapp.ui.screens.casting.columns import (
    default_production,
    performance_columns,
    season_of,
)
from castapp.ui.screens.casting.empty_states import CastingEmpty
from castapp.ui.screens.casting.grid_view import CastingGrid
from castapp.ui.screens.casting.mapping import Mapping
from castapp.ui.screens.casting.present import PERFORMANCES, STAGE, Grid, grid
from castapp.ui.screens.casting.proposing import proposed_grid
from castapp.ui.screens.casting.runs import Run
from castapp.ui.screens.casting.side import Side
from castapp.ui.screens.casting.switching import Switching
from castapp.ui.screens.casting.troubles import night_findings


class Showing(QObject):
    """A production not shown before comes in steps, so that none of them takes long: who dances;
    night by night what stands against anybody; debuts; then the column beside it.
    """

    def __init__(
        self, table: CastingGrid, spots: Mapping, side: Side, kept: Switching, day: date
    ) -> None:
        super().__init__(table)
        self.production, self.view, self.day = "", PERFORMANCES, day
        self.page = QWidget()
        self.nothing = CastingEmpty()
        self._grid, self._map, self._side, self._kept = table, spots, side, kept
        self._pages = QStackedLayout(self.page)
        for page in (table, spots.pane, self.nothing):
            self._pages.addWidget(page)
        self._book = Book.of(())
        self._known = ""
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
        self._steps: Iterator[str] = iter(())
        self._judged = False
        self._proposal: Edit | None = None
        self.run: Run | None = None

    def show_book(self, book: Book, *, whole: bool = False) -> QWidget:
        """Show a book; the widget the keyboard belongs to. `whole`: all of it in one step."""
        self._book, self._proposal = book, None
        if book.find(Production, self.production) is None:
            self.production = default_production(book, self.day)
        self._next.stop()
        self._judged = whole or not self.production or self.production == self._known
        keyboard = self._show_page()
        self._side.show_book(book, self.production, self.day, self.run, at_once=self._judged)
        if self._judged:
            self._known = self.production
        else:
            self._begin_steps()
        return keyboard

    @property
    def whole(self) -> bool:
        """Whether all there is to show is shown."""
        return self.production == self._known

    def moves_season(self, day: date) -> bool:
        """Take another day as the one looked from. Whether other performances are shown then."""
        self.run = None if self.run and not self.run[0] <= day <= self.run[1] else self.run
        moved = season_of(self._book, day) != season_of(self._book, self.day)
        self.day = day
        return moved and bool(self.production)

    def _begin_steps(self) -> None:
        self._steps = self._in_steps()
        self._next.start()

    def _go_on(self) -> None:
        if next(self._steps, None) is not None:
            self._next.start()

    def _in_steps(self) -> Iterator[str]:
        """What is still to be done for a production shown as cast, a little at a time."""
        book, work = self._book, self.production
        nights = performance_columns(book, work, self.day)
        for column in nights:
            night_findings(book, column)
            yield column.key
        firsts(book, work)
        yield work
        self._judged = True
        self._show_page()
        yield work
        self._known = work
        self._side.show_book(book, work, self.day, self.run)

    def _show_page(self) -> QWidget:
        return self._show_map() if self.view == STAGE else self._show_grid()

    def show_proposal(self, edit: Edit | None) -> None:
        """Show the grid as if an edit were kept, what it changes marked; as it is again."""
        self._proposal = edit
        if self._judged and self.view != STAGE:
            self._show_grid()

    def _show_grid(self) -> QWidget:
        shown = self._grid_of(self._book)
        if self._proposal is not None:
            shown = proposed_grid(shown, self._grid_of(self._book.apply(self._proposal)))
        self._grid.show_grid(shown)
        bare = self._show_nothing(len(shown.columns))
        self._pages.setCurrentWidget(self.nothing if bare else self._grid)
        return self._grid

    def _grid_of(self, book: Book) -> Grid:
        return grid(
            book,
            self.production,
            self.view,
            self.day,
            self._kept.opened(self.view),
            self._kept.closed_acts,
            judged=self._judged,
            run=self.run,
        )

    def _show_map(self) -> QWidget:
        mapped = self._map.show_book(self._book, self.production, self.day)
        if not mapped:
            self._show_nothing(0)
        self._pages.setCurrentWidget(self._map.pane if mapped else self.nothing)
        return self._map.pane

    def _show_nothing(self, columns: int) -> bool:
        return self.nothing.show_for(self._book, self.production, self.view, columns)
