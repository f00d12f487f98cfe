"""Drawing a cell: dancer above cover, the debut's star, the override's corner, the washes."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygon

from castapp.ui import fonts, theme
from castapp.ui.screens.casting.cell_words import LINE, Look, paint_words
from castapp.ui.screens.casting.cells import NUMBER, OPEN, TROUBLE, UNCOVERED, Cell
from castapp.ui.tokens import Tokens
from castapp.ui.widgets.drawing import words

ROLE_HEIGHT = 40
ACT_HEIGHT = 24
KEPT = 12_000
"""So many cells are remembered at most; what looks alike shares its picture."""
CORNER = 8
_NAME = fonts.TABLE
_SHADES = ("surface", "panel", "bg")


class Pictures:
    """Cells as pictures. A cell is known by being the same object, so that a repaint asks nothing
    of its words; what looks alike is drawn once.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int, bool, int, Look], tuple[Cell, QPixmap]] = {}
        self._tokens = theme.current()
        self._ratio = 1.0

    def begin(self, tokens: Tokens, ratio: float) -> None:
        """Draw in these colours for this screen from now on."""
        if (tokens, ratio) != (self._tokens, self._ratio) or len(self._kept) > KEPT:
            self._kept.clear()
            self._tokens, self._ratio = tokens, ratio

    def of(self, cell: Cell, shade: int, selected: bool, width: int, look: Look) -> QPixmap:
        """The picture of a cell of a role's row."""
        key = (id(cell), shade, selected, width, look)
        found = self._kept.get(key)
        if found is None:
            drawn = _drawn(cell, shade, selected, width, look, self._ratio, self._tokens)
            found = self._kept[key] = (cell, drawn)
        return found[1]


def paint_act(painter: QPainter, tokens: Tokens, rect: QRect) -> None:
    """The strip of an act's head."""
    painter.fillRect(rect, tokens.panel)
    _lines(painter, tokens, rect, upright=False)


def paint_current(painter: QPainter, tokens: Tokens, rect: QRect) -> None:
    """The frame of the cell that has the keyboard."""
    painter.setPen(QPen(tokens.focus, 2))
    painter.drawRect(rect.adjusted(1, 1, -2, -2))


@lru_cache(maxsize=1500)
def _drawn(
    cell: Cell, shade: int, selected: bool, width: int, look: Look, ratio: float, tokens: Tokens
) -> QPixmap:
    """A cell as a picture: the same cell is drawn once, at most some 15 MB are kept."""
    height = ROLE_HEIGHT + LINE * look.lines
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    rect = QRect(0, 0, width, height)
    _ground(painter, tokens, rect, cell, shade=shade, selected=selected)
    if cell.state == NUMBER:
        _number(painter, tokens, rect, cell)
    else:
        paint_words(painter, tokens, rect, cell, look)
    if cell.override:
        paint_corner(painter, tokens, rect, hollow=cell.covers_only)
    if cell.proposed:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens.focus, 1, Qt.PenStyle.DashLine))
        painter.drawRect(rect.adjusted(1, 1, -3, -3))
    painter.end()
    return picture


def _ground(
    painter: QPainter, tokens: Tokens, rect: QRect, cell: Cell, *, shade: int, selected: bool
) -> None:
    if cell.state == OPEN:
        ground = tokens.findings["breach"].wash
    elif cell.state == TROUBLE:
        ground = tokens.findings[cell.severity].wash
    elif cell.state == UNCOVERED:
        ground = tokens.findings["warning"].wash
    else:
        ground = getattr(tokens, _SHADES[shade])
    painter.fillRect(rect, tokens.sel if selected and cell.state in ("", NUMBER) else ground)
    _lines(painter, tokens, rect, upright=True)


def _lines(painter: QPainter, tokens: Tokens, rect: QRect, *, upright: bool) -> None:
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)
    if upright:
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), tokens.line)


def _number(painter: QPainter, tokens: Tokens, rect: QRect, cell: Cell) -> None:
    room = rect.adjusted(0, 0, -12, 0)
    ink = tokens.t1 if cell.name != "0" else tokens.t3
    face = fonts.font(_NAME, 600, figures=True)
    words(painter, room, cell.name, face, ink, Qt.AlignmentFlag.AlignRight)


def paint_corner(painter: QPainter, tokens: Tokens, rect: QRect, *, hollow: bool = False) -> None:
    """The mark of what differs from its cast, in the upper right corner; hollow for the covers."""
    right, top = rect.right(), rect.y()
    painter.save()
    painter.setPen(tokens.accent_t if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else tokens.accent_t)
    painter.drawPolygon(
        QPolygon([QPoint(right - CORNER, top), QPoint(right, top), QPoint(right, top + CORNER)])
    )
    painter.restore()
