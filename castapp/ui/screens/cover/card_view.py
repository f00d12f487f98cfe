"""A way out of it as a card: its chain, what speaks against it, its figures, and taking it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.cover.card_lines import CardLine
from castapp.ui.screens.cover.cards import Card, Figure
from castapp.ui.screens.cover.lines import WordsLine
from castapp.ui.widgets.bar import Rule
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.choice import Tick
from castapp.ui.widgets.drawing import focus_ring, plate, shows_focus, words
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.label import Label

EDGE = 14
MOST_LETTERS = 500


@dataclass(frozen=True, slots=True)
class Ticks:
    """What is taken along: `off_words` say what would be set in Health ("" if all are off)."""

    also_off: bool = True
    put_in: bool = True
    off_words: str = ""


class CardView(QWidget):
    """`chosen` and `taken` carry the card's letter; the ticks what is taken along with it."""

    chosen = Signal(str)
    taken = Signal(str)
    off_ticked = Signal(bool)
    put_in_ticked = Signal(bool)

    def __init__(
        self, card: Card, ticks: Ticks, *, selected: bool, may_take: bool, opened: bool = False
    ) -> None:
        super().__init__()
        self.card = card
        self.off_tick: Tick | None = None
        self.put_in_tick: Tick | None = None
        self.reason: QLineEdit | None = None
        self._may_take = may_take and card.takeable
        self.selected = selected
        self.figures_button: Button | None = None
        self.take_button: Button | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(card.spoken + (". Chosen" if selected else ""))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        column.addLayout(self._head())
        for line in card.lines:
            column.addWidget(Rule(tone="line"))
            column.addWidget(WordsLine(line, EDGE))
        if selected:
            column.addWidget(Rule(tone="line"))
            column.addLayout(self._foot(ticks, may_take, opened))

    @property
    def figures_open(self) -> bool:
        """Whether its figures are shown."""
        return self.figures_button is not None and self.figures_button.isChecked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.card.letter)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.card.letter)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        plate(painter, self.rect(), tokens.surface, tokens.line2)
        if self.selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tokens.accent_t, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        if shows_focus(self):
            focus_ring(painter, self.rect())

    def _head(self) -> QHBoxLayout:
        card = self.card
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, 10, EDGE, 9)
        row.setSpacing(8)
        row.addWidget(Label(card.letter, weight=600))
        row.addWidget(Label(card.changes, weight=600))
        row.addWidget(Label(card.kind, tone="t2"), 1)
        row.addWidget(Label(card.aside, fonts.TABLE, card.aside_tone))
        return row

    def _why(self) -> Field:
        """A rule is broken: the reason is asked for here, and kept with it."""
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("e.g. agreed with the dancer")
        self.reason.setMaxLength(MOST_LETTERS)
        self.reason.setAccessibleName("Reason to take it although a rule is broken")
        self.reason.textChanged.connect(self._on_reason)
        self.reason.returnPressed.connect(self._on_return)
        return Field("A rule is broken: say why it is taken", self.reason)

    def _on_reason(self, text: str) -> None:
        if self.take_button is not None:
            self.take_button.setEnabled(bool(text.strip()) and self._may_take)

    def _on_return(self) -> None:
        if self.take_button is not None and self.take_button.isEnabled():
            self.take_button.click()

    def _foot(self, ticks: Ticks, may_take: bool, opened: bool) -> QVBoxLayout:
        card = self.card
        column = QVBoxLayout()
        column.setContentsMargins(EDGE, 9, EDGE - 8, 10)
        column.setSpacing(0)
        if card.put_ins:
            calls = "put-in call" if card.put_ins == 1 else f"{card.put_ins} put-in calls"
            self.put_in_tick = Tick(f"Add the {calls}")
            self.put_in_tick.setChecked(ticks.put_in)
            self.put_in_tick.toggled.connect(self.put_in_ticked)
            column.addWidget(self.put_in_tick)
        if ticks.off_words:
            self.off_tick = Tick("Also set off in Health", name=ticks.off_words)
            self.off_tick.setToolTip(ticks.off_words)
            self.off_tick.setChecked(ticks.also_off)
            self.off_tick.toggled.connect(self.off_ticked)
            column.addWidget(self.off_tick)
        if self.put_in_tick or self.off_tick:
            column.addSpacing(8)
        if card.breaks:
            column.addWidget(self._why())
            column.addSpacing(8)
        self.take_button = Button(take_words(card), "check", Kind.FILLED)
        self.take_button.clicked.connect(lambda: self.taken.emit(card.letter))
        self.take_button.setEnabled(card.takeable and may_take and not card.breaks)
        self.figures_button = Button(f"Figures {card.total}", kind=Kind.QUIET, arrow=True)
        self.figures_button.setCheckable(True)
        self.figures_button.setToolTip("What it is ranked by; lower is better among its kind")
        row = QHBoxLayout()
        row.addWidget(self.take_button)
        row.addStretch(1)
        row.addWidget(self.figures_button)
        column.addLayout(row)
        figures = QWidget()
        beneath = QVBoxLayout(figures)
        beneath.setContentsMargins(0, 8, 0, 0)
        beneath.setSpacing(0)
        for figure in card.figures:
            beneath.addWidget(FigureRow(figure))
        figures.setVisible(opened)
        self.figures_button.setChecked(opened)
        self.figures_button.toggled.connect(figures.setVisible)
        column.addWidget(figures)
        return column


def take_words(card: Card) -> str:
    """What the button says: Recast as A; Recast as A, Swans 9 stays open."""
    if not card.recasts:
        return "Hand on the calls"
    said = f"Recast as {card.letter}"
    if card.stays_open:
        return f"{said}, {card.stays_open}"
    return f"{said} all the same" if card.breaks else said


class FigureRow(QWidget):
    """A number that opens to what it is added up from."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.head = _FigureHead(figure)
        self.beneath = QWidget()
        inner = QVBoxLayout(self.beneath)
        inner.setContentsMargins(0, 0, 0, 6)
        inner.setSpacing(0)
        for text in figure.beneath:
            inner.addWidget(WordsLine(CardLine("minus", "", text, "t2"), 4))
        self.beneath.hide()
        self.head.toggled.connect(self.beneath.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.beneath)


class _FigureHead(QAbstractButton):
    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self._figure = figure
        self.setCheckable(True)
        self.setText(figure.name)
        self.setAccessibleName(f"{figure.name}, {figure.value}")
        self.setAccessibleDescription("Opens to what it is added up from")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), tokens.hair)
        sign = "chevron-down" if self.isChecked() else "chevron-right"
        icons.paint_icon(painter, sign, tokens.t3, 2, 4, icons.INLINE)
        face = fonts.font(fonts.TABLE)
        room = self.rect().adjusted(22, 0, -2, 0)
        words(painter, room, self._figure.name, face, tokens.t2)
        right = Qt.AlignmentFlag.AlignRight
        number = fonts.font(fonts.TABLE, 500, figures=True)
        words(painter, room, self._figure.value, number, tokens.t1, right)
        if shows_focus(self):
            focus_ring(painter, self.rect())
