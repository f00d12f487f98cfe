"""The Health screen: the board by status, the inspector of one dancer, the locked part in it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from castapp.domain.availability import Absence, Injury, Participation
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.domain.roster import dancers
from castapp.ui.reading import day_words
from castapp.ui.screen import Heading, ScreenContext
from castapp.ui.screens.health.board import Board, Touch
from castapp.ui.screens.health.heads import ColumnHead, Counts, FullHead
from castapp.ui.screens.health.inspector import HealthInspector
from castapp.ui.screens.health.model import LIMITS, BoardModel
from castapp.ui.screens.health.names import NameColumns
from castapp.ui.screens.health.present import board, facts
from castapp.ui.screens.health.touches import Touching
from castapp.ui.sealed_screen import SealedScreen
from castapp.ui.widgets.bar import ToolRow
from castapp.ui.widgets.button import TOOL_HEIGHT, Button, Kind
from castapp.ui.widgets.empty import EmptyState, stacked
from castapp.ui.widgets.pick import Option, PickField, finder_of
from castapp.ui.widgets.table import DataTable

WIDTHS = (200, 400, 80, 136, 152)


class HealthScreen(SealedScreen):
    """Who may do what on a day. Whoever is chosen is edited in the inspector."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._day = context.today
        self._person = ""
        self._by_hand = False
        self._touching: Touching | None = None
        self._session.changed.connect(self._show_session)
        self.model = BoardModel(self)
        self.table = DataTable("Who may not do everything")
        self.table.setModel(self.model)
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.set_widths(*WIDTHS, stretch=LIMITS)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.selected.connect(self._choose_row)
        self.names = NameColumns()
        self.names.selected.connect(self._choose)
        self.log_button = Button("", "plus", Kind.FILLED, height=TOOL_HEIGHT)
        self.log_button.clicked.connect(self.log)
        self.who = PickField(finder_of(()), name="Dancer")
        self.who.setPlaceholderText("Which dancer?")
        self.who.setFixedWidth(200)
        self.who.picked.connect(self._picked)
        self.counts = Counts()
        self.tool_row = ToolRow()
        self.cover = Button("Cover tonight", "repeat-2", height=TOOL_HEIGHT)
        self.cover.clicked.connect(self._cover)
        self.tool_row.add_left(self.log_button, self.cover, self.who)
        self.tool_row.add_right(self.counts)
        self.details = HealthInspector(context, self._session)
        self.details.shown_there.connect(self._go)
        self.inspector = self.details
        self._lay_out()
        self._show_session()

    def heading(self) -> Heading:
        return Heading(day_words(self._day), steps=True)

    def present(self, book: Book, edit: Edit | None) -> None:
        self._touching = Touching(book, self._day)
        shown = board(book, self._day, self._touching, self.context.today)
        self._show_board(shown)
        if self._person not in shown.people:
            self._by_hand = False
            self._person = shown.people[0] if shown.people else ""
        self._mark()
        self._show_person(book)

    def show_day(self, day: date) -> None:
        if day != self._day:
            self._day = day
            self.present(self.context.book, None)

    def reveal(self, ref: Ref) -> bool:
        person_id = _person_of(self.context.book, ref)
        if person_id not in {who.id for who in dancers(self.context.book, self._day)}:
            return False
        self._choose(person_id)
        self._mark()
        return True

    def act(self, action: str) -> bool:
        if action == "edit.find":
            self.who.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.who.selectAll()
            return True
        return False

    def log(self) -> None:
        """Go to the status of the dancer chosen, or to the form when the locked part is open."""
        if not self._person:
            self.who.setFocus()
        elif self._session.is_open:
            self.details.log()
        else:
            self.details.begin()

    def _lay_out(self) -> None:
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self._full_head = FullHead()
        inner.addWidget(self.table)
        inner.addWidget(self._full_head)
        inner.addWidget(self.names)
        inner.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(body)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ColumnHead(self.table))
        column.addWidget(self._area, 1)
        state = EmptyState(
            "heart-pulse",
            "Nobody to look after yet",
            "Who is off, who may do what, and until when: all dancers under contract stand here "
            "by what they may do. Bring them in on Company.",
            "Go to Company",
            button_icon="users-round",
        )
        state.started.connect(lambda: self.context.jump(Ref(Person, ""), "company"))
        self._stack = stacked(self, filled, state)

    def _show_board(self, shown: Board) -> None:
        self.table.blockSignals(True)
        self.model.show_board(shown)
        self.table.blockSignals(False)
        height = sum(self.table.rowHeight(row) for row in range(self.model.rowCount()))
        self.table.setFixedHeight(height)
        self.table.setVisible(self.model.rowCount() > 0)
        self.names.show_names(shown.full)
        self._full_head.show_count(len(shown.full))
        self.counts.show_board(shown)
        people = {row.person_id: (row.name, row.status) for row in shown.rows}
        people |= {one.person_id: (one.name, "full") for one in shown.full}
        self.who.set_finder(
            finder_of([Option(key, name, status=word) for key, (name, word) in people.items()])
        )
        self.log_button.setEnabled(bool(people))
        self._stack.setCurrentIndex(0 if people else 1)

    def _choose_row(self, person_id: str) -> None:
        if person_id:
            self._choose(person_id)
            self.names.choose("")

    def _choose(self, person_id: str) -> None:
        self._person = person_id
        self._by_hand = True
        if self.names.hasFocus():
            self.table.clearSelection()
        self._show_person(self.context.book)

    def _cover(self) -> None:
        """Who takes the roles of the dancer chosen; while nobody is, who is off is asked there."""
        if self._by_hand:
            self.context.jump(Ref(Person, self._person), "cover")
        else:
            self.context.jump(self._day, "cover")

    def _picked(self, person_id: str) -> None:
        if person_id:
            self._choose(person_id)
            self._mark()
            self.who.show_option(None)
            self.log()

    def _mark(self) -> None:
        """Mark whoever is chosen where they stand; that is not choosing them."""
        by_hand = self._by_hand
        if self.names.choose(self._person):
            self.table.clearSelection()
            self.table.setCurrentIndex(self.model.index(-1, 0))
        elif self.table.select_key(self._person):
            self._area.ensureVisible(
                0, self.table.visualRect(self.table.currentIndex()).center().y(), 0, 60
            )
        self._by_hand = by_hand

    def _show_person(self, book: Book) -> None:
        day, person_id = self._day, self._person
        today = self.context.today
        chosen = facts(book, person_id, day, self._touching, today) if person_id else None
        self.details.show_facts(book, chosen, self._day)

    def _show_session(self) -> None:
        open_ = self._session.is_open
        self.log_button.set_text("Log an injury" if open_ else "Set off or modified")

    def _go(self, touch: Touch) -> None:
        if touch.kind == "day":
            self.context.jump(date.fromisoformat(touch.ref_id), "schedule")
        elif touch.kind == "call":
            self.context.jump(Ref(Call, touch.ref_id), "schedule")
        else:
            self.context.jump(Ref(Performance, touch.ref_id), "casting")
            if touch.role_id:
                self.context.jump(Ref(Role, touch.role_id), "casting")


def _person_of(book: Book, ref: Ref) -> str:
    if ref.kind is Person:
        return ref.id
    if ref.kind in (Participation, Absence, Injury):
        record = book.find(ref.kind, ref.id)
        return str(getattr(record, "person_id", ""))
    return ""
