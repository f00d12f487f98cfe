"""The Schedule screen: its views with the tool row, the tray and the inspector."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.ui.announce import say
from castapp.ui.screen import Heading, Screen, ScreenContext
from castapp.ui.screens.schedule.acting import fill_empty, own_acts, write_in
from castapp.ui.screens.schedule.all_day.lines import add_day_line, day_lines
from castapp.ui.screens.schedule.all_day.strip import DayLines
from castapp.ui.screens.schedule.deeds import Deeds
from castapp.ui.screens.schedule.dragging import Dragging
from castapp.ui.screens.schedule.inspector import LATER as PANES_LATER
from castapp.ui.screens.schedule.inspector import ScheduleInspector
from castapp.ui.screens.schedule.looking import Looking, shown_words
from castapp.ui.screens.schedule.menu import card_menu, column_menu
from castapp.ui.screens.schedule.modes import DAY, PEOPLE
from castapp.ui.screens.schedule.people.filters import Filter
from castapp.ui.screens.schedule.period import heading, stepped
from castapp.ui.screens.schedule.revealing import reveal
from castapp.ui.screens.schedule.shown_kinds import SHOWN_KINDS
from castapp.ui.screens.schedule.tools import Tools
from castapp.ui.screens.schedule.tray import Tray
from castapp.ui.screens.schedule.typed_call.writer import CallWriter
from castapp.ui.screens.schedule.views import LATER as VIEWS_LATER
from castapp.ui.screens.schedule.views import Views

if TYPE_CHECKING:
    from castapp.ui.screens.schedule.card_finder import CardFinder
    from castapp.ui.screens.schedule.copying.copier import Copier
    from castapp.ui.screens.schedule.people.table import PeopleTable
    from castapp.ui.screens.schedule.search.finder import Finder
    from castapp.ui.screens.schedule.side.list import SideList
    from castapp.ui.screens.schedule.side.putting import Putting

MINUTE_MS = 60_000
PACKAGE = "castapp.ui.screens.schedule"


class ScheduleScreen(Screen):
    """One selection, kept when the day turns into the week, into people, and back.

    What is not seen at first is imported and built when it is wanted.
    """

    later: ClassVar[tuple[str, ...]] = tuple(
        f"{PACKAGE}.{name}" for name in (*PANES_LATER, *VIEWS_LATER, "side.putting")
    )

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.tray = Tray()
        self.lines = DayLines()
        self.tools = Tools()
        self.tool_row = self.tools
        self.panel = ScheduleInspector(context, self.show_anew)
        self.inspector = self.panel
        self.views = Views(context.today, self.tools, self.tray, context.remember)
        self.board = self.views.board
        self.dragging = Dragging(context, self.board, self.tray)
        self.appraiser = self.dragging.appraiser
        self.deeds = Deeds(context, self.board, self)
        self.looking = Looking(context, self.views, self.tray, self.panel)
        self.writer = CallWriter(context, self.board, self.deeds, self)
        self._filled = False
        self._finder: Finder | None = None
        self._copier: Copier | None = None
        self._putting: Putting | None = None
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._acts = own_acts(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.lines)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self.views, 1)
        column.addLayout(self._middle, 1)
        column.addWidget(self.tray)
        self.setFocusProxy(self.board)
        self.views.setFocusProxy(self.board)
        self.tray.setFocusProxy(self.tray.list)
        self.parts = (self.views, self.tray)
        self._connect()

    @property
    def people(self) -> PeopleTable:
        """The people's view."""
        return self.views.people

    @cached_property
    def side(self) -> SideList:
        """Sections, roles and people to be put on the board; folded away at first."""
        from castapp.ui.screens.schedule.side.list import SideList

        made = SideList()
        made.hide()
        self._middle.insertWidget(0, made)
        return made

    @cached_property
    def card_finder(self) -> CardFinder:
        """Finds a card, or a dancer, of what is shown."""
        from castapp.ui.screens.schedule.card_finder import CardFinder

        return CardFinder(self.views, self.tray)

    @property
    def putting(self) -> Putting:
        """Puts what is taken from the side list on the board."""
        if self._putting is None:
            from castapp.ui.screens.schedule.side.putting import Putting

            self._putting = Putting(self.context, self.board, self.people, self.side, self.deeds)
        return self._putting

    @property
    def finder(self) -> Finder:
        """Finds places and offers them on the board."""
        if self._finder is None:
            from castapp.ui.screens.schedule.search.finder import Finder

            look = self.looking.inspect
            self._finder = Finder(self.context, self.board, self.deeds, self.panel, look)
        return self._finder

    @property
    def copier(self) -> Copier:
        """Copies the days shown."""
        if self._copier is None:
            from castapp.ui.screens.schedule.copying.copier import Copier

            self._copier = Copier(self.context, self.deeds, self.panel, self.looking.inspect)
        return self._copier

    def heading(self) -> Heading:
        return Heading(heading(self.context.book, self.views.mode, self.views.day), steps=True)

    def present(self, book: Book, edit: Edit | None) -> None:
        if edit is None or edit.touches(*SHOWN_KINDS):
            self._filled = True
            self._show(book)
            self.deeds.tell_gone(edit)

    def show_day(self, day: date) -> None:
        turned = day != self.views.day
        self.views.day = day
        self.deeds.day = day
        if self._filled:
            self._show(self.context.book)
            if turned and self.isVisible():
                say(self, shown_words(self.context.book, self.views))

    def stepped(self, day: date, direction: int) -> date:
        return stepped(self.views.mode, day, direction)

    def reveal(self, ref: Ref) -> bool:
        return reveal(self, ref)

    def set_active(self, active: bool) -> None:
        self.views.tell_now(self.context.book)
        if active:
            self._minute.start()
        else:
            self._minute.stop()
            self.dragging.stop()

    def act(self, action: str) -> bool:
        own = self._acts.get(action)
        if own is None:
            return self.deeds.act(action)
        own()
        return True

    def show_mode(self, mode: str) -> None:
        """Show another view; what is selected stays selected."""
        if mode == self.views.mode:
            return
        card = self.views.card(self.context.book, self.board.current_id())
        if mode in (DAY, PEOPLE) and card is not None and card.stand.day != self.views.day:
            self.context.go_to(card.stand.day)
        focused = QApplication.focusWidget()
        goes_along = focused is not None and self.views.isAncestorOf(focused)
        self.context.clear()
        self.writer.leave()
        self.views.turn(mode)
        for asked in (self, self.views):
            asked.setFocusProxy(self.views.shown)
        self._show(self.context.book)
        if goes_along:
            self.views.shown.setFocus()
        self.heading_changed.emit()

    def _connect(self) -> None:
        board, tools, deeds, views = self.board, self.tools, self.deeds, self.views
        board.opened.connect(lambda _key: self.open_inspector())
        board.top.menu_wanted.connect(self._open_column_menu)
        board.drag_changed.connect(self._set_empty_aside)
        board.customContextMenuRequested.connect(self._open_menu)
        self.writer.changed.connect(self._set_empty_aside)
        self.tray.opened.connect(lambda _key: self.open_inspector())
        self.lines.opened.connect(self._open_line)
        self.lines.wanted.connect(
            lambda kind: deeds.commit(lambda book: add_day_line(book, views.day, kind))
        )
        self.lines.removed.connect(lambda key: deeds.take_out([key]))
        views.people_opened.connect(self.open_inspector)
        views.day_opened.connect(self._open_day)
        views.way_chosen.connect(lambda way: fill_empty(self, way))
        self.panel.record_wanted.connect(self.reveal)
        self.panel.call_wanted.connect(self.writer.begin)
        board.drawn.connect(lambda held: write_in(self, held))
        tools.view_chosen.connect(self.show_mode)
        tools.filter_chosen.connect(self._choose_filter)
        tools.side_wanted.connect(lambda: self.act("schedule.side"))
        tools.copy_wanted.connect(lambda: self.act("schedule.copy"))
        tools.find_wanted.connect(lambda: self.act("schedule.find"))
        tools.new_wanted.connect(lambda: self.act("schedule.new"))
        tools.post_wanted.connect(lambda: self.act("schedule.post"))
        tools.changes_wanted.connect(self._choose_changed)
        self._minute.timeout.connect(lambda: views.tell_now(self.context.book))

    def _show(self, book: Book) -> None:
        chosen = self.looking.one
        self.views.show_book(book)
        if self.views.mode == DAY:
            self.lines.show_lines(day_lines(book, self.views.day))
        self.lines.setVisible(self.views.mode == DAY)
        self.looking.follow(chosen)
        if self._putting is not None:
            self._putting.refill()
        for under_way in (self._finder, self._copier):
            if under_way is not None:
                under_way.leave()
        self.looking.inspect()

    def show_anew(self) -> None:
        """Show what the book has: an edit was put back, or the columns are others."""
        self._show(self.context.book)

    def _open_line(self, ref: Ref) -> None:
        """An all-day line was pressed: show its record, on the board if it stands there."""
        if self.board.cards.row_of(ref.id) is not None:
            self.reveal(ref)
        else:
            self.looking.inspect_aside(ref.id)

    def _open_day(self, day: date) -> None:
        """A day of the overview, or its head in the week, was pressed."""
        self.show_mode(DAY)
        self.context.go_to(day)

    def _choose_filter(self, wanted: Filter) -> None:
        self.views.wanted = wanted
        self._show(self.context.book)

    def open_inspector(self, field: QWidget | None = None) -> None:
        """Put the keyboard into the inspector."""
        self.context.open_inspector()
        if field is not None:
            field.setFocus()
        elif self.panel.call.isVisible():
            self.panel.call.focus_first()

    def _set_empty_aside(self) -> None:
        self.views.set_empty_aside(self.board.hand.holding or self.writer.writing)

    def _choose_changed(self) -> None:
        self.board.select([card.id for card in self.board.view.cards if card.changed])

    def _open_column_menu(self, studio_id: str | None, where: QPoint) -> None:
        """The menu of a studio's head."""

        def arrange(what: str) -> None:
            self.views.arrange(what, studio_id)
            self._show(self.context.book)

        column_menu(self.board, arrange).popup(where)

    def _open_menu(self, point: QPoint) -> None:
        """The menu over what is selected; the card under the pointer becomes that first."""
        card = self.board.card_at(point)
        if card is not None and card.id not in self.board.selected_ids():
            self.board.select([card.id], card.id)
        menu = card_menu(self.board, self.act, len(self.board.selected_calls()))
        menu.popup(self.board.viewport().mapToGlobal(point))
