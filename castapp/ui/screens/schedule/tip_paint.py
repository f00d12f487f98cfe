"""The tip of what is in the hand: a card of sentences beside it, never over it. Qt painting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.schedule.zones import Tip
from castapp.ui.tokens import Tokens
from castapp.ui.widgets.drawing import plate

WIDTH = 340
_LEFT, _RIGHT, _PAD, _GAP, _AWAY, _EDGE = 40, 14, 10, 3, 10, 6
_WRAP = int(Qt.TextFlag.TextWordWrap)


def paint_tip(painter: QPainter, tip: Tip, kept: QRect, seen: QRect) -> QRect:
    """Paint a tip within `seen` beside what must stay in sight. Gives where it is."""
    tokens = theme.current()
    signal = tokens.findings[tip.severity]
    rows = _rows(tip, tokens)
    height = 2 * _PAD + sum(high for _, _, _, high in rows) + _GAP * (len(rows) - 1)
    card = place(kept, seen, min(WIDTH, seen.width() - 2 * _EDGE), height)
    plate(painter, card, tokens.raised, tokens.line2)
    painter.fillRect(QRect(card.left(), card.top() + 1, 4, card.height() - 2), signal.ink)
    name = "check" if tip.severity == "note" else signal.icon
    icons.paint_icon(painter, name, signal.ink, card.left() + 14, card.top() + _PAD, icons.SIZE)
    y = card.top() + _PAD
    told = len(tip.lines)
    signs = ["", *tip.signs[:told], *[""] * (len(rows) - 1 - len(tip.signs[:told]))]
    for (text, face, ink, high), sign in zip(rows, signs, strict=True):
        painter.setFont(face)
        painter.setPen(ink)
        painter.drawText(QRect(card.left() + _LEFT, y, _room(), high + 2), _WRAP, text)
        if sign and sign != "note":
            of = tokens.findings[sign]
            icons.paint_icon(painter, of.icon, of.ink, card.left() + 17, y + 1, icons.INLINE)
        y += high + _GAP
    return card


def place(kept: QRect, seen: QRect, width: int, height: int) -> QRect:
    """Where a card of this size goes: below what is kept in sight, above it, or beside it, the
    first of these that hides none of it; within `seen` in any case.
    """
    tries = (
        QPoint(kept.left(), kept.bottom() + _AWAY),
        QPoint(kept.left(), kept.top() - _AWAY - height),
        QPoint(kept.right() + _AWAY, kept.top()),
        QPoint(kept.left() - _AWAY - width, kept.top()),
    )
    cards = [_within(QRect(at.x(), at.y(), width, height), seen) for at in tries]
    return min(cards, key=lambda card: _hidden(card, kept))


def _within(card: QRect, seen: QRect) -> QRect:
    card.moveBottom(min(card.bottom(), seen.bottom() - _EDGE))
    card.moveTop(max(card.top(), seen.top() + _EDGE))
    card.moveRight(min(card.right(), seen.right() - _EDGE))
    card.moveLeft(max(card.left(), seen.left() + _EDGE))
    return card


def _hidden(card: QRect, kept: QRect) -> int:
    over = card.intersected(kept)
    return max(0, over.width()) * max(0, over.height())


def _rows(tip: Tip, tokens: Tokens) -> Sequence[tuple[str, QFont, QColor, int]]:
    face, bold = fonts.font(fonts.TABLE), fonts.font(fonts.TABLE, 600)
    rows = [(tip.head, bold, tokens.findings[tip.severity].ink)]
    rows += [(line, face, tokens.t1) for line in tip.lines]
    if tip.clause:
        rows.append((tip.clause, face, tokens.t2))
    return [(text, of, ink, _height(text, of)) for text, of, ink in rows]


def _height(text: str, face: QFont) -> int:
    return QFontMetrics(face).boundingRect(QRect(0, 0, _room(), 400), _WRAP, text).height()


def _room() -> int:
    return WIDTH - _LEFT - _RIGHT
