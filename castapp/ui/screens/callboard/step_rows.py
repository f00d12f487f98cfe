"""The steps of a paper, drawn: a check, a filled dot, a ring, always with the word beside it.

An issue that has been posted is a button: pressed, it is read as it was posted.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.callboard.steps import DONE, MORE, NEXT, Step
from castapp.ui.widgets.drawing import focus_ring, plate, shows_focus, words
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
        return _size(self._step)

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(QPainter(self), self._step, self.rect())


class IssueRow(QAbstractButton):
    """An issue that has been posted, or how many earlier ones there are; pressed, they are read."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.step = step
        does = "Show the earlier issues" if step.opens == MORE else "Read it as it was posted"
        self.setAccessibleName(step.spoken)
        self.setAccessibleDescription(does)
        self.setToolTip(plain_tip(f"{step.spoken}\n{does}"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return _size(self.step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            plate(painter, self.rect(), theme.current().panel)
        _paint(painter, self.step, self.rect())
        if shows_focus(self):
            focus_ring(painter, self.rect())


def _size(step: Step) -> QSize:
    return QSize(200, TALL if step.about else ROW)


def _paint(painter: QPainter, step: Step, rect: QRect) -> None:
    tokens = theme.current()
    middle = 16 if step.about else rect.height() // 2
    _paint_dot(painter, step, middle)
    aside = fonts.font(fonts.TABLE)
    width = QFontMetrics(aside).horizontalAdvance(step.aside)
    ink = tokens.tone("breach") if step.late else tokens.t2
    room = QRect(rect.width() - width, middle - 8, width + 1, 16)
    words(painter, room, step.aside, aside, ink)
    face = fonts.font(fonts.BODY, 600 if step.mark == NEXT else 400)
    tone = tokens.accent_t if step.opens else tokens.t1 if step.mark in (DONE, NEXT) else tokens.t2
    left = rect.width() - width - 8 - TEXT
    words(painter, QRect(TEXT, middle - 8, left, 16), step.word, face, tone)
    if step.about:
        small = QRect(TEXT, middle + 8, rect.width() - TEXT, 14)
        words(painter, small, step.about, fonts.font(fonts.LABEL), tokens.t2)


def _paint_dot(painter: QPainter, step: Step, middle: int) -> None:
    tokens = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dot = QRectF(0, middle - DOT / 2, DOT, DOT)
    if step.mark == DONE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.t2)
        painter.drawEllipse(dot)
        icons.paint_icon(painter, "check", tokens.surface, 3, middle - 5, 10)
    elif step.mark == NEXT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent)
        painter.drawEllipse(dot)
    else:
        painter.setPen(QPen(tokens.t3, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
    painter.restore()
