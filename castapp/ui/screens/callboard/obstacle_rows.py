"""What stands in the way of posting: each finding a line that leads to where it is settled."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.callboard.present import Obstacle
from castapp.ui.widgets.drawing import focus_ring, plate, shows_focus

LEFT = 24
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)


class ObstacleRow(QAbstractButton):
    """A finding with its sign; pressed, it asks to be shown."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__()
        self.obstacle = obstacle
        self.setAccessibleName(f"{obstacle.severity}: {obstacle.sentence}")
        self.setToolTip("Show it on its screen")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(self.width() or 200))

    def heightForWidth(self, width: int) -> int:
        return self._who_height() + self._bounds(width).height() + 6

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        if self.underMouse():
            plate(painter, self.rect(), tokens.panel)
        signal = tokens.findings[self.obstacle.severity]
        icons.paint_icon(painter, signal.icon, signal.ink, 0, 3)
        painter.setPen(tokens.t1)
        top = 3
        if self.obstacle.head:
            painter.setFont(fonts.font(fonts.TABLE, 600))
            painter.drawText(QRect(LEFT, top, self.width() - LEFT, 16), 0, self.obstacle.head)
            top += self._who_height()
        painter.setFont(fonts.font(fonts.TABLE))
        room = QRect(LEFT, top, self.width() - LEFT, self.height() - top)
        painter.drawText(room, _WRAPPED, self.obstacle.what)
        if shows_focus(self):
            focus_ring(painter, self.rect())

    def _who_height(self) -> int:
        return 16 if self.obstacle.head else 0

    def _bounds(self, width: int) -> QRect:
        room = QRect(0, 0, max(width - LEFT, 40), 1000)
        metrics = QFontMetrics(fonts.font(fonts.TABLE))
        return metrics.boundingRect(room, _WRAPPED, self.obstacle.what)
