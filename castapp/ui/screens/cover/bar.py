"""The bar on top: what has nobody, who is off, and the countdown."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.cover.countdown import Countdown
from castapp.ui.widgets.drawing import words

HEIGHT = 48


class CountdownBar(QWidget):
    """One line, drawn. It is read out whole."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = Countdown("", "", "", ())
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_countdown(self, shown: Countdown) -> None:
        """Say this instead."""
        if shown != self._shown:
            self._shown = shown
            said = ", ".join(one for one in (shown.sentence, shown.aside, *shown.times) if one)
            self.setAccessibleName(said)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, shown = theme.current(), self._shown
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(0, HEIGHT - 1, self.width(), 1, tokens.line2)
        signal = tokens.findings.get(shown.severity)
        icon = signal.icon if signal else "circle-check"
        ink = signal.ink if signal else tokens.participation["full"]
        icons.paint_icon(painter, icon, ink, 16, 14, 20)
        right = self._paint_times(painter)
        room = QRect(44, 0, right - 60, HEIGHT - 1)
        used = words(painter, room, shown.sentence, fonts.font(fonts.TITLE), tokens.t1)
        aside = room.adjusted(used + 10, 1, 0, 1)
        if aside.width() > 40:
            words(painter, aside, shown.aside, fonts.font(fonts.BODY), tokens.t2)

    def _paint_times(self, painter: QPainter) -> int:
        """The times from the right; answers where they begin."""
        tokens = theme.current()
        right = self.width() - 16
        for place, text in enumerate(reversed(self._shown.times)):
            face = fonts.font(fonts.BODY, 400 if place else 600, figures=True)
            room = QRect(16, 0, right - 16, HEIGHT - 1)
            ink = tokens.t2 if place else tokens.t1
            right -= words(painter, room, text, face, ink, Qt.AlignmentFlag.AlignRight) + 12
            if place < len(self._shown.times) - 1:
                painter.fillRect(right, 15, 1, 18, tokens.line2)
                right -= 12
        return right
