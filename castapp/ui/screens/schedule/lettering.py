"""Words on the board: widths measured once, drawn with as few calls as there can be."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from castapp.ui import fonts

_RIGHT = Qt.TextElideMode.ElideRight
_KEPT = 4096


class Face:
    """A font with its measures; the same object for the same font, so that widths can be kept."""

    __slots__ = ("font", "metrics", "rise")

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self.rise = self.metrics.ascent() - self.metrics.descent()


@lru_cache(maxsize=64)
def face(
    kind: fonts.Type = fonts.TABLE,
    weight: int = 400,
    *,
    figures: bool = False,
    struck: bool = False,
) -> Face:
    """A face of this size and weight; `struck` draws a line through it."""
    font = fonts.font(kind, weight, figures=figures)
    font.setStrikeOut(struck)
    return Face(font)


@lru_cache(maxsize=_KEPT)
def advance(text: str, of: Face) -> int:
    """How wide a text is, in logical pixels."""
    return of.metrics.horizontalAdvance(text)


@lru_cache(maxsize=_KEPT)
def _elided(text: str, width: int, of: Face) -> tuple[str, int]:
    shown = of.metrics.elidedText(text, _RIGHT, width)
    return shown, advance(shown, of)


@lru_cache(maxsize=_KEPT)
def fitting(texts: tuple[str, ...], width: int, of: Face) -> str:
    """The first of these texts, from the longest on, that is not too wide; "" if none."""
    return next((text for text in texts if advance(text, of) <= width), "")


def write(
    painter: QPainter,
    text: str,
    of: Face,
    room: tuple[int, int, int, int],
    ink: QColor,
    *,
    right: bool = False,
) -> int:
    """A line in the middle of a room (left, top, width, height), elided if it is too long. Returns
    its width.
    """
    left, top, width, height = room
    wide = advance(text, of)
    if wide > width:
        text, wide = _elided(text, max(0, width), of)
    painter.setFont(of.font)
    painter.setPen(ink)
    painter.drawText(left + width - wide if right else left, top + (height + of.rise) // 2, text)
    return wide
