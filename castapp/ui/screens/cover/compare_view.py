"""The table of the ways out side by side, in the right column; each line opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.cover.card_lines import CardLine
from castapp.ui.screens.cover.cards import LETTERS
from castapp.ui.screens.cover.comparing import Compared
from castapp.ui.screens.cover.lines import WordsLine
from castapp.ui.widgets.drawing import focus_ring, plate, shows_focus, words

ROW = 26
COLUMN = 52
EDGE = 14


class CompareView(QWidget):
    """A plate with a line a number; the letters of the ways out stand over their columns."""

    def __init__(self, lines: Sequence[Compared], letter: str) -> None:
        super().__init__()
        self.setAccessibleName("The solutions side by side")
        self.rows = [_Row(one) for one in lines]
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 8)
        column.setSpacing(0)
        column.addWidget(_Letters(len(lines[0].values) if lines else 0, letter))
        for row in self.rows:
            beneath = _beneath(row.line)
            beneath.hide()
            row.toggled.connect(beneath.setVisible)
            column.addWidget(row)
            column.addWidget(beneath)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        plate(QPainter(self), self.rect(), tokens.surface, tokens.line2)


class _Letters(QWidget):
    def __init__(self, many: int, letter: str) -> None:
        super().__init__()
        self._letters = LETTERS[:many]
        self._chosen = letter
        self.setFixedHeight(ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        for place, letter in enumerate(self._letters):
            ink = tokens.accent_t if letter == self._chosen else tokens.t1
            room = _room(self.rect(), place, len(self._letters))
            face = fonts.font(fonts.BODY, 600)
            words(painter, room, letter, face, ink, Qt.AlignmentFlag.AlignRight)


class _Row(QAbstractButton):
    """A number of each way out; it opens to what they are made of."""

    def __init__(self, line: Compared) -> None:
        super().__init__()
        self.line = line
        self.setCheckable(True)
        self.setText(line.name)
        said = ", ".join(f"{letter} {value}"
                         for letter, value in zip(LETTERS, line.values, strict=False))  # fmt: skip
        self.setAccessibleName(f"{line.name}: {said}")
        self.setAccessibleDescription("Opens to what it is made of")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), tokens.hair)
        painter.fillRect(EDGE, 0, self.width() - 2 * EDGE, 1, tokens.line)
        sign = "chevron-down" if self.isChecked() else "chevron-right"
        icons.paint_icon(painter, sign, tokens.t3, EDGE - 4, 6, icons.INLINE)
        name = self.rect().adjusted(EDGE + 16, 0, -COLUMN * len(self.line.values) - EDGE, 0)
        words(painter, name, self.line.name, fonts.font(fonts.TABLE), tokens.t2)
        number = fonts.font(fonts.TABLE, 500, figures=True)
        for place, value in enumerate(self.line.values):
            room = _room(self.rect(), place, len(self.line.values))
            words(painter, room, value, number, tokens.t1, Qt.AlignmentFlag.AlignRight)
        if shows_focus(self):
            focus_ring(painter, self.rect())


def _room(rect: QRect, place: int, many: int) -> QRect:
    left = rect.right() - EDGE - COLUMN * (many - place) + 1
    return QRect(left, rect.y(), COLUMN, rect.height())


def _beneath(line: Compared) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(12, 0, 0, 6)
    column.setSpacing(0)
    for letter, texts in zip(LETTERS, line.beneath, strict=False):
        for text in texts or ("nothing",):
            column.addWidget(WordsLine(CardLine("minus", letter, text, "t2"), 4))
    return holder
