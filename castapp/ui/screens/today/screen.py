"""The Today screen: three columns of blocks; every line is a button to where it is dealt with.

`context.services` may carry out commands of the program (see `Program`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.services.findings import findings, gathered
from castapp.ui import fonts
from castapp.ui.house_clock import house_time
from castapp.ui.screen import Heading, Screen, ScreenContext
from castapp.ui.screens.today.begin import Step, first_steps
from castapp.ui.screens.today.lines import Block, Line, ShowLine, day_words
from castapp.ui.screens.today.present import Page, coming, lately_lines, page
from castapp.ui.screens.today.rows import LineButton, ShowButton
from castapp.ui.widgets.bar import Rule
from castapp.ui.widgets.empty import EmptyState
from castapp.ui.widgets.label import Label

LATELY = 4


class Does(Protocol):
    """The program around the window."""

    def do(self, action: str) -> None: ...


class TodayScreen(Screen):
    """The morning page. It has no inspector and no findings strip: it is both."""

    shows_findings = False

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def heading(self) -> Heading:
        return Heading("Today")

    def present(self, book: Book, edit: Edit | None) -> None:
        today = self.context.today
        first, last = coming(today)
        steps = first_steps(book)
        at = self._area.verticalScrollBar().value()
        if steps and not (book.count(Call) or book.count(Performance)):
            self._area.setWidget(self._beginning(day_words(today), steps))
        else:
            found = gathered(findings(book, first, last))
            shown = page(book, today, found, lately_lines(self._lately(today)))
            self._area.setWidget(self._body(shown))
        self._area.verticalScrollBar().setValue(at)

    def _lately(self, today: date) -> list[tuple[str, str, str]]:
        told = []
        for entry in self.context.desk.history(LATELY):
            at = house_time(self.context.book, entry.at)
            day = at.date()
            hour = f"{at.hour}.{at.minute:02d}"
            words = hour if day == today else f"{at:%a} {hour}"
            if today - day > timedelta(days=6):
                words = f"{at.day} {at:%b}"
            told.append((entry.author, entry.label, words))
        return told

    def _beginning(self, heading: str, steps: Sequence[Step]) -> QWidget:
        """The page of a company that has nothing to show yet: what to do first."""
        card = EmptyState(
            "sparkles",
            "Begin with these three",
            "Once there are people, a ballet and a show, this page says every morning what is on, "
            "who is off and what must be posted.",
            ways=tuple((step.way, step.icon, step.link, step.about) for step in steps),
        )
        card.chosen.connect(self._begin)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(32, 24, 32, 32)
        column.setSpacing(24)
        column.addWidget(Label(heading, fonts.PAGE))
        column.addWidget(card)
        column.addStretch(1)
        return body

    def _begin(self, way: str) -> None:
        kind, _, name = way.partition(".")
        if kind == "screen":
            self.context.jump(self.context.today, name)
        elif self.context.services is not None:
            cast(Does, self.context.services).do(way)

    def _body(self, shown: Page) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(32, 24, 32, 32)
        column.setSpacing(0)
        column.addWidget(Label(shown.heading, fonts.PAGE))
        column.addSpacing(4)
        column.addWidget(Label(shown.sentence, fonts.Type(15, 20), "t2", wrap=True))
        column.addSpacing(24)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        left = self._column(shown.today, below=0 if shown.shows else 24)
        for show in shown.shows:
            left.insertWidget(left.count() - 1, self._show(show))
        if shown.shows:
            left.insertSpacing(left.count() - 1, 24)
        left.insertWidget(left.count() - 1, self._block(shown.tomorrow))
        columns.addLayout(left, 464)
        columns.addLayout(self._column(*shown.middle), 400)
        columns.addLayout(self._column(*shown.right), 376)
        column.addLayout(columns)
        column.addStretch(1)
        return body

    def _column(self, *blocks: Block, below: int = 24) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        for block in blocks:
            column.addWidget(self._block(block, below))
        column.addStretch(1)
        return column

    def _block(self, block: Block, below: int = 24) -> QWidget:
        widget = QWidget()
        widget.setAccessibleName(block.heading)
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, below)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(block.heading, fonts.TABLE, weight=600))
        head.addWidget(Label(block.aside, fonts.TABLE, "t2"), 1)
        column.addLayout(head)
        column.addSpacing(8)
        column.addWidget(Rule())
        buttons = [LineButton(line) for line in block.lines]
        about_from = max((each.main_width for each in buttons), default=0) if block.aligned else 0
        for button, line in zip(buttons, block.lines, strict=True):
            button.align(about_from)
            button.clicked.connect(lambda _=False, line=line: self._go(line))
            column.addWidget(button)
        if not block.lines:
            column.addSpacing(8)
            column.addWidget(Label(block.empty, fonts.TABLE, "t2", wrap=True))
        return widget

    def _show(self, show: ShowLine) -> QWidget:
        button = ShowButton(show)
        button.clicked.connect(lambda: self.context.jump(show.target, "schedule"))
        return button

    def _go(self, line: Line) -> None:
        target: Ref | date = self.context.today if line.target is None else line.target
        self.context.jump(target, line.screen)
