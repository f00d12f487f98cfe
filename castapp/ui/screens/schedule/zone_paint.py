"""What places cost, painted under the cards: tints, hatching where nothing is known yet, words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter

from castapp.ui import fonts, icons
from castapp.ui.screens.schedule.geometry import Box, Geometry, Stand
from castapp.ui.screens.schedule.layout import Layout
from castapp.ui.screens.schedule.present import BoardView
from castapp.ui.screens.schedule.zones import CLASH, COST, FREE, LOOK, LOOKING, Zone
from castapp.ui.tokens import Tokens

_SEVERITY = {FREE: "note", LOOK: "warning", COST: "breach", CLASH: "hard"}
_WORD_HEIGHT = 22


def paint_zones(
    painter: QPainter, geometry: Geometry, zones: Sequence[Zone], tokens: Tokens
) -> None:
    """Tint each zone by its price; what has none yet is hatched."""
    for zone in zones:
        box = _zone_box(geometry, zone)
        if box is None:
            continue
        rect = QRect(box.x, box.y, box.w, box.h)
        if zone.level == LOOKING:
            painter.fillRect(rect, QBrush(tokens.line, Qt.BrushStyle.BDiagPattern))
        else:
            painter.fillRect(rect, tokens.findings[_SEVERITY[zone.level]].zone)


def paint_zone_words(
    painter: QPainter, view: BoardView, layout: Layout, zones: Sequence[Zone], tokens: Tokens
) -> None:
    """One word at the right top of each zone that has room for it."""
    told = [zone for zone in zones if zone.level != LOOKING]
    if not told:
        return
    face = fonts.font(fonts.LABEL)
    metrics = QFontMetrics(face)
    cards = _in_the_way(view, layout)
    painter.setFont(face)
    for zone in told:
        box = _zone_box(layout.geometry, zone)
        width = metrics.horizontalAdvance(zone.word)
        y = _clear_height(box, cards) if box is not None and width + 30 <= box.w else None
        if box is None or y is None:
            continue
        signal = tokens.findings[_SEVERITY[zone.level]]
        right = box.right - 8
        painter.setPen(signal.ink)
        painter.drawText(right - width, y + 17, zone.word)
        name = "check" if zone.level == FREE else signal.icon
        icons.paint_icon(painter, name, signal.ink, right - width - 19, y + 6, icons.INLINE)


def _in_the_way(view: BoardView, layout: Layout) -> list[Box]:
    """What a zone's word must not be written over: cards, the line of the half, and of lunch."""
    found: list[Box | None] = [box for _, box in layout.placed]
    geometry = layout.geometry
    if view.lunch is not None and view.studios:
        box = geometry.box(Stand(view.days[0], view.studios[0], *view.lunch))
        found.append(replace(box, h=_WORD_HEIGHT) if box is not None else None)
    for half in view.halves:
        around = Stand(view.days[0], half.studio_id, half.minute - 10, half.minute + 10)
        found.append(geometry.box(around))
    return sorted((box for box in found if box is not None), key=lambda box: box.y)


def _clear_height(zone: Box, cards: list[Box]) -> int | None:
    """Where in a zone its word is not hidden by a card; None if nowhere."""
    y = zone.y
    for card in cards:
        beside = card.x < zone.right and zone.x < card.right
        if beside and card.y < y + _WORD_HEIGHT and y < card.bottom:
            y = card.bottom
    return y if y + _WORD_HEIGHT <= zone.bottom else None


def _zone_box(geometry: Geometry, zone: Zone) -> Box | None:
    stand = geometry.box(Stand(zone.day, zone.studio_id, zone.start, zone.end))
    if stand is None:
        return None
    if geometry.down:
        return Box(stand.x - 4, stand.y - 1, stand.w + 8, stand.h + 2)
    return Box(stand.x, stand.y, stand.w + 1, stand.h)
