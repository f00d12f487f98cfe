"""Drawing the words of a cell: names with their stars, covers below; one size for a whole row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from castapp.ui import fonts, icons
from castapp.ui.fonts import Type
from castapp.ui.screens.casting.cells import NUMBER, OPEN, TROUBLE, UNCOVERED, Cell
from castapp.ui.tokens import Tokens

LINE = 14
_PAD, _END, _SIGN = 5, 1, 18
_NAME, _SMALL = fonts.TABLE, fonts.LABEL
_KINDS = (_NAME, _SMALL)
_PAIR = ", "


@dataclass(frozen=True, slots=True)
class Look:
    """How a row writes: the size of its names, and whether pairs take a line each."""

    kind: Type = _NAME
    two_names: bool = False
    two_covers: bool = False

    @property
    def lines(self) -> int:
        """The lines beyond the usual two."""
        return self.two_names + self.two_covers


def row_look(cells: Sequence[Cell], width: int) -> Look:
    """The largest size in which every name of a row fits in columns of a width; pairs that fit
    in none take two lines.
    """
    room = width - _PAD - _END
    named = [cell for cell in cells if cell.name and cell.state != NUMBER and not _goes_on(cell)]
    covers = [cell.cover for cell in named if _PAIR in cell.cover and not cell.word]
    two_covers = any(_wide(one, _SMALL, 400) > room for one in covers)
    fitting = [one for one in _KINDS if all(_needs(cell, one) <= room for cell in named)]
    if fitting:
        return Look(fitting[0], two_covers=two_covers)
    halves = [half for cell in named for half in _halves(cell)]
    if any(_PAIR in cell.name for cell in named):
        kinds = [one for one in _KINDS if all(_wide(half, one, 500) <= room for half in halves)]
        return Look(kinds[0] if kinds else _SMALL, two_names=True, two_covers=two_covers)
    return Look(_SMALL, two_covers=two_covers)


def paint_words(painter: QPainter, tokens: Tokens, rect: QRect, cell: Cell, look: Look) -> None:
    """Who dances, and below who covers or why that cannot be."""
    x, room, y = rect.x() + _PAD, rect.width() - _PAD - _END, rect.y() + 17
    if cell.state == OPEN and not cell.more and cell.name == "open":
        ink = tokens.findings["breach"].ink
        icons.paint_icon(painter, "triangle-alert", ink, x, rect.y() + 5, 14)
        x, room = x + _SIGN, room - _SIGN
    lines, under = _lines(cell, look, room)
    for place, line in enumerate(lines):
        kind = _SMALL if place and _goes_on(cell) else look.kind
        if not look.two_names and _wide(line, kind, 500) > room:
            kind = fonts.TINY
        _starred(painter, tokens, (x, y + LINE * place, room), line, kind, _ink(tokens, cell))
    if cell.more and not under.startswith(cell.more):
        used = _wide(lines[-1], look.kind, 500) + 3
        _starred(painter, tokens, (x + used, y, room), cell.more, fonts.TINY, tokens.t2)
    below = rect.y() + 31 + LINE * look.two_names
    if cell.word:
        _why(painter, tokens, rect, below, cell)
        return
    tone = {OPEN: tokens.findings["breach"].ink, UNCOVERED: tokens.findings["warning"].ink}
    wide = rect.width() - _PAD - _END
    for place, line in enumerate(_covers(under, look, wide)):
        where = (rect.x() + _PAD, below + LINE * place, wide)
        _starred(painter, tokens, where, line, _SMALL, tone.get(cell.state, tokens.t2), 400)


@lru_cache(maxsize=4096)
def fitted(text: str, width: int, kind: Type, weight: int) -> tuple[str, int]:
    """Text elided to a width in pixels, and the width it then has."""
    metrics = QFontMetrics(fonts.font(kind, weight))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    return shown, metrics.horizontalAdvance(shown)


@lru_cache(maxsize=4096)
def _wide(text: str, kind: Type, weight: int) -> int:
    """The width of a text in pixels; one more than Qt says, which rounds down."""
    return QFontMetrics(fonts.font(kind, weight)).horizontalAdvance(text) + 1


def _lines(cell: Cell, look: Look, room: int) -> tuple[list[str], str]:
    """The lines of the names, and the words for the line below."""
    name = f"{cell.name}*" if cell.debut else cell.name
    if _goes_on(cell) and _wide(name, look.kind, 500) > room:
        return _in_two(name, room, look.kind), ""
    if look.two_names and _PAIR in name:
        first, _, second = name.partition(_PAIR)
        return [f"{first},", second], cell.cover
    if cell.more and _needs(cell, look.kind) > room:
        return [name], f"{cell.more} · {cell.cover}" if cell.cover else cell.more
    return [name], cell.cover


def _covers(under: str, look: Look, room: int) -> list[str]:
    if not under:
        return []
    if look.two_covers and _PAIR in under and _wide(under, _SMALL, 400) > room:
        first, _, second = under.partition(_PAIR)
        return [f"{first},", second]
    return [under]


def _needs(cell: Cell, kind: Type) -> int:
    """How wide the first line of a cell is."""
    star = "*" if cell.debut else ""
    tail = _wide(cell.more, fonts.TINY, 400) + 3 if cell.more else 0
    sign = _SIGN if cell.state == OPEN and cell.name == "open" and not cell.more else 0
    return sign + _wide(cell.name + star, kind, 500) + tail


def _halves(cell: Cell) -> list[str]:
    first, comma, second = cell.name.partition(_PAIR)
    return [f"{first},", f"{second}{'*' * cell.debut}"] if comma else [cell.name]


def _goes_on(cell: Cell) -> bool:
    """Whether a long name may go on below, where nothing else is said."""
    return not (cell.cover or cell.more or cell.word)


def _in_two(text: str, room: int, kind: Type) -> list[str]:
    """A text too long for a line, parted at a blank so that the first half fits."""
    parts = text.split(" ")
    for cut in range(len(parts) - 1, 0, -1):
        first = " ".join(parts[:cut])
        if _wide(first, kind, 500) <= room:
            return [first, " ".join(parts[cut:])]
    return [text]


def _ink(tokens: Tokens, cell: Cell) -> QColor:
    is_open = cell.state == OPEN and cell.name == "open"
    return tokens.findings["breach"].ink if is_open else tokens.t1


def _starred(
    painter: QPainter,
    tokens: Tokens,
    where: tuple[int, int, int],
    text: str,
    kind: Type,
    ink: QColor,
    weight: int = 500,
) -> None:
    """A line at a place (x, y, room), elided to its room, each star in the colour of debuts."""
    x, y, room = where
    shown, _ = fitted(text, room, kind, weight)
    painter.setFont(fonts.font(kind, weight))
    for place, part in enumerate(shown.split("*")):
        if place:
            painter.setPen(tokens.accent_t)
            painter.drawText(x, y, "*")
            x += _wide("*", kind, weight) - 1
        painter.setPen(ink)
        painter.drawText(x, y, part)
        x += _wide(part, kind, weight) - 1


def _why(painter: QPainter, tokens: Tokens, rect: QRect, y: int, cell: Cell) -> None:
    """Why somebody should not dance, and who covers."""
    signal = tokens.findings[cell.severity]
    left = rect.x() + _PAD + 15
    room = rect.right() - _END - left
    icons.paint_icon(painter, signal.icon, signal.ink, rect.x() + _PAD, y - 10, 12)
    word, used = fitted(cell.word, room, _SMALL, 600)
    painter.setFont(fonts.font(_SMALL, 600))
    painter.setPen(signal.ink if cell.state == TROUBLE else tokens.t2)
    painter.drawText(left, y, word)
    if cell.cover and room - used > 24:
        shown, _ = fitted(f" · {cell.cover}", room - used, _SMALL, 400)
        painter.setFont(fonts.font(_SMALL))
        painter.setPen(tokens.t2)
        painter.drawText(left + used, y, shown)
