"""The board in one paint pass, back to front: ground, zones, lines, lunch, cards, ghost, tip."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QLine, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from castapp.domain.slot import clock
from castapp.ui import fonts, icons, theme
from castapp.ui.screens.schedule.card_layer import CardLayer
from castapp.ui.screens.schedule.fitting import quiet_words
from castapp.ui.screens.schedule.geometry import Box, DayGeometry, Geometry, Stand, WeekGeometry
from castapp.ui.screens.schedule.ghost_paint import Ghost, paint_ghosts
from castapp.ui.screens.schedule.layout import Layout
from castapp.ui.screens.schedule.lunch import lunch_words
from castapp.ui.screens.schedule.offer_paint import Offer, paint_offers
from castapp.ui.screens.schedule.present import BoardView
from castapp.ui.screens.schedule.zones import CLASH, COST, FREE, Tip, Zone
from castapp.ui.tokens import Tokens
from castapp.ui.widgets.drawing import plate

_SEVERITY = {FREE: "note", COST: "breach", CLASH: "hard"}
_WORD_HEIGHT = 22


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything one paint of the board needs."""

    view: BoardView
    layout: Layout
    selected: frozenset[str] = frozenset()
    zones: tuple[Zone, ...] = ()
    ghosts: tuple[Ghost, ...] = ()
    lifted: frozenset[str] = frozenset()
    leaves_trace: bool = False
    tip: Tip | None = None
    band: QRect | None = None
    offers: tuple[Offer, ...] = ()
    now: tuple[date, int] | None = None

    @property
    def geometry(self) -> Geometry:
        return self.layout.geometry


def paint_board(painter: QPainter, scene: Scene, seen: QRect, layer: CardLayer) -> None:
    """Paint what `seen` (in the board's own pixels) shows of the scene."""
    tokens = theme.current()
    painter.fillRect(seen, tokens.surface)
    if isinstance(scene.geometry, DayGeometry) and scene.view.hours is not None:
        _quiet_hours(painter, scene.geometry, scene.view.hours, tokens)
    _zones(painter, scene, tokens)
    if isinstance(scene.geometry, DayGeometry):
        _day_lines(painter, scene, scene.geometry, tokens)
    elif isinstance(scene.geometry, WeekGeometry):
        _week_lines(painter, scene, scene.geometry, tokens)
    layer.draw(painter, scene.layout, seen, scene.lifted, traced=scene.leaves_trace)
    _now(painter, scene, tokens)
    _rings(painter, scene, tokens)
    paint_offers(painter, scene.geometry, scene.offers, tokens)
    paint_ghosts(painter, scene.geometry, scene.ghosts, scene.tip, seen, layer.painter)
    if scene.band is not None:
        plate(painter, scene.band, None, tokens.focus, dashed=True)


def _quiet_hours(
    painter: QPainter, geometry: DayGeometry, hours: tuple[int, int], tokens: Tokens
) -> None:
    """Before and after the hours the house usually works, a shade darker."""
    top, bottom = geometry.pixels(hours[0]), geometry.pixels(hours[1])
    painter.fillRect(0, 0, geometry.width, max(0, top), tokens.panel)
    painter.fillRect(0, bottom, geometry.width, max(0, geometry.height - bottom), tokens.panel)


def _now(painter: QPainter, scene: Scene, tokens: Tokens) -> None:
    """A line across the day, or down its band in the week, at this minute."""
    if scene.now is None or scene.now[0] not in scene.geometry.days:
        return
    day, minute = scene.now
    geometry = scene.geometry
    if not geometry.first <= minute <= geometry.last:
        return
    at = geometry.pixels(minute)
    if isinstance(geometry, WeekGeometry):
        box = geometry.day_box(geometry.days.index(day))
        painter.fillRect(at - 1, box.y, 2, box.h - 1, tokens.accent_t)
        return
    painter.fillRect(0, at - 1, geometry.width, 2, tokens.accent_t)
    face = fonts.font(fonts.TINY, 600, figures=True)
    width = QFontMetrics(face).horizontalAdvance(clock(minute)) + 10
    tag = QRect(0, at - 7, width, 14)
    plate(painter, tag, tokens.accent_t, radius=2)
    painter.setFont(face)
    painter.setPen(tokens.surface)
    painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), clock(minute))


def _zones(painter: QPainter, scene: Scene, tokens: Tokens) -> None:
    for zone in scene.zones:
        box = _zone_box(scene.geometry, zone)
        if box is not None:
            painter.fillRect(_rect(box), tokens.findings[_SEVERITY[zone.level]].zone)


def _zone_words(painter: QPainter, scene: Scene, tokens: Tokens) -> None:
    """One word at the right top of each zone that has room for it."""
    face = fonts.font(fonts.LABEL)
    metrics = QFontMetrics(face)
    cards = _in_the_way(scene) if scene.zones else []
    for zone in scene.zones:
        box = _zone_box(scene.geometry, zone)
        width = metrics.horizontalAdvance(zone.word)
        y = _clear_height(box, cards) if box is not None and width + 30 <= box.w else None
        if box is None or y is None:
            continue
        signal = tokens.findings[_SEVERITY[zone.level]]
        right = box.right - 8
        painter.setFont(face)
        painter.setPen(signal.ink)
        painter.drawText(right - width, y + 17, zone.word)
        name = "check" if zone.level == FREE else signal.icon
        icons.paint_icon(painter, name, signal.ink, right - width - 19, y + 6, icons.INLINE)


def _in_the_way(scene: Scene) -> list[Box]:
    """What a zone's word must not be written over: cards, the line of the half, and of lunch."""
    found: list[Box | None] = [box for _, box in scene.layout.placed]
    if scene.view.lunch is not None and scene.view.studios:
        box = scene.geometry.box(Stand(scene.view.days[0], scene.view.studios[0],
                                       *scene.view.lunch))  # fmt: skip
        found.append(replace(box, h=_WORD_HEIGHT) if box is not None else None)
    for half in scene.view.halves:
        day = scene.view.days[0]
        found.append(
            scene.geometry.box(Stand(day, half.studio_id, half.minute - 10, half.minute + 10))
        )
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


def _day_lines(painter: QPainter, scene: Scene, geometry: DayGeometry, tokens: Tokens) -> None:
    width, height = geometry.width, geometry.height
    whole: list[QLine] = []
    half: list[QLine] = []
    for minute in range(geometry.first + -geometry.first % 30, geometry.last + 1, 30):
        y = geometry.pixels(minute)
        (half if minute % 60 else whole).append(QLine(0, y, width, y))
    painter.setPen(QPen(tokens.hair, 0))
    painter.drawLines(half)
    painter.setPen(QPen(tokens.line, 0))
    painter.drawLines(whole)
    if scene.view.lunch is not None:
        _lunch(painter, geometry, scene.view.lunch, tokens)
    columns = range(1, len(geometry.studios))
    painter.setPen(QPen(tokens.line, 0))
    painter.drawLines([QLine(geometry.left(n), 0, geometry.left(n), height) for n in columns])
    _halves(painter, scene, geometry, tokens)
    _zone_words(painter, scene, tokens)


def _lunch(
    painter: QPainter, geometry: DayGeometry, lunch: tuple[int, int], tokens: Tokens
) -> None:
    top, bottom = geometry.pixels(lunch[0]), geometry.pixels(lunch[1])
    painter.fillRect(0, top + 1, geometry.width, bottom - top - 1, tokens.panel)
    icons.paint_icon(painter, "utensils", tokens.t3, 8, top + 4, icons.INLINE)
    painter.setFont(fonts.font(fonts.LABEL, figures=True))
    painter.setPen(tokens.t2)
    painter.drawText(28, top + 15, lunch_words(lunch))


def _halves(painter: QPainter, scene: Scene, geometry: DayGeometry, tokens: Tokens) -> None:
    face = fonts.font(fonts.LABEL, figures=True)
    metrics = QFontMetrics(face)
    for half in scene.view.halves:
        if half.studio_id not in geometry.studios:
            continue
        column = geometry.column(geometry.studios.index(half.studio_id))
        y = geometry.pixels(half.minute)
        width = metrics.horizontalAdvance(half.text)
        painter.setPen(QPen(tokens.t2, 0))
        painter.drawLine(column.x + 12 + width, y, column.right - 5, y)
        painter.setFont(face)
        painter.drawText(column.x + 5, y + 4, half.text)


def _week_lines(painter: QPainter, scene: Scene, geometry: WeekGeometry, tokens: Tokens) -> None:
    painter.setPen(QPen(tokens.line, 0))
    hours = range(geometry.first + -geometry.first % 60, geometry.last + 1, 60)
    uprights = [geometry.pixels(minute) for minute in hours]
    for number, day in enumerate(geometry.days):
        box = geometry.day_box(number)
        if day in geometry.free:
            painter.fillRect(QRect(box.x, box.y, box.w, box.h), tokens.panel)
            painter.setFont(fonts.font(fonts.TABLE))
            painter.setPen(tokens.t2)
            room = QRect(8, box.y, box.w - 16, box.h)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), quiet_words(scene.view, day))
        else:
            painter.setPen(QPen(tokens.hair, 0))
            lanes = range(1, len(geometry.studios))
            tops = [geometry.lane_top(number, lane) - 1 for lane in lanes]
            painter.drawLines([QLine(0, y, geometry.width, y) for y in tops])
            painter.setPen(QPen(tokens.line, 0))
            painter.drawLines([QLine(x, box.y, x, box.bottom) for x in uprights])
        painter.setPen(QPen(tokens.line2, 0))
        painter.drawLine(0, box.bottom - 1, geometry.width, box.bottom - 1)


def _rings(painter: QPainter, scene: Scene, tokens: Tokens) -> None:
    chosen = scene.selected - scene.lifted
    if not chosen:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.focus, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for record_id in chosen:
        box = scene.layout.boxes.get(record_id)
        if box is not None:
            painter.drawRoundedRect(QRectF(_rect(box)).adjusted(-1, -1, 1, 1), 5, 5)
    painter.restore()


def _rect(box: Box) -> QRect:
    return QRect(box.x, box.y, box.w, box.h)
