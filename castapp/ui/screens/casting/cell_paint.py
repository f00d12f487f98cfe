"""Drawing a cell: dancer above cover, the debut's star, the override's corner, the washes."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap, QPolygon
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from castapp.ui import fonts, icons, theme
from castapp.ui.fonts import Type
from castapp.ui.screens.casting.cells import OPEN, TROUBLE, UNCOVERED, Cell
from castapp.ui.screens.casting.model import CastingModel, Index
from castapp.ui.tokens import Tokens

ROLE_HEIGHT = 40
ACT_HEIGHT = 24
CORNER = 8
_PAD = 5
_END = 1
_NAME = fonts.TABLE
_SMALL = fonts.LABEL
_SHADES = ("surface", "panel", "bg")


class CellDelegate(QStyledItemDelegate):
    """Draws straight from the model's `Cell`; what was drawn once is kept as a picture."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROLE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = cast(CastingModel, index.model())
        tokens = theme.current()
        rect = option.rect
        row, column = index.row(), index.column()
        if model.row_at(row).kind == "act":
            painter.fillRect(rect, tokens.panel)
            _lines(painter, tokens, rect, upright=False)
            return
        state = option.state
        drawn = _drawn(
            model.cell_at(row, column),
            model.column_at(column).shade,
            bool(state & QStyle.StateFlag.State_Selected),
            rect.width(),
            rect.height(),
            painter.device().devicePixelRatio(),
            tokens,
        )
        painter.drawPixmap(rect.topLeft(), drawn)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(tokens.focus, 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))


@lru_cache(maxsize=1500)
def _drawn(
    cell: Cell, shade: int, selected: bool, width: int, height: int, ratio: float, tokens: Tokens
) -> QPixmap:
    """A cell as a picture: the same cell is drawn once, at most some 15 MB are kept."""
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    rect = QRect(0, 0, width, height)
    _ground(painter, tokens, rect, cell, shade=shade, selected=selected)
    _words(painter, tokens, rect, cell)
    if cell.override:
        _corner(painter, tokens, rect)
    painter.end()
    return picture


@lru_cache(maxsize=4096)
def fitted(text: str, width: int, kind: Type, weight: int) -> tuple[str, int]:
    """Text elided to a width in pixels, and the width it then has."""
    metrics = QFontMetrics(fonts.font(kind, weight))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    return shown, metrics.horizontalAdvance(shown)


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
    painter.fillRect(rect, tokens.sel if selected and not cell.state else ground)
    _lines(painter, tokens, rect, upright=True)


def _lines(painter: QPainter, tokens: Tokens, rect: QRect, *, upright: bool) -> None:
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)
    if upright:
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), tokens.line)


def _words(painter: QPainter, tokens: Tokens, rect: QRect, cell: Cell) -> None:
    x, room = rect.x() + _PAD, rect.width() - _PAD - _END
    name_y, cover_y = rect.y() + 17, rect.y() + 31
    ink = tokens.findings["breach"].ink if cell.state == OPEN else tokens.t1
    if cell.state == OPEN and not cell.more and cell.name == "open":
        icons.paint_icon(painter, "triangle-alert", ink, x, rect.y() + 5, 14)
        x, room = x + 18, room - 18
    used = _name(painter, tokens, x, name_y, room, cell)
    if cell.more:
        painter.setFont(fonts.font(fonts.TINY))
        painter.setPen(tokens.t2)
        painter.drawText(x + used + 2, name_y, cell.more)
    if cell.word:
        _below(painter, tokens, rect, cover_y, cell)
    elif cell.cover:
        tone = {OPEN: tokens.findings["breach"].ink, UNCOVERED: tokens.findings["warning"].ink}
        wide = rect.width() - _PAD - _END
        shown, _ = fitted(cell.cover, wide, _SMALL, 400)
        painter.setFont(fonts.font(_SMALL))
        painter.setPen(tone.get(cell.state, tokens.t2))
        painter.drawText(rect.x() + _PAD, cover_y, shown)


def _below(painter: QPainter, tokens: Tokens, rect: QRect, y: int, cell: Cell) -> None:
    """Why somebody should not dance, and who covers."""
    signal = tokens.findings[cell.severity]
    left = rect.x() + _PAD + 15
    room = rect.right() - _END - left
    icons.paint_icon(painter, signal.icon, signal.ink, rect.x() + _PAD, y - 10, 12)
    word, used = fitted(cell.word, room, _SMALL, 600)
    painter.setFont(fonts.font(_SMALL, 600))
    painter.setPen(signal.ink)
    painter.drawText(left, y, word)
    if cell.cover and room - used > 24:
        shown, _ = fitted(f" · {cell.cover}", room - used, _SMALL, 400)
        painter.setFont(fonts.font(_SMALL))
        painter.setPen(tokens.t2)
        painter.drawText(left + used, y, shown)


def _name(painter: QPainter, tokens: Tokens, x: int, y: int, room: int, cell: Cell) -> int:
    is_open = cell.state == OPEN and cell.name == "open"
    weight = 600 if is_open else 500
    spare = (8 if cell.debut else 0) + (6 * len(cell.more) + 2 if cell.more else 0)
    shown, used = fitted(cell.name, room - spare, _NAME, weight)
    painter.setFont(fonts.font(_NAME, weight))
    painter.setPen(tokens.findings["breach"].ink if is_open else tokens.t1)
    painter.drawText(x, y, shown)
    if cell.debut:
        painter.setFont(fonts.font(_NAME, 700))
        painter.setPen(tokens.accent_t)
        painter.drawText(x + used + 1, y, "*")
        used += 8
    return used


def _corner(painter: QPainter, tokens: Tokens, rect: QRect) -> None:
    right, top = rect.right(), rect.y()
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.accent_t)
    painter.drawPolygon(
        QPolygon([QPoint(right - CORNER, top), QPoint(right, top), QPoint(right, top + CORNER)])
    )
    painter.restore()
