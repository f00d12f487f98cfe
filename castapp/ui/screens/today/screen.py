"""The Today screen: three columns of blocks; every line is a button to where it is dealt with."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.services.findings import findings, gathered
from castapp.ui import fonts
from castapp.ui.screen import Heading, Screen, ScreenContext
from castapp.ui.screens.today.lines import Block, Line, ShowLine
from castapp.ui.screens.today.present import Page, coming, lately_lines, page
from castapp.ui.screens.today.rows import LineButton, ShowButton
from castapp.ui.widgets.bar import Rule
from castapp.ui.widgets.label import Label

LATELY = 4


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
        found = gathered(findings(book, first, last))
        shown = page(book, today, found, lately_lines(self._lately(today)))
        at = self._area.verticalScrollBar().value()
        self._area.setWidget(self._body(shown))
        self._area.verticalScrollBar().setValue(at)

    def _lately(self, today: date) -> list[tuple[str, str, str]]:
        told = []
        for entry in self.context.desk.history(LATELY):
            at = entry.at.astimezone()
            day = at.date()
            hour = f"{at.hour}.{at.minute:02d}"
            words = hour if day == today else f"{at:%a} {hour}"
            if today - day > timedelta(days=6):
                words = f"{at.day} {at:%b}"
            told.append((entry.author, entry.label, words))
        return told

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
        for line in block.lines:
            button = LineButton(line)
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
