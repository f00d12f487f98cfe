"""Rows of facts in the inspector: a label, what is, or what was and would be."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.workload.facts import Line
from castapp.ui.widgets.drawing import words
from castapp.ui.widgets.tips import plain_tip

HEIGHT = 28
_AFTER = 124


class FactRow(QWidget):
    """One line; read out whole."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line
        told = f"{line.before}, then {line.value}" if line.before else line.value
        self.setAccessibleName(f"{line.label}: {told}")
        self.setToolTip(plain_tip(told) if not line.before else "")
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, line = theme.current(), self.line
        painter = QPainter(self)
        painter.fillRect(0, HEIGHT - 1, self.width(), 1, tokens.line)
        room = QRect(0, 0, self.width(), HEIGHT - 1)
        used = words(painter, room, line.label, fonts.font(fonts.TABLE), tokens.t2)
        right = Qt.AlignmentFlag.AlignRight
        ink = tokens.tone(line.tone)
        rest = room.adjusted(used + 12, 0, 0, 0)
        if not line.before:
            words(painter, rest, line.value, fonts.font(fonts.TABLE), ink, right)
            return
        face = fonts.font(fonts.TABLE, 600)
        words(painter, rest, line.value, face, ink, right)
        middle = room.right() - _AFTER
        icons.paint_icon(painter, "arrow-right", tokens.t2, middle, 6, icons.INLINE)
        before = QRect(rest.left(), 0, middle - 8 - rest.left(), HEIGHT - 1)
        words(painter, before, line.before, fonts.font(fonts.TABLE), tokens.t1, right)
