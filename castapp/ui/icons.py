"""Lucide icons tinted to the palette, sharp at any scale, kept once drawn."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from castapp.paths import resource

SIZE = 16
RAIL = 20
INLINE = 14

_RATIOS = (1.0, 1.25, 1.5, 2.0)


def pixmap(name: str, colour: QColor, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """The icon `name` in `colour`, `size` logical pixels square, for a screen of this ratio.

    Raises FileNotFoundError when no such icon is bundled.
    """
    return _drawn(name, size, colour.name(QColor.NameFormat.HexArgb), ratio)


def icon(name: str, colour: QColor, size: int = SIZE) -> QIcon:
    """The icon for Qt's own widgets (menus, item views), sharp from 100 to 200 %."""
    result = QIcon()
    for ratio in _RATIOS:
        result.addPixmap(pixmap(name, colour, size, ratio))
    return result


def paint_icon(
    painter: QPainter, name: str, colour: QColor, x: float, y: float, size: int = SIZE
) -> None:
    """Draw the icon with its top left corner at x, y (logical pixels)."""
    drawn = pixmap(name, colour, size, painter.device().devicePixelRatio())
    painter.drawPixmap(QRectF(x, y, size, size), drawn, QRectF(drawn.rect()))


def paint_logo(painter: QPainter, x: float, y: float, size: int) -> None:
    """Draw the program's own sign."""
    drawing = (resource("icons") / "castapp.svg").read_bytes()
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(x, y, size, size))


@lru_cache(maxsize=2048)
def _drawn(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name, colour)))
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setOpacity(QColor(colour).alphaF())
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn


def _source(name: str, colour: str) -> bytes:
    drawing = _file(name).replace("currentColor", QColor(colour).name())
    stroke = "2" if name in _FINDINGS else "1.75"
    return drawing.replace('stroke-width="2"', f'stroke-width="{stroke}"').encode()


_FINDINGS = {"octagon-x", "triangle-alert", "circle-alert", "info"}


@lru_cache(maxsize=256)
def _file(name: str) -> str:
    return (resource("icons") / f"{name}.svg").read_text(encoding="utf-8")
