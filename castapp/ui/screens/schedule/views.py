"""The board, the people and the overview: one of them up, all filled from the book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Company
from castapp.domain.roster import company
from castapp.services.day_limits import allowed
from castapp.ui.screens.schedule.board import Board
from castapp.ui.screens.schedule.cards import Card, call_card
from castapp.ui.screens.schedule.column_memory import keep, recall
from castapp.ui.screens.schedule.columns import ColumnChoice
from castapp.ui.screens.schedule.emptiness import Emptiness
from castapp.ui.screens.schedule.empty_words import empty_words
from castapp.ui.screens.schedule.modes import DAY, MONTH, PEOPLE, SPANS, WEEK
from castapp.ui.screens.schedule.overview.days import short_days
from castapp.ui.screens.schedule.overview.grid import Overview
from castapp.ui.screens.schedule.people.filters import (
    Filter,
    cast_choices,
    production_choices,
    rank_choices,
)
from castapp.ui.screens.schedule.people.rows import people_view
from castapp.ui.screens.schedule.people.table import PeopleTable
from castapp.ui.screens.schedule.period import shown_days
from castapp.ui.screens.schedule.posted import post_state
from castapp.ui.screens.schedule.present import legend
from castapp.ui.screens.schedule.showing import Showing
from castapp.ui.screens.schedule.tools import Tools
from castapp.ui.screens.schedule.tray import Tray


class Views(QStackedWidget):
    """Holds the mode, the day and whom to show. `day_opened` carries a day of the overview."""

    day_opened = Signal(object)

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
        self.board = Board()
        self.people = PeopleTable()
        self.overview = Overview()
        self.empty = Emptiness(self.board.viewport())
        for view in (self.board, self.people, self.overview):
            self.addWidget(view)
        self.overview.opened.connect(self.day_opened)

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
        self.setCurrentWidget(self.shown)
        if kept:
            self.shown.setFocus()

    def show_book(self, book: Book) -> None:
        """Fill what is up, and the tool row and the tray with it."""
        view = self.showing.view(book, self.mode, self.day)
        shown = self.columns.arranged(view.columns)
        view = replace(view, columns=shown, weights=self.columns.weights(shown))
        self.board.show_view(view)
        self._tray.show_cards(view.tray)
        self._tray.setVisible(self.mode == DAY)
        self.empty.show_words(empty_words(book, view.days, self.day))
        if self.mode == DAY:
            self._tools.show_post(post_state(book, self.day, self._today))
        elif self.mode == WEEK:
            self._tools.show_legend(legend(view))
        elif self.mode == PEOPLE:
            self._show_people(book)
        else:
            self._show_overview(book)

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

    def _show_people(self, book: Book) -> None:
        view = people_view(book, self.day, self.showing.with_week(self.day), self.wanted)
        casts = cast_choices(book, self.wanted.production_id)
        self._tools.filters.show_choices(rank_choices(book), production_choices(book), casts)
        self._tools.show_people(view.summary)
        today = book.where(Performance, "day", self.day)
        shows = sum(one.state != "cancelled" for one in today)
        self.people.show_view(view, allowed(book, shows, shows))
        self.people.show_chosen(self.board.selected_ids())

    def _show_overview(self, book: Book) -> None:
        days = shown_days(book, self.mode, self.day)
        of_month = self.day if self.mode == MONTH else None
        short = short_days(book, days, self._today, of_month)
        self.overview.show_days(short, self.day)
        shown = [one for one in short if not one.aside]
        calls, shows = sum(one.calls for one in shown), sum(len(one.shows) for one in shown)
        self._tools.show_overview(f"{calls} calls · {shows} {'show' if shows == 1 else 'shows'}")
