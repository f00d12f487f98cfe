"""The Schedule screen: the board with its tool row, tray and inspector."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.availability import Absence, Participation
from castapp.domain.book import Book
from castapp.domain.calls import Attendance, Call, Called
from castapp.domain.casting import BillItem, Cast, Casting, Override, Performance
from castapp.domain.company import Company, Journey, RuleSetting, Site, Studio
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding, Ref
from castapp.domain.office import AcceptedBreach, Posting
from castapp.domain.people import Engagement, Person
from castapp.domain.repertory import Production, Role, Section
from castapp.services.calls import copy_day, remove_calls
from castapp.services.findings import findings, new_findings
from castapp.ui.reading import day_words
from castapp.ui.screen import Heading, Screen, ScreenContext
from castapp.ui.screens.schedule.appraiser import Appraiser
from castapp.ui.screens.schedule.board import Board
from castapp.ui.screens.schedule.cards import Card, by_record, call_card
from castapp.ui.screens.schedule.deeds import Deeds
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.emptiness import Emptiness
from castapp.ui.screens.schedule.empty_words import (
    COPY,
    NEW,
    STUDIOS,
    WORK,
    empty_words,
    free_calls,
)
from castapp.ui.screens.schedule.inspection import (
    inspect_day,
    inspect_one,
    inspect_week,
    week_words,
)
from castapp.ui.screens.schedule.inspector import ScheduleInspector
from castapp.ui.screens.schedule.menu import card_menu
from castapp.ui.screens.schedule.posted import changes, post_state, week_state
from castapp.ui.screens.schedule.present import (
    BoardView,
    day_view,
    legend,
    week_of,
    week_view,
)
from castapp.ui.screens.schedule.tools import DAY, Tools
from castapp.ui.screens.schedule.tray import Tray
from castapp.ui.screens.schedule.zones import Tip

SHOWN_KINDS = (
    Company, RuleSetting, Site, Journey, Studio, Person, Engagement, Production, Section, Role,
    Cast, Casting, Performance, BillItem, Override, Call, Called, Attendance, Absence,
    Participation, Posting, AcceptedBreach,
)  # fmt: skip
_NO_KEYS = Qt.KeyboardModifier.NoModifier


class ScheduleScreen(Screen):
    """One selection, kept when the day turns into the week and back."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._day = context.today
        self._mode = DAY
        self._findings: dict[str, tuple[Finding, ...]] = {}
        self.board = Board()
        self.tray = Tray()
        self.tools = Tools()
        self.tool_row = self.tools
        self.panel = ScheduleInspector(context, self._again)
        self.inspector = self.panel
        self.appraiser = Appraiser(new_findings, self)
        self.deeds = Deeds(context, self.board, self)
        self.empty = Emptiness(self.board.viewport())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.board, 1)
        column.addWidget(self.tray)
        self.setFocusProxy(self.board)
        self._connect()

    def heading(self) -> Heading:
        if self._mode == DAY:
            return Heading(day_words(self._day), steps=True)
        return Heading(week_words(week_of(self.context.book, self._day)), steps=True)

    def present(self, book: Book, edit: Edit | None) -> None:
        if edit is None or edit.touches(*SHOWN_KINDS):
            self._show(book)

    def show_day(self, day: date) -> None:
        self._day = day
        self.deeds.day = day
        self._show(self.context.book)

    def stepped(self, day: date, direction: int) -> date:
        return day + timedelta(days=direction * (1 if self._mode == DAY else 7))

    def reveal(self, ref: Ref) -> bool:
        record = self.context.book.find(ref.kind, ref.id)
        if isinstance(record, Called):
            return self.reveal(Ref(Call, record.call_id))
        if not isinstance(record, Call | Performance):
            return isinstance(record, Studio)
        day = record.day
        if day not in self.board.view.days:
            self.context.go_to(day)
        if ref.kind is Call and self.tray.select(ref.id):
            return True
        self.board.select([ref.id], ref.id)
        self.board.scrollTo(self.board.currentIndex())
        self.board.setFocus()
        return self.board.current_id() == ref.id

    def set_active(self, active: bool) -> None:
        if not active:
            self.board.hand.cancel()
            self.appraiser.stop()

    def act(self, action: str) -> bool:
        if action in ("schedule.day", "schedule.week"):
            self.show_mode(action.removeprefix("schedule."))
            return True
        if action == "edit.rename":
            self._open_inspector(self.panel.call.title)
            return True
        if action == "inspect":
            self._open_inspector()
            return True
        if action == "edit.find":
            self.board.setFocus()
            return True
        return self.deeds.act(action)

    def show_mode(self, mode: str) -> None:
        """Show the day or the week; what is selected stays selected."""
        if mode == self._mode:
            return
        chosen = self._chosen_card()
        if mode == DAY and chosen is not None and chosen.stand.day != self._day:
            self.context.go_to(chosen.stand.day)
        self._mode = mode
        self.tools.views.choose(mode)
        self._show(self.context.book)
        self.heading_changed.emit()

    def _connect(self) -> None:
        board, tray, deeds = self.board, self.tray, self.deeds
        board.chosen.connect(self._inspect)
        board.opened.connect(lambda _key: self._open_inspector())
        board.drag_changed.connect(self._drag_changed)
        board.hand.appraise = self._appraise
        board.hand.over_tray = self._over_tray
        self.appraiser.zones_found.connect(board.hand.show_zones)
        tray.chosen.connect(self._tray_chosen)
        tray.opened.connect(lambda _key: self._open_inspector())
        for source in (tray, self.panel.week):
            source.lifted.connect(
                lambda card, point: board.hand.lift_from_tray(card, self._on_board(point))
            )
            source.dragged.connect(lambda point: board.hand.move(self._on_board(point), _NO_KEYS))
            source.dropped.connect(
                lambda point: board.hand.release(self._on_board(point), _NO_KEYS)
            )
            source.given_up.connect(board.hand.cancel)
        self.tools.view_chosen.connect(self.show_mode)
        self.tools.new_wanted.connect(lambda: self.act("schedule.new"))
        self.tools.post_wanted.connect(self.deeds.post)
        self.tools.changes_wanted.connect(self._choose_changed)
        self.panel.week.opened.connect(lambda key: self.reveal(Ref(Call, key)))
        self.empty.chosen.connect(self._begin)
        board.customContextMenuRequested.connect(self._open_menu)
        deeds.created.connect(lambda _key: self._open_inspector())

    def _show(self, book: Book) -> None:
        chosen = self._chosen_id()
        view = self._view(book)
        self.board.show_view(view)
        self.tray.show_cards(view.tray)
        self._follow(chosen)
        self.tray.setVisible(self._mode == DAY)
        if self._mode == DAY:
            self.tools.show_post(post_state(book, self._day, self.context.today))
        else:
            self.tools.show_legend(legend(view))
        self.empty.show_words(empty_words(book, view.days, self._day))
        self._inspect()

    def _chosen_id(self) -> str:
        """The one record selected, on the board or in the tray; "" for none or several."""
        ids = self.board.selected_ids() or [self.tray.selected_id()]
        return ids[0] if len(ids) == 1 else ""

    def _follow(self, chosen: str) -> None:
        """Keep a call selected that went from the board into the tray or out of it."""
        if not chosen or self.board.selected_ids():
            return
        if self.board.cards.row_of(chosen) is not None:
            self.board.select([chosen], chosen)
        else:
            self.tray.select(chosen)

    def _view(self, book: Book) -> BoardView:
        days = (self._day,) if self._mode == DAY else week_of(book, self._day)
        found = findings(book, days[0], days[-1]) if book.count(Company) else []
        self._findings = dict(by_record(found))
        changed = {key: was for day in days for key, was in changes(book, day).items()}
        if self._mode == DAY:
            return day_view(book, self._day, found, changed)
        states = {day: week_state(book, day) for day in days}
        return week_view(book, self._day, self.context.today, found, changed, states)

    def _inspect(self) -> None:
        """Show what is selected on the board, else in the tray, else the day or the week."""
        book, ids = self.context.book, self.board.selected_ids()
        if ids:
            self.tray.list.clearSelection()
        waiting = self.tray.selected_id()
        if len(ids) > 1:
            cards = [card for card in self.board.view.cards if card.id in ids]
            self.panel.show_several(cards)
        elif ids or waiting:
            self._inspect_one(ids[0] if ids else waiting)
        elif self._mode == DAY:
            inspect_day(self.panel, book, self._day)
        else:
            inspect_week(self.panel, book, self._day, self.board.view.tray)

    def _inspect_one(self, record_id: str) -> None:
        card = self._card(record_id)
        if card is not None:
            found = self._findings.get(record_id, ())
            inspect_one(self.panel, self.context.book, card, found)

    def _tray_chosen(self, record_id: str) -> None:
        self.board.select([])
        self._inspect_one(record_id)

    def _open_inspector(self, field: QWidget | None = None) -> None:
        """Put the keyboard into the inspector."""
        self.context.open_inspector()
        if field is not None:
            field.setFocus()
        elif self.panel.call.isVisible():
            self.panel.call.focus_first()

    def _again(self) -> None:
        """An edit was put back: show what the book has."""
        self._show(self.context.book)

    def _appraise(self, held: tuple[Held, ...], copying: bool) -> Tip | None:
        """What it costs to let go here; the rest of the day is judged meanwhile."""
        book, drag = self.context.book, self.board.hand.drag
        if drag is None:
            return None
        if len(held) == 1 and not copying and drag.part in ("body", "tray"):
            hours = (self.board.plan.first, self.board.plan.last)
            studios = self.board.view.studios
            self.appraiser.scan(book, drag.held[0], held[0].day, studios, hours)
        return self.appraiser.tip(book, drag.held, held, copying=copying)

    def _drag_changed(self) -> None:
        if not self.board.hand.holding:
            self.appraiser.stop()
        self.empty.set_aside(self.board.hand.holding)

    def _over_tray(self, point: QPoint) -> bool:
        return self.tray.isVisible() and self.tray.rect().contains(self.tray.mapFromGlobal(point))

    def _on_board(self, point: QPoint) -> QPoint:
        return self.board.viewport().mapFromGlobal(point)

    def _choose_changed(self) -> None:
        self.board.select([card.id for card in self.board.view.cards if card.changed])

    def _begin(self, way: str) -> None:
        """A way was taken from the card of an empty board."""
        words, book = self.empty.words, self.context.book
        if way == NEW:
            self.deeds.act("schedule.new")
        elif way == STUDIOS:
            self.context.jump(self._day, "settings")
        elif way == COPY and words is not None and words.source is not None:
            self.context.commit(copy_day(book, words.source, self._day))
        elif way == WORK:
            free = [call.id for call in free_calls(book, self._day)]
            self.context.commit(remove_calls(book, free))

    def _open_menu(self, point: QPoint) -> None:
        """The menu over what is selected; the card under the pointer becomes that first."""
        card = self.board.card_at(point)
        if card is not None and card.id not in self.board.selected_ids():
            self.board.select([card.id], card.id)
        menu = card_menu(self.board, self.act)
        menu.popup(self.board.viewport().mapToGlobal(point))

    def _chosen_card(self) -> Card | None:
        return self._card(self.board.current_id())

    def _card(self, record_id: str) -> Card | None:
        row = self.board.cards.row_of(record_id)
        if row is not None:
            return self.board.cards.cards[row]
        call = self.context.book.find(Call, record_id)
        return call_card(self.context.book, call) if call is not None else None
