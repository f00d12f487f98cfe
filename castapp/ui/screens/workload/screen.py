"""The Workload screen: the heat map, sorted and filtered, and the inspector of one dancer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.availability import Absence, Participation
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.domain.roster import company, dancers
from castapp.domain.usual import LOAD, MINUTES
from castapp.domain.workload import READ
from castapp.services.whatif import WhatIf
from castapp.ui.reading import day_words
from castapp.ui.screen import Heading, ScreenContext
from castapp.ui.screens.workload import sentences
from castapp.ui.screens.workload.heat_view import HeatHead, HeatView
from castapp.ui.screens.workload.inspector import WorkloadInspector
from castapp.ui.screens.workload.legend import Legend
from castapp.ui.screens.workload.model import HeatModel
from castapp.ui.screens.workload.present import (
    BACK,
    NARROW_BACK,
    RANK_FIRST,
    USUAL_FIRST,
    Question,
    arranged,
    heat_rows,
)
from castapp.ui.sealed_screen import SealedScreen
from castapp.ui.widgets.bar import ToolRow
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.empty import EmptyState, stacked
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.segment import Choice, Segment

SORTS = ((USUAL_FIRST, "Most unusual first"), (RANK_FIRST, "By rank"))
SHOWN = (*READ, Call, Performance, Absence, Participation)
STEP = timedelta(days=7)
ROOMY = 780
"""Below this width (logical pixels) a week less is shown."""


class WorkloadScreen(SealedScreen):
    """Bands are shown if the company lets staff see them, or the medical part is open."""

    inspector_width: ClassVar[int] = 472

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._day = context.today
        self._person = ""
        self._measure = MINUTES
        self._sort = USUAL_FIRST
        self._back = BACK
        self._session.changed.connect(self._on_session)
        self.model = HeatModel(self)
        self.table = HeatView(self.model)
        self.table.today = context.today
        self.table.selected.connect(self._choose)
        self.table.day_chosen.connect(self._choose_day)
        self.head = HeatHead(self.table, self.model)
        self.legend = Legend()
        self.details = WorkloadInspector()
        self.details.cast_wanted.connect(self._cast)
        self.inspector = self.details
        self.locked = Segment(
            (Choice(MINUTES, "Hours"), Choice(LOAD, "Load", "lock")), name="Measure"
        )
        self.locked.setToolTip(sentences.LOAD_LOCKED)
        self.locked.chosen.connect(self._ask_for_load)
        self.unlocked = Segment(((MINUTES, "Hours"), (LOAD, "Load")), name="Measure")
        self.unlocked.chosen.connect(self._choose_measure)
        self.ranks = ChoiceField(name="Ranks")
        self.sort = ChoiceField(SORTS, name="Order")
        self.ranks.setFixedWidth(132)
        self.sort.setFixedWidth(164)
        self.ranks.chosen.connect(lambda _key: self._show_rows(self.context.book))
        self.sort.chosen.connect(self._choose_sort)
        self._range = Label("", tone="t2")
        self.tool_row = ToolRow()
        self.tool_row.add_left(
            self.locked, self.unlocked, self.tool_row.rule(), self.ranks, self.sort
        )
        self.tool_row.add_right(self._range)
        self._lay_out()

    def heading(self) -> Heading:
        return Heading(day_words(self._day), steps=True)

    def stepped(self, day: date, direction: int) -> date:
        return day + direction * STEP

    def present(self, book: Book, edit: Edit | None) -> None:
        if edit is not None and not edit.touches(*SHOWN):
            return
        everybody = dancers(book, self._day)
        self._stack.setCurrentIndex(0 if everybody else 1)
        ladder = company(book).ranks
        self.ranks.show_choices([("", "All ranks"), *((rank, rank) for rank in ladder)])
        if not self.ranks.key:
            self.ranks.choose("")
        open_ = self._session.is_open
        self.locked.setVisible(not open_)
        self.unlocked.setVisible(open_)
        self.unlocked.choose(self._measure)
        self._show_rows(book)

    def show_day(self, day: date) -> None:
        if day != self._day:
            self._day = day
            self.present(self.context.book, None)

    def reveal(self, ref: Ref) -> bool:
        if ref.kind is not Person or ref.id not in self._everybody():
            return False
        if not self.table.select_key(ref.id):
            self.ranks.choose("")
            self._show_rows(self.context.book)
            self.table.select_key(ref.id)
        return True

    def act(self, action: str) -> bool:
        if action == "edit.find":
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        back = BACK if self.width() >= ROOMY else NARROW_BACK
        if back != self._back:
            self._back = back
            if self.model.days:
                self._show_rows(self.context.book)

    @property
    def banded(self) -> bool:
        """Whether the own usual may be shown here."""
        return self._session.is_open or company(self.context.book).bands_for_staff

    def _asked(self) -> Question:
        return Question(
            self._day,
            self.context.today,
            self._measure,
            self.banded,
            self._back,
            self._session.is_open,
        )

    def _everybody(self) -> set[str]:
        return {who.id for who in dancers(self.context.book, self._day)}

    def _lay_out(self) -> None:
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(self.legend)
        state = EmptyState(
            "activity",
            "No hours yet",
            "Each dancer’s hours stand here, day by day, danced and planned, from calls and "
            "performances. Bring the dancers in on Company.",
            "Go to Company",
            button_icon="users-round",
        )
        state.started.connect(lambda: self.context.jump(Ref(Person, ""), "company"))
        self._stack = stacked(self, filled, state)

    def _show_rows(self, book: Book) -> None:
        asked = self._asked()
        if self._measure == LOAD:
            self._session.touch()
        self.sort.setEnabled(asked.banded)
        self.sort.choose(self._sort if asked.banded else RANK_FIRST)
        rows = arranged(heat_rows(book, asked), self.sort.key, self.ranks.key)
        self.model.show_rows(rows, asked.days)
        self._say(asked)
        if self.model.row_of(self._person) is None:
            self._person = rows[0].person_id if rows else ""
        if self._person and self.table.key != self._person:
            self.table.select_key(self._person)
        self._show_person(book, asked)

    def _say(self, asked: Question) -> None:
        first, last = asked.days[0], asked.days[-1]
        start = f"{first.day}" if first.month == last.month else f"{first.day} {first:%B}"
        self._range.setText(f"{start} – {last.day} {last:%B}")
        load = asked.measure == LOAD
        text = sentences.LEGEND_LOAD if load else sentences.LEGEND
        if not asked.banded:
            text = f"{sentences.LEGEND_PLAIN}. {sentences.NO_BANDS}"
        self.legend.show_words(text, banded=asked.banded, unknown=load)

    def _show_person(self, book: Book, asked: Question) -> None:
        end = asked.sum_day
        over = "7 days, AU" if asked.measure == LOAD else "7 days"
        row = self.model.row_of(self._person)
        self.head.show_pinned(row, (over, f"to {end:%a} {end.day}"), usual=asked.banded)
        self.details.show_person(book, self._person, replace(asked, back=BACK))

    def _choose(self, person_id: str) -> None:
        if person_id and person_id != self._person:
            self._person = person_id
            self._show_person(self.context.book, self._asked())

    def _choose_day(self, day: date) -> None:
        self.details.choose_day(day)

    def _choose_sort(self, sort: str) -> None:
        self._sort = sort
        self._show_rows(self.context.book)

    def _choose_measure(self, measure: str) -> None:
        self._measure = measure
        self._show_rows(self.context.book)

    def _ask_for_load(self, measure: str) -> None:
        """Load is locked: go where it is unlocked, with the dancer shown."""
        self.locked.choose(MINUTES)
        if measure == LOAD:
            self.context.jump(Ref(Person, self._person), "health")
            self.context.say(sentences.LOAD_THERE)

    def _on_session(self) -> None:
        if not self._session.is_open:
            self._measure = MINUTES
        self.present(self.context.book, None)

    def _cast(self, tried: WhatIf) -> None:
        self.context.commit(tried.edit)
