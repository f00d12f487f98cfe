"""The right column: looking, then the solutions, then what was taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from castapp.ui import fonts, theme
from castapp.ui.screens.cover.card_view import CardView
from castapp.ui.screens.cover.cards import Card
from castapp.ui.screens.cover.taken_panel import TakenPanel
from castapp.ui.widgets.bar import Bar
from castapp.ui.widgets.button import TOOL_HEIGHT, Button
from castapp.ui.widgets.label import Label

WIDTH, NARROW = 424, 360
LOOKING, CARDS, TAKEN = 0, 1, 2


class Right(QWidget):
    """`chosen` and `taken` carry a card's letter; `stopped` when nobody wants to wait."""

    chosen = Signal(str)
    taken = Signal(str)
    stopped = Signal()
    taken_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.panel = TakenPanel()
        self.cards: list[CardView] = []
        self._title = Label("", weight=600)
        self._order = Label("", tone="t2", align=Qt.AlignmentFlag.AlignRight)
        self._says = Label("", fonts.TABLE, "t2", wrap=True)
        self.again = Button("What was taken", "chevron-right", height=TOOL_HEIGHT)
        self.again.clicked.connect(self.taken_again)
        self._looking = Label("Looking for ways out of it", tone="t2")
        self.stop = Button("Stop", height=TOOL_HEIGHT)
        self.stop.clicked.connect(self.stopped)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(1, 0, 0, 0)
        self._stack.addWidget(self._waiting())
        self._stack.addWidget(self._solutions())
        self._stack.addWidget(self.panel)

    @property
    def page(self) -> int:
        """Which page is shown: LOOKING, CARDS or TAKEN."""
        return self._stack.currentIndex()

    def show_page(self, page: int) -> None:
        """Show a page."""
        self._stack.setCurrentIndex(page)

    def show_progress(self, words: str) -> None:
        """Say how far the search is."""
        self._looking.setText(words)

    def show_cards(
        self, heading: tuple[str, str], cards: Sequence[Card], letter: str, says: str, *,
        may_take: bool, again: bool,
    ) -> None:  # fmt: skip
        """Show the ways out of it with one chosen, a sentence under them, the way to the last."""
        opened = any(one.figures_open for one in self.cards)
        focused = next((one.card.letter for one in self.cards if one.hasFocus()), "")
        self._title.setText(heading[0])
        self._order.setText(heading[1])
        for old in self.cards:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = []
        for place, card in enumerate(cards):
            view = CardView(card, selected=card.letter == letter, may_take=may_take, opened=opened)
            view.chosen.connect(self.chosen)
            view.taken.connect(self.taken)
            self._column.insertWidget(place, view)
            self.cards.append(view)
            if focused == card.letter:
                view.setFocus()
        self._says.setText(says)
        self._says.setVisible(bool(says))
        self._foot.setVisible(again)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.panel)
        painter.fillRect(0, 0, 1, self.height(), tokens.line2)

    def _waiting(self) -> QWidget:
        page = QWidget()
        head = Bar(36, line="line2")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 1)
        row.addWidget(self._looking, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(head)
        column.addStretch(1)
        return page

    def _solutions(self) -> QWidget:
        page = QWidget()
        head = Bar(36, line="line2")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 1)
        row.addWidget(self._title, 1)
        row.addWidget(self._order)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(12)
        self._column.addWidget(self._says)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        for each in (area.viewport(), inside):
            each.setAutoFillBackground(False)
        self._foot = Bar(44, at_top=True)
        across = QHBoxLayout(self._foot)
        across.setContentsMargins(16, 1, 16, 0)
        across.addStretch(1)
        across.addWidget(self.again)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(area, 1)
        column.addWidget(self._foot)
        return page
