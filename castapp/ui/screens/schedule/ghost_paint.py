"""What is in the hand, painted: the ghost with its time, and the sentence of its price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from castapp.domain.slot import span
from castapp.ui import fonts, theme
from castapp.ui.screens.schedule.card_paint import CardPainter
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.geometry import Geometry, Stand
from castapp.ui.screens.schedule.tip_paint import paint_tip
from castapp.ui.screens.schedule.zones import Tip
from castapp.ui.tokens import Tokens
from castapp.ui.widgets.drawing import plate


@dataclass(frozen=True, slots=True)
class Ghost:
    """What is in the hand: where it would land, the card it is (None for a new call), and what
    its tag says if that is not the time. `asked` is the severity of what waits for a reason.
    """

    held: Held
    card: Card | None = None
    tag: str = ""
    asked: str = ""


def paint_ghosts(
    painter: QPainter,
    geometry: Geometry,
    ghosts: Sequence[Ghost],
    tip: Tip | None,
    seen: QRect,
    cards: CardPainter,
) -> None:
    """Paint what is held where it would land, its time above, its price in words below."""
    tokens = theme.current()
    first: QRect | None = None
    for ghost in ghosts:
        held = ghost.held
        box = geometry.box(Stand(held.day, held.studio_id, held.start, held.end))
        if box is None:
            continue
        rect = QRect(box.x, box.y, box.w, box.h)
        _ghost(painter, ghost, rect, tip, cards, tokens, week=not geometry.down)
        if first is None:
            first = rect
    if first is not None:
        lead = ghosts[0].held
        said = ghosts[0].tag or span(lead.start, lead.end)
        tag = _time_tag(painter, said, first, seen, tokens)
        if tip is not None:
            paint_tip(painter, tip, first.united(tag), seen)


def _ghost(
    painter: QPainter,
    ghost: Ghost,
    rect: QRect,
    tip: Tip | None,
    cards: CardPainter,
    tokens: Tokens,
    *,
    week: bool,
) -> None:
    said = ghost.asked or (tip.severity if tip is not None else "")
    mark = said if said in ("hard", "breach") else ""
    if ghost.card is None:
        plate(painter, rect, tokens.findings[mark].zone if mark else tokens.sel)
    else:
        cards.paint(painter, ghost.card, rect, tokens, week=week)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark:
        pen = QPen(tokens.findings[mark].ink, 2 if ghost.asked else 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(rect).adjusted(-3.5, -3.5, 3.5, 3.5), 6, 6)
    painter.setPen(QPen(tokens.t1, 2))
    painter.drawRoundedRect(QRectF(rect), 4, 4)
    painter.restore()


def _time_tag(painter: QPainter, text: str, rect: QRect, seen: QRect, tokens: Tokens) -> QRect:
    face = fonts.font(fonts.LABEL, 600, figures=True)
    width = QFontMetrics(face).horizontalAdvance(text) + 20
    tag = QRect(max(rect.left(), rect.right() - width), rect.top() - 22, width, 18)
    if tag.top() < seen.top():
        tag.moveTop(rect.top() + 3)
    tag.moveRight(min(tag.right(), seen.right() - 2))
    tag.moveLeft(max(tag.left(), seen.left() + 2))
    plate(painter, tag, tokens.t1, radius=2)
    painter.setFont(face)
    painter.setPen(tokens.surface)
    painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), text)
    return tag
