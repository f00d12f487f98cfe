"""Places that are offered on the board: dashed, numbered by rank, with their time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from castapp.domain.slot import clock, span
from castapp.ui import fonts
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.geometry import Geometry, Stand
from castapp.ui.screens.schedule.lettering import advance, face, fitting, write
from castapp.ui.tokens import Tokens
from castapp.ui.widgets.drawing import plate

BADGE = 16


@dataclass(frozen=True, slots=True)
class Offer:
    """Where something could stand; `rank` from 1, 0 for a place without others beside it."""

    held: Held
    rank: int = 0
    marked: bool = False


def offer_box(geometry: Geometry, offer: Offer) -> QRect | None:
    """Where an offer is on the board's ground; None if not there."""
    held = offer.held
    box = geometry.box(Stand(held.day, held.studio_id, held.start, held.end))
    return QRect(box.x, box.y, box.w, box.h) if box is not None else None


def paint_offers(
    painter: QPainter, geometry: Geometry, offers: Sequence[Offer], tokens: Tokens
) -> None:
    """Paint them, the marked one last and strongest."""
    for offer in sorted(offers, key=lambda one: one.marked):
        rect = offer_box(geometry, offer)
        if rect is not None:
            _paint(painter, offer, rect, tokens)


def _paint(painter: QPainter, offer: Offer, rect: QRect, tokens: Tokens) -> None:
    plate(painter, rect, tokens.sel)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(tokens.focus, 2 if offer.marked else 1)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4)
    painter.restore()
    left = rect.left() + 6
    height = min(rect.height(), 22)
    if offer.rank:
        size = min(BADGE, rect.height() - 2)
        badge = QRect(left, rect.top() + (height - size) // 2, size, size)
        plate(painter, badge, tokens.focus, radius=size / 2)
        bold = face(fonts.TINY, 600, figures=True)
        text = str(offer.rank)
        at = badge.left() + (size - advance(text, bold)) // 2
        write(painter, text, bold, (at, badge.top(), size, size), tokens.surface)
        left = badge.right() + 6
    start, end, width = offer.held.start, offer.held.end, rect.right() - left
    of = face(fonts.LABEL, 600, figures=True)
    text = fitting((span(start, end), clock(start)), width, of)
    write(painter, text, of, (left, rect.top(), width, height), tokens.t1)
