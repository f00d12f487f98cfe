"""Drawn signs: participation (shape and word, never colour alone), production swatch and spine."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from castapp.ui import theme
from castapp.ui.widgets.drawing import plate

SIZE = 12
STATUS_WORDS = {
    "full": "Full",
    "modified": "Modified",
    "rehab only": "Rehab only",
    "off": "Off",
    "away": "On leave or away",
}


def paint_participation(painter: QPainter, status: str, x: float, y: float) -> None:
    """Draw the 12 × 12 mark of a status with its top left corner at x, y.

    Ring: full; half-filled diamond: modified; hollow diamond: rehab only; square with a bar:
    off; broken ring: away. KeyError for any other word.
    """
    colour = theme.current().participation[status]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    pen = QPen(colour, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if status == "full":
        painter.setPen(pen)
        painter.drawEllipse(QRectF(2, 2, 8, 8))
    elif status == "away":
        pen.setDashPattern([1.2, 0.9])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawEllipse(QRectF(2, 2, 8, 8))
    elif status == "off":
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(1, 1, 10, 10), 1.5, 1.5)
        shape.addRect(QRectF(3, 5, 6, 2))
        painter.fillPath(shape, colour)
    else:
        _diamond(painter, pen, filled=status == "modified")
    painter.restore()


def _diamond(painter: QPainter, pen: QPen, *, filled: bool) -> None:
    pen.setWidthF(1.6)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawPolygon(QPolygonF([QPointF(6, 1), QPointF(11, 6), QPointF(6, 11), QPointF(1, 6)]))
    if filled:
        half = QPainterPath(QPointF(6, 1))
        half.lineTo(6, 11)
        half.lineTo(1, 6)
        half.closeSubpath()
        painter.fillPath(half, pen.color())


def paint_swatch(painter: QPainter, colour: str, x: int, y: int) -> None:
    """Draw a production's 8 × 8 square."""
    spine = theme.current().pair(colour).spine
    plate(painter, QRect(x, y, 8, 8), spine, radius=1.5)


class ParticipationMark(QWidget):
    """The mark of a status; its word is the tool tip and what a screen reader says."""

    def __init__(self, status: str = "full", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_status(status)

    def show_status(self, status: str) -> None:
        """Show another status."""
        self._status = status
        self.setAccessibleName(STATUS_WORDS[status])
        self.setToolTip(STATUS_WORDS[status])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIZE, SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_participation(QPainter(self), self._status, 0, 0)


class Swatch(QWidget):
    """A production's square, 8 × 8; always beside its name."""

    def __init__(self, colour: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._colour = colour

    def show_colour(self, colour: str) -> None:
        """Show another production's colour."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(8, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_swatch(QPainter(self), self._colour, 0, 0)
