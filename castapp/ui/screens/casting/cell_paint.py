"""Drawing a cell: dancer above cover, the debut's star, the override's corner, the washes."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap, QPolygon

from castapp.ui import fonts, icons, theme
from castapp.ui.fonts import Type
from castapp.ui.screens.casting.cells import NUMBER, OPEN, TROUBLE, UNCOVERED, Cell
from castapp.ui.tokens import Tokens
from castapp.ui.widgets.drawing import words

ROLE_HEIGHT = 40
ACT_HEIGHT = 24
KEPT = 12_000
"""So many cells are remembered at most; what looks alike shares its picture."""
CORNER = 8
STAR = 7
_PAD = 5
_END = 1
_NAME = fonts.TABLE
_SMALL = fonts.LABEL
_SHADES = ("surface", "panel", "bg")


class Pictures:
    """Cells as pictures. A cell is known by being the same object, so that a repaint asks nothing
    of its words; what looks alike is drawn once.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int, bool, int], tuple[Cell, QPixmap]] = {}
        self._tokens = theme.current()
        self._ratio = 1.0

    def begin(self, tokens: Tokens, ratio: float) -> None:
        """Draw in these colours for this screen from now on."""
        if (tokens, ratio) != (self._tokens, self._ratio) or len(self._kept) > KEPT:
            self._kept.clear()
            self._tokens, self._ratio = tokens, ratio

    def of(self, cell: Cell, shade: int, selected: bool, width: int) -> QPixmap:
        """The picture of a cell of a role's row."""
        key = (id(cell), shade, selected, width)
        found = self._kept.get(key)
        if found is None:
            look = (self._ratio, self._tokens)
            drawn = _drawn(cell, shade, selected, width, ROLE_HEIGHT, *look)
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
    cell: Cell, shade: int, selected: bool, width: int, height: int, ratio: float, tokens: Tokens
) -> QPixmap:
    """A cell as a picture: the same cell is drawn once, at most some 15 MB are kept."""
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    rect = QRect(0, 0, width, height)
    _ground(painter, tokens, rect, cell, shade=shade, selected=selected)
    if cell.state == NUMBER:
        _number(painter, tokens, rect, cell)
    else:
        _words(painter, tokens, rect, cell)
    if cell.override:
        paint_corner(painter, tokens, rect)
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


def _words(painter: QPainter, tokens: Tokens, rect: QRect, cell: Cell) -> None:
    x, room = rect.x() + _PAD, rect.width() - _PAD - _END
    name_y, cover_y = rect.y() + 17, rect.y() + 31
    ink = tokens.findings["breach"].ink if cell.state == OPEN else tokens.t1
    if cell.state == OPEN and not cell.more and cell.name == "open":
        icons.paint_icon(painter, "triangle-alert", ink, x, rect.y() + 5, 14)
        x, room = x + 18, room - 18
    if not (cell.cover or cell.more or cell.word) and _kind(cell.name, room - STAR, 500) is None:
        _two_lines(painter, tokens, rect, cell)
        return
    under = _name(painter, tokens, x, name_y, room, cell)
    if cell.word:
        _below(painter, tokens, rect, cover_y, cell)
    elif under:
        tone = {OPEN: tokens.findings["breach"].ink, UNCOVERED: tokens.findings["warning"].ink}
        wide = rect.width() - _PAD - _END
        shown, _ = fitted(under, wide, _SMALL, 400)
        painter.setFont(fonts.font(_SMALL))
        painter.setPen(tone.get(cell.state, tokens.t2))
        painter.drawText(rect.x() + _PAD, cover_y, shown)


def _two_lines(painter: QPainter, tokens: Tokens, rect: QRect, cell: Cell) -> None:
    """A long role with nothing to say below goes on there."""
    room = rect.width() - _PAD - _END
    first, second = _in_two(cell.name, room - STAR)
    cut = replace(cell, name=first)
    _name(painter, tokens, rect.x() + _PAD, rect.y() + 17, room, cut)
    shown, _ = fitted(second, room, _SMALL, 500)
    painter.setFont(fonts.font(_SMALL, 500))
    painter.setPen(tokens.t1)
    painter.drawText(rect.x() + _PAD, rect.y() + 31, shown)


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


def _name(painter: QPainter, tokens: Tokens, x: int, y: int, room: int, cell: Cell) -> str:
    """Draw the dancer, a debut's star and how many more. Returns the words for the line below.

    A name too long for its size is drawn smaller; how many more goes below before a name is cut.
    """
    is_open = cell.state == OPEN and cell.name == "open"
    weight = 600 if is_open else 500
    star = STAR if cell.debut else 0
    _, tail = fitted(cell.more, 80, fonts.TINY, 400) if cell.more else ("", 0)
    beside = _kind(cell.name, room - star - (tail + 2 if tail else 0), weight)
    moved = bool(tail) and beside in (None, fonts.TINY)
    if moved:
        tail = 0
    kind = _kind(cell.name, room - star, weight) if moved else beside
    face = kind or _SMALL
    shown, used = fitted(cell.name, room - star - (tail + 2 if tail else 0), face, weight)
    painter.setFont(fonts.font(face, weight))
    painter.setPen(tokens.findings["breach"].ink if is_open else tokens.t1)
    painter.drawText(x, y, shown)
    if cell.debut:
        painter.setFont(fonts.font(_NAME, 700))
        painter.setPen(tokens.accent_t)
        painter.drawText(x + used + 1, y, "*")
        used += STAR
    if tail:
        painter.setFont(fonts.font(fonts.TINY))
        painter.setPen(tokens.t2)
        painter.drawText(x + used + 2, y, cell.more)
    if moved:
        return f"{cell.more} · {cell.cover}" if cell.cover else cell.more
    return cell.cover


def _in_two(text: str, room: int) -> tuple[str, str]:
    """A text too long for a line, parted at a blank so that the first half fits."""
    parts = text.split(" ")
    for cut in range(len(parts) - 1, 0, -1):
        first = " ".join(parts[:cut])
        if fitted(first, room, _SMALL, 500)[0] == first:
            return first, " ".join(parts[cut:])
    return text, ""


def _kind(text: str, room: int, weight: int) -> Type | None:
    """The largest size of type in which a name fits; None if it fits in none."""
    kinds = (_NAME, _SMALL, fonts.TINY)
    return next((one for one in kinds if fitted(text, room, one, weight)[0] == text), None)


def paint_corner(painter: QPainter, tokens: Tokens, rect: QRect) -> None:
    """The mark of what differs from its cast, in the upper right corner."""
    right, top = rect.right(), rect.y()
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.accent_t)
    painter.drawPolygon(
        QPolygon([QPoint(right - CORNER, top), QPoint(right, top), QPoint(right, top + CORNER)])
    )
    painter.restore()
