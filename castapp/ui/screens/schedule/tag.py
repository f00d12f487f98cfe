"""The tags in an inspector's head: FIRM, TENTATIVE, what was changed since posting."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from castapp.ui import fonts, theme
from castapp.ui.widgets.drawing import focus_ring, plate

HEIGHT = 18


class StateTag(QPushButton):
    """A call's state as a small framed word; pressing it asks for the other state."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_state(self, state: str, colour: str) -> None:
        """Show firm, tentative or cancelled, in a production's colours if it has some."""
        self._colour = colour
        self.setText(state.upper())
        self.setAccessibleName(f"State: {state}. Press to change it")
        other = "firm" if state != "firm" else "tentative"
        self.setToolTip(f"Make it {other}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(fonts.font(fonts.TINY, 600)).horizontalAdvance(self.text())
        return QSize(width + 10, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        pair = tokens.pair(self._colour)
        firm = self.text() == "FIRM"
        fill = pair.tint if firm and self._colour else tokens.panel
        border = pair.line if firm and self._colour else tokens.t3
        plate(painter, self.rect(), fill, border, 3, dashed=not firm)
        painter.setFont(fonts.font(fonts.TINY, 600))
        painter.setPen(pair.text if firm and self._colour else tokens.t2)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.hasFocus():
            focus_ring(painter, self.rect(), 3)
