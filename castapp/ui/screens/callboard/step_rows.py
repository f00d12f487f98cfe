"""The steps of a paper, drawn: a check, a filled dot, a ring, always with the word beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.callboard.steps import DONE, NEXT, Step
from castapp.ui.widgets.drawing import words
from castapp.ui.widgets.tips import plain_tip

ROW, TALL = 32, 40
DOT = 16
TEXT = DOT + 12


class StepRow(QWidget):
    """One step. Who posted it stands in a second line."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self._step = step
        self.setAccessibleName(step.spoken)
        self.setToolTip(plain_tip(step.spoken))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, TALL if self._step.about else ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        step = self._step
        middle = 16 if step.about else self.height() // 2
        self._paint_dot(painter, middle)
        aside = fonts.font(fonts.TABLE)
        width = QFontMetrics(aside).horizontalAdvance(step.aside)
        ink = tokens.tone("breach") if step.late else tokens.t2
        room = QRect(self.width() - width, middle - 8, width + 1, 16)
        words(painter, room, step.aside, aside, ink)
        face = fonts.font(fonts.BODY, 600 if step.mark == NEXT else 400)
        tone = tokens.t1 if step.mark in (DONE, NEXT) else tokens.t2
        left = self.width() - width - 8 - TEXT
        words(painter, QRect(TEXT, middle - 8, left, 16), step.word, face, tone)
        if step.about:
            small = QRect(TEXT, middle + 8, self.width() - TEXT, 14)
            words(painter, small, step.about, fonts.font(fonts.LABEL), tokens.t2)

    def _paint_dot(self, painter: QPainter, middle: int) -> None:
        tokens = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dot = QRectF(0, middle - DOT / 2, DOT, DOT)
        if self._step.mark == DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.t2)
            painter.drawEllipse(dot)
            icons.paint_icon(painter, "check", tokens.surface, 3, middle - 5, 10)
        elif self._step.mark == NEXT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent)
            painter.drawEllipse(dot)
        else:
            painter.setPen(QPen(tokens.t3, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
