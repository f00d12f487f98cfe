"""Horizontal bars of the window: the tool row, and the ground they stand on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from castapp.ui import theme


class Bar(QWidget):
    """A strip of fixed height with a hairline at its foot (or head). `ground` is a token's name."""

    def __init__(
        self, height: int, ground: str = "panel", *, line: str = "line", at_top: bool = False
    ) -> None:
        super().__init__()
        self._ground = ground
        self._line = line
        self._at_top = at_top
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), getattr(tokens, self._ground))
        painter.setPen(getattr(tokens, self._line))
        y = 0 if self._at_top else self.height() - 1
        painter.drawLine(0, y, self.width(), y)


class Rule(QWidget):
    """A thin line between things, upright (in a row) or flat (in a column)."""

    def __init__(self, *, upright: bool = False, length: int = 18, tone: str = "line2") -> None:
        super().__init__()
        self._tone = tone
        if upright:
            self.setFixedSize(1, length)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), getattr(theme.current(), self._tone))


class ToolRow(Bar):
    """The 40 px row under the top bar: view switch and actions left, state and post right."""

    def __init__(self) -> None:
        super().__init__(40)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 1)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._left = 0

    def add_left(self, *widgets: QWidget) -> None:
        """Put widgets after those already at the left."""
        for widget in widgets:
            self._row.insertWidget(self._left, widget, 0, Qt.AlignmentFlag.AlignVCenter)
            self._left += 1

    def add_right(self, *widgets: QWidget) -> None:
        """Put widgets at the right end, in reading order."""
        for widget in widgets:
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def rule(self) -> Rule:
        """A thin upright line, to be put between groups."""
        return Rule(upright=True)
