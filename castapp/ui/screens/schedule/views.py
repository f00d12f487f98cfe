"""The board, the people and the overview: one of them up, all filled from the book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Company, Studio
from castapp.domain.roster import company
from castapp.ui.screens.schedule.board_page import BoardPage
from castapp.ui.screens.schedule.cards import Card, call_card
from castapp.ui.screens.schedule.column_memory import keep, recall
from castapp.ui.screens.schedule.columns import ColumnChoice
from castapp.ui.screens.schedule.modes import DAY, MONTH, PEOPLE, SPANS, WEEK
from castapp.ui.screens.schedule.people.filters import (
    Filter,
    cast_choices,
    production_choices,
    rank_choices,
)
from castapp.ui.screens.schedule.period import shown_days, working_calls
from castapp.ui.screens.schedule.posted import post_state
from castapp.ui.screens.schedule.present import legend
from castapp.ui.screens.schedule.showing import Showing
from castapp.ui.screens.schedule.sites import away
from castapp.ui.screens.schedule.tools import Tools
from castapp.ui.screens.schedule.tray import Tray

if TYPE_CHECKING:
    from castapp.ui.screens.schedule.emptiness import Emptiness
    from castapp.ui.screens.schedule.overview.grid import Overview
    from castapp.ui.screens.schedule.people.table import PeopleTable

LATER = ("people.table", "people.rows", "overview.grid", "overview.days", "emptiness")
"""Modules of the views that are not up at first, which can be read while nobody waits."""


class Views(QStackedWidget):
    """Holds the mode, the day and whom to show; builds a view when it is first shown.

    `day_opened` carries a day of the overview, `way_chosen` a way to fill an empty board;
    `person_chosen`, `block_chosen` and `people_opened` are those of the people.
    """

    day_opened = Signal(object)
    way_chosen = Signal(str)
    person_chosen = Signal(str)
    block_chosen = Signal(str, object)
    people_opened = Signal()

    def __init__(
        self, today: date, tools: Tools, tray: Tray, remember: QSettings | None = None
    ) -> None:
        """`remember` keeps the columns as they were left."""
        super().__init__()
        self._today = today
        self._remember = remember
        self._tools = tools
        self._tray = tray
        self.mode = DAY
        self.day = today
        self.wanted = Filter()
        self._columns = recall(remember)
        self.showing = Showing(today)
        self.page = BoardPage()
        self.board = self.page.board
        self.board.keep_zoom(remember)
        self._empty: Emptiness | None = None
        self._people: PeopleTable | None = None
        self.page.day_wanted.connect(self.day_opened)
        self.addWidget(self.page)

    @cached_property
    def overview(self) -> Overview:
        """Days as squares: a fortnight or a month."""
        from castapp.ui.screens.schedule.overview.grid import Overview

        made = Overview()
        made.opened.connect(self.day_opened)
        self.addWidget(made)
        return made

    @property
    def people(self) -> PeopleTable:
        """A row for each dancer."""
        if self._people is None:
            from castapp.ui.screens.schedule.people.table import PeopleTable

            self._people = made = PeopleTable()
            made.person_chosen.connect(self.person_chosen)
            made.block_chosen.connect(self.block_chosen)
            made.opened.connect(self.people_opened)
            self.addWidget(made)
        return self._people

    @property
    def empty(self) -> Emptiness:
        """The card on a board without calls."""
        if self._empty is None:
            from castapp.ui.screens.schedule.emptiness import Emptiness

            self._empty = Emptiness(self.board.viewport())
            self._empty.chosen.connect(self.way_chosen)
        return self._empty

    @property
    def columns(self) -> ColumnChoice:
        """Which studios are shown, in which order and how wide; kept when it changes."""
        return self._columns

    @columns.setter
    def columns(self, choice: ColumnChoice) -> None:
        self._columns = choice
        keep(self._remember, choice)

    @property
    def shown(self) -> QWidget:
        """The one that is up."""
        if self.mode in SPANS:
            return self.overview
        return self.people if self.mode == PEOPLE else self.board

    def turn(self, mode: str) -> None:
        """Bring a view up; the keyboard goes along."""
        focused = QApplication.focusWidget()
        kept = focused is not None and self.isAncestorOf(focused)
        self.mode = mode
        self._tools.choose(mode)
        shown = self.shown
        self.setCurrentWidget(self.page if shown is self.board else shown)
        if kept:
            self.shown.setFocus()

    def show_book(self, book: Book) -> None:
        """Fill what is up, and the tool row and the tray with it."""
        view = self.showing.view(book, self.mode, self.day)
        shown = self.columns.arranged(view.columns)
        view = replace(view, columns=shown, weights=self.columns.weights(shown))
        self.board.show_view(view)
        self.board.show_sites(away(book))
        self._tray.show_cards(view.tray)
        self._tray.setVisible(self.mode == DAY or (self.mode == WEEK and bool(view.tray)))
        self._show_empty(book, view.days)
        if self.mode == DAY:
            self._tools.show_post(post_state(book, self.day, self._today))
        elif self.mode == WEEK:
            self._tools.show_legend(legend(view))
        elif self.mode == PEOPLE:
            self._show_people(book)
        else:
            self._show_overview(book)

    def show_chosen(self) -> None:
        """Mark among the people what is selected on the board."""
        if self._people is not None:
            self._people.show_chosen(self.board.selected_ids())

    def set_empty_aside(self, aside: bool) -> None:
        """Take the card of an empty board out of the way, or put it back."""
        if self._empty is not None:
            self._empty.set_aside(aside)

    def arrange(self, what: str, studio_id: str | None) -> None:
        """Change the columns: "left", "right", "wider", "narrower", "hide", "all"."""
        columns, choice = self.board.view.columns, self.columns
        if what in ("left", "right"):
            choice = choice.moved(studio_id, 1 if what == "right" else -1, columns)
        elif what in ("wider", "narrower"):
            choice = choice.widened(studio_id, 1 if what == "wider" else -1)
        else:
            choice = choice.hide(studio_id) if what == "hide" else choice.show()
        self.columns = choice

    def card(self, book: Book, record_id: str) -> Card | None:
        """A card of the board, or of a call that is not on it."""
        row = self.board.cards.row_of(record_id)
        if row is not None:
            return self.board.cards.cards[row]
        call = book.find(Call, record_id)
        return call_card(book, call) if call is not None else None

    def tell_now(self, book: Book) -> None:
        """Draw the line of this minute on the company's clock."""
        there = ZoneInfo(company(book).zone) if book.count(Company) else None
        now = datetime.now(there)
        on_today = now.date() == self._today
        self.board.show_now((now.date(), now.hour * 60 + now.minute) if on_today else None)

    def _show_empty(self, book: Book, days: Sequence[date]) -> None:
        if book.count(Studio) and any(working_calls(book, one) for one in days):
            if self._empty is not None:
                self._empty.show_words(None)
            return
        from castapp.ui.screens.schedule.empty_words import empty_words

        self.empty.show_words(empty_words(book, days, self.day))

    def _show_people(self, book: Book) -> None:
        from castapp.services.day_limits import allowed
        from castapp.ui.screens.schedule.people.rows import people_view

        view = people_view(book, self.day, self.showing.with_week(self.day), self.wanted)
        casts = cast_choices(book, self.wanted.production_id)
        self._tools.filters.show_choices(rank_choices(book), production_choices(book), casts)
        self._tools.show_people(view.summary)
        today = book.where(Performance, "day", self.day)
        shows = sum(one.state != "cancelled" for one in today)
        self.people.show_view(view, allowed(book, shows, shows))
        self.show_chosen()

    def _show_overview(self, book: Book) -> None:
        from castapp.ui.screens.schedule.overview.days import short_days

        days = shown_days(book, self.mode, self.day)
        of_month = self.day if self.mode == MONTH else None
        short = short_days(book, days, self._today, of_month)
        self.overview.show_days(short, self.day)
        shown = [one for one in short if not one.aside]
        calls, shows = sum(one.calls for one in shown), sum(len(one.shows) for one in shown)
        works = {name: colour for one in shown for name, colour, _ in one.works}
        told = f"{calls} calls · {shows} {'show' if shows == 1 else 'shows'}"
        self._tools.show_overview(told, list(works.items()))
