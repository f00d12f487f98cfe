"""The few shapes all widgets and delegates draw: plates, rings, lines, elided words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from castapp.ui import theme

RADIUS = 4.0


def plate(
    painter: QPainter,
    rect: QRect,
    fill: QColor | None,
    border: QColor | None = None,
    radius: float = RADIUS,
    *,
    dashed: bool = False,
) -> None:
    """A filled rectangle with rounded corners and a one pixel border inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    shape = QRectF(rect)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(border, 1)
        if dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        shape.adjust(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(shape, radius, radius)
    painter.restore()


def focus_ring(painter: QPainter, rect: QRect, radius: float = RADIUS) -> None:
    """The two pixel ring of keyboard focus, inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.current().focus, 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def shows_focus(widget: QWidget) -> bool:
    """Whether the widget has the focus and got there by keyboard (buttons hide a mouse's ring)."""
    by_keyboard = widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return widget.hasFocus() and by_keyboard


def words(
    painter: QPainter,
    rect: QRect,
    text: str,
    face: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """One line of text, centred in height, elided at the end. Returns the width it took."""
    metrics = QFontMetrics(face)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(face)
    painter.setPen(colour)
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, int(flags), shown)
    return metrics.horizontalAdvance(shown)


def hatch(painter: QPainter, rect: QRect, colour: QColor, step: int = 7) -> None:
    """45° lines every `step` pixels across `rect`: tentative (7) or unknown (4)."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    first = rect.left() - rect.height()
    for x in range(first - first % step, rect.right() + 1, step):
        painter.drawLine(x, rect.bottom() + 1, x + rect.height(), rect.top())
    painter.restore()
