"""The right column: looking, then the solutions, then what was taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from castapp.ui import fonts, theme
from castapp.ui.screens.cover.card_lines import CardLine
from castapp.ui.screens.cover.card_view import CardView, Ticks
from castapp.ui.screens.cover.cards import Card
from castapp.ui.screens.cover.compare_view import CompareView
from castapp.ui.screens.cover.comparing import Compared
from castapp.ui.screens.cover.lines import WordsLine
from castapp.ui.screens.cover.taken_panel import TakenPanel
from castapp.ui.widgets.bar import Bar
from castapp.ui.widgets.button import TOOL_HEIGHT, Button, Kind
from castapp.ui.widgets.drawing import plate
from castapp.ui.widgets.flow import FlowLayout
from castapp.ui.widgets.label import Label

WIDTH, NARROW = 424, 360
LOOKING, CARDS, TAKEN = 0, 1, 2
READY = (("slip", "Change slip", "file-diff"), ("callsheet", "Call sheet", "clipboard-list"))


class Right(QWidget):
    """`chosen` and `taken` carry a card's letter; `stopped` when nobody wants to wait;
    `ready_wanted` a paper as it would be with the card chosen.
    """

    chosen = Signal(str)
    taken = Signal(str)
    stopped = Signal()
    taken_again = Signal()
    off_ticked = Signal(bool)
    put_in_ticked = Signal(bool)
    compare_toggled = Signal(bool)
    ready_wanted = Signal(str)
    people_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.panel = TakenPanel()
        self.cards: list[CardView] = []
        self.ready: dict[str, Button] = {}
        self._title = Label("", weight=600)
        self._order = Label("", tone="t2", align=Qt.AlignmentFlag.AlignRight)
        self._says = Label("", fonts.TABLE, "t2", wrap=True)
        self.again = Button("What was taken", "chevron-right", height=TOOL_HEIGHT)
        self.again.clicked.connect(self.taken_again)
        self._looking = Label("Looking for ways out of it", tone="t2")
        self._part = Meter()
        self._comparison: CompareView | None = None
        self._to_tell: Plate | None = None
        self.compare = Button("Compare", kind=Kind.QUIET, height=TOOL_HEIGHT)
        self.compare.setCheckable(True)
        self.compare.toggled.connect(self.compare_toggled)
        self.stop = Button("Stop", height=TOOL_HEIGHT)
        self.stop.clicked.connect(self.stopped)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._waiting())
        self._stack.addWidget(self._solutions())
        self._stack.addWidget(self.panel)

    @property
    def reason(self) -> str:
        """The reason typed on the card chosen, "" for none."""
        fields = (one.reason for one in self.cards if one.reason is not None)
        return next((field.text().strip() for field in fields), "")

    @property
    def page(self) -> int:
        """Which page is shown: LOOKING, CARDS or TAKEN."""
        return self._stack.currentIndex()

    def show_page(self, page: int) -> None:
        """Show a page."""
        self._stack.setCurrentIndex(page)

    def show_progress(self, part: float, words: str) -> None:
        """Say how far the search is."""
        self._looking.setText(words)
        self._part.show_part(part)

    def show_cards(
        self, heading: tuple[str, str], cards: Sequence[Card], letter: str, says: str, ticks: Ticks,
        *, may_take: bool, again: bool,
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
            view = CardView(
                card, ticks, selected=card.letter == letter, may_take=may_take, opened=opened
            )
            view.off_ticked.connect(self.off_ticked)
            view.put_in_ticked.connect(self.put_in_ticked)
            view.chosen.connect(self.chosen)
            view.taken.connect(self.taken)
            above = self._comparison is not None
            self._column.insertWidget(place + above, view)
            self.cards.append(view)
            if focused == card.letter:
                view.setFocus()
        if self._to_tell is not None:
            self.show_to_tell(())
        self._says.setText(says)
        self._says.setVisible(bool(says))
        self.again.setVisible(again)
        self.compare.setVisible(len(cards) > 1)
        chosen = next((one for one in cards if one.letter == letter and one.takeable), None)
        self._ready.setVisible(chosen is not None)
        self._foot.setVisible(again or chosen is not None)
        if chosen is not None:
            self._ready_for.setText(f"With {chosen.letter}, ready to send")
            self.ready["slip"].setVisible(chosen.recasts)
            many = chosen.to_tell
            self.people.setVisible(bool(many))
            self.people.set_text(f"{many} {'person' if many == 1 else 'people'} to tell")

    def show_comparison(self, lines: Sequence[Compared], letter: str) -> None:
        """Show the ways out side by side over the cards; without lines, no more."""
        if self._comparison is not None:
            self._column.removeWidget(self._comparison)
            self._comparison.hide()
            self._comparison.deleteLater()
            self._comparison = None
        if lines:
            self._comparison = CompareView(lines, letter)
            self._column.insertWidget(0, self._comparison)
            self._area.verticalScrollBar().setValue(0)

    def show_to_tell(self, lines: Sequence[CardLine]) -> None:
        """Show who must be told, under the cards; asked again, no more."""
        again = self._to_tell is not None
        if self._to_tell is not None:
            self._column.removeWidget(self._to_tell)
            self._to_tell.hide()
            self._to_tell.deleteLater()
            self._to_tell = None
        if not again and lines:
            self._to_tell = Plate("To be told", lines)
            self._column.insertWidget(0, self._to_tell)
            self._area.verticalScrollBar().setValue(0)

    @property
    def comparison(self) -> CompareView | None:
        """The table of the ways out side by side, while it is shown."""
        return self._comparison

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._order.setVisible(self.width() >= WIDTH)

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
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._part)
        column.addStretch(1)
        return page

    def _solutions(self) -> QWidget:
        page = QWidget()
        head = Bar(36, line="line2")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        row.addWidget(self._order)
        row.addWidget(self.compare)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(12)
        self._column.addWidget(self._says)
        self._column.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        for each in (area.viewport(), inside):
            each.setAutoFillBackground(False)
        self._foot = self._lay_foot()
        column = QVBoxLayout(page)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(area, 1)
        column.addWidget(self._foot)
        return page

    def _lay_foot(self) -> QWidget:
        """What is ready to send with the card chosen, and the way back to what was taken."""
        foot = Foot()
        inner = QVBoxLayout(foot)
        inner.setContentsMargins(16, 10, 16, 10)
        inner.setSpacing(6)
        self._ready = QWidget()
        ready = QVBoxLayout(self._ready)
        ready.setContentsMargins(0, 0, 0, 0)
        ready.setSpacing(6)
        self._ready_for = Label("", fonts.LABEL, "t2")
        ready.addWidget(self._ready_for)
        holder = QWidget()
        flow = FlowLayout(holder, 6)
        for paper, text, icon in READY:
            button = Button(text, icon, height=TOOL_HEIGHT)
            button.clicked.connect(lambda _=False, paper=paper: self.ready_wanted.emit(paper))
            self.ready[paper] = button
            flow.addWidget(button)
        self.people = Button("", "phone", height=TOOL_HEIGHT)
        self.people.clicked.connect(self.people_wanted)
        flow.addWidget(self.people)
        ready.addWidget(holder)
        inner.addWidget(self._ready)
        inner.addWidget(self.again, 0, Qt.AlignmentFlag.AlignRight)
        return foot


class Plate(QWidget):
    """Lines on a plate, under a heading."""

    def __init__(self, heading: str, lines: Sequence[CardLine]) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 8, 2, 4)
        column.setSpacing(0)
        head = Label(heading, weight=600)
        head.setContentsMargins(14, 0, 14, 4)
        column.addWidget(head)
        for line in lines:
            column.addWidget(WordsLine(line))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        plate(QPainter(self), self.rect(), tokens.surface, tokens.line2)


class Foot(QWidget):
    """The ground of the foot, with a line over it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(0, 0, self.width(), 1, tokens.line2)


class Meter(QWidget):
    """How far something is, as a thin line that grows."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedHeight(3)

    def show_part(self, part: float) -> None:
        """Show so much of it done, 0 to 1."""
        self._part = part
        self.setAccessibleName(f"{part * 100:.0f} % done")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, round(self.width() * self._part), 3, theme.current().accent_t)
