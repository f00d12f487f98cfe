"""The ground of a card without its words: kept as a picture and laid under many cards."""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from castapp.ui.screens.schedule.cards import QUIET, SHOW
from castapp.ui.tokens import Tokens
from castapp.ui.widgets.drawing import hatch

SOFT = "soft"
"""A show among the blocks of a person's day: the production's line colour and its words."""

RADIUS = 4.0
SPINE = 4
CAP = 6
WIDE = 256
TALLEST = 320
MOST_BYTES = 12_000_000


class Shape(NamedTuple):
    """What a ground depends on: its look, a production's colour, the state of the call."""

    look: str
    colour: str
    state: str

    @property
    def dashed(self) -> bool:
        return self.state in ("tentative", "cancelled")


class Grounds:
    """Grounds drawn once per look, height, palette and screen ratio.

    A firm ground is as wide as the widest card so far and laid down in two pieces; a dashed one
    has the width of its card, since its hatching cannot be cut.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._kept: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        self._most = most_bytes
        self.bytes = 0

    def lay(
        self, painter: QPainter, shape: Shape, rect: QRect, tokens: Tokens, ratio: float
    ) -> None:
        """Lay a ground into `rect`."""
        width, height = rect.width(), rect.height()
        if height > TALLEST:
            paint_ground(painter, shape, rect, tokens)
            return
        wide = width if shape.dashed else -(-width // WIDE) * WIDE
        key = (shape, wide, height, tokens.name, ratio)
        picture = self._kept.get(key)
        if picture is None:
            picture = _picture(shape, QRect(0, 0, wide, height), tokens, ratio)
            self._keep(key, picture)
        if wide == width:
            painter.drawPixmap(rect.left(), rect.top(), picture)
            return
        device_height, cap = round(height * ratio), round(CAP * ratio)
        left = width - CAP
        painter.drawPixmap(
            rect.left(), rect.top(), left, height, picture, 0, 0, round(left * ratio), device_height
        )
        source = picture.width() - cap
        painter.drawPixmap(
            rect.left() + left, rect.top(), CAP, height, picture, source, 0, cap, device_height
        )

    def _keep(self, key: tuple[object, ...], picture: QPixmap) -> None:
        self._kept[key] = picture
        self.bytes += _size(picture)
        while self.bytes > self._most and len(self._kept) > 1:
            self.bytes -= _size(self._kept.popitem(last=False)[1])


def inks(shape: Shape, tokens: Tokens) -> tuple[QColor, QColor]:
    """The colours of the title and of the other lines."""
    if shape.look == SHOW:
        block = tokens.show_block(shape.colour)
        return block.ink, block.ink
    if shape.look == QUIET:
        return tokens.t2, tokens.t2
    text = tokens.pair(shape.colour).text
    return text, text if shape.look == SOFT else tokens.t2


def paint_ground(painter: QPainter, shape: Shape, rect: QRect, tokens: Tokens) -> None:
    """Fill, hatch, border and spine."""
    radius = 3.0 if rect.height() <= 18 else RADIUS
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(rect), radius, radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shape.look == SHOW:
        painter.fillPath(outline, tokens.show_block(shape.colour).fill)
    else:
        _paint_call(painter, shape, rect, outline, tokens)
    painter.restore()


def _paint_call(
    painter: QPainter, shape: Shape, rect: QRect, outline: QPainterPath, tokens: Tokens
) -> None:
    pair = tokens.pair(shape.colour)
    quiet = shape.look == QUIET
    fill, border = (tokens.panel, tokens.line) if quiet else (pair.tint, pair.line)
    painter.fillPath(outline, pair.line if shape.look == SOFT else fill)
    painter.setClipPath(outline)
    if shape.state == "tentative":
        hatch(painter, rect, tokens.line2 if quiet else pair.line)
    pen = QPen(tokens.t3 if shape.dashed else border, 1)
    if shape.dashed:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = 3.0 if rect.height() <= 18 else RADIUS
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    spine = tokens.line2 if quiet else pair.spine
    painter.fillRect(QRect(rect.left(), rect.top(), SPINE, rect.height()), spine)


def _picture(shape: Shape, rect: QRect, tokens: Tokens, ratio: float) -> QPixmap:
    picture = QPixmap(round(rect.width() * ratio), round(rect.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_ground(painter, shape, rect, tokens)
    painter.end()
    return picture


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
