"""The headings of the Health screen: the columns' names, the counts, the line over the names."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from castapp.ui import fonts, theme
from castapp.ui.screens.health.board import Board
from castapp.ui.screens.health.model import COLUMNS, TOUCHES
from castapp.ui.widgets.cells import EDGE, PAD
from castapp.ui.widgets.drawing import words
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.marks import SIZE as MARK
from castapp.ui.widgets.marks import STATUS_WORDS, ParticipationMark
from castapp.ui.widgets.table import HEADER_HEIGHT, DataTable

COUNTED = (
    ("full", "Full"),
    ("modified", "Modified"),
    ("rehab only", "Rehab"),
    ("off", "Off"),
    ("away", "Leave"),
)


class ColumnHead(QWidget):
    """The columns' names, above what scrolls."""

    def __init__(self, table: DataTable) -> None:
        super().__init__()
        self._table = table
        self.setFixedHeight(HEADER_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.panel)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line2)
        face = fonts.font(fonts.TABLE, 600)
        for column, text in enumerate(COLUMNS):
            left = self._table.columnViewportPosition(column)
            first, last = column == 0, column == TOUCHES
            room = QRect(left, 0, self._table.columnWidth(column), self.height())
            room.adjust(EDGE + MARK + 10 if first else PAD, 0, -(EDGE if last else PAD), 0)
            align = Qt.AlignmentFlag.AlignRight if last else Qt.AlignmentFlag.AlignLeft
            words(painter, room, text, face, tokens.t1, align)


class FullHead(QWidget):
    """The heading above the names."""

    def __init__(self) -> None:
        super().__init__()
        self._count = Label("", fonts.TABLE, "t2")
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 0, EDGE, 1)
        row.setSpacing(8)
        row.addWidget(ParticipationMark("full"))
        row.addWidget(Label(STATUS_WORDS["full"], fonts.TABLE, weight=600))
        row.addWidget(self._count, 1)
        self.setFixedHeight(28)

    def show_count(self, count: int) -> None:
        """Say how many."""
        self._count.setText(str(count))
        self.setVisible(count > 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.panel)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)


class Counts(QWidget):
    """How many are in which status, each with its mark and word."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._numbers: dict[str, Label] = {}
        for status, word in COUNTED:
            number = self._numbers[status] = Label("", fonts.TABLE, weight=600, figures=True)
            row.addWidget(ParticipationMark(status))
            row.addSpacing(2)
            row.addWidget(number)
            row.addWidget(Label(word, fonts.TABLE, "t2"))
            row.addSpacing(10)

    def show_board(self, shown: Board) -> None:
        """Count this board."""
        for status, number in self._numbers.items():
            number.setText(str(shown.count(status)))
            number.updateGeometry()
