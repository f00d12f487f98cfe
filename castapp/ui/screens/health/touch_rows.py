"""What a status touches, as lines that lead there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.health.board import Touch
from castapp.ui.widgets.drawing import focus_ring, shows_focus, words
from castapp.ui.widgets.tips import plain_tip

HEIGHT = 38


class TouchButton(QAbstractButton):
    """Two lines: what and when, and why; a triangle where it stands in the way, else a check."""

    def __init__(self, touch: Touch) -> None:
        super().__init__()
        self.touch = touch
        self.setText(touch.title)
        self.setAccessibleName(touch.words)
        self.setToolTip(plain_tip(f"{touch.title}, {touch.when}\n{touch.reason}"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, touch = theme.current(), self.touch
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), tokens.hair)
        breach = tokens.findings["breach"]
        icon, ink = (breach.icon, breach.ink) if touch.against else ("check", tokens.t2)
        icons.paint_icon(painter, icon, ink, 0, 3)
        room = QRect(24, 2, self.width() - 24, 17)
        right = Qt.AlignmentFlag.AlignRight
        when = touch.when if touch.title != touch.when else ""
        face = fonts.font(fonts.TABLE, figures=True)
        taken = words(painter, room, when, face, tokens.t2, right)
        title = room.adjusted(0, 0, -(taken + 8 if taken else 0), 0)
        words(painter, title, touch.title, fonts.font(fonts.TABLE, 600), tokens.t1)
        words(painter, room.translated(0, 16), touch.reason, fonts.font(fonts.TABLE), tokens.t2)
        if shows_focus(self):
            focus_ring(painter, self.rect())
