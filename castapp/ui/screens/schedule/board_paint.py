"""The board in one paint pass, back to front: ground, zones, lines, lunch, cards, ghost, tip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLine, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from castapp.domain.slot import clock
from castapp.ui import fonts, icons, theme
from castapp.ui.screens.schedule.card_layer import CardLayer
from castapp.ui.screens.schedule.card_paint import paint_was
from castapp.ui.screens.schedule.fitting import quiet_words
from castapp.ui.screens.schedule.geometry import Box, DayGeometry, Geometry, WeekGeometry
from castapp.ui.screens.schedule.ghost_paint import Ghost, paint_ghosts
from castapp.ui.screens.schedule.layout import Layout
from castapp.ui.screens.schedule.lunch import lunch_words
from castapp.ui.screens.schedule.offer_paint import Offer, paint_offers
from castapp.ui.screens.schedule.present import BoardView
from castapp.ui.screens.schedule.zone_paint import paint_zone_words, paint_zones
from castapp.ui.screens.schedule.zones import Tip, Zone
from castapp.ui.tokens import Tokens
from castapp.ui.widgets.drawing import focus_ring, plate


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
    current: str = ""
    keyboard: bool = False
    by_keyboard: bool = False

    @property
    def geometry(self) -> Geometry:
        return self.layout.geometry


def paint_board(painter: QPainter, scene: Scene, seen: QRect, layer: CardLayer) -> None:
    """Paint what `seen` (in the board's own pixels) shows of the scene."""
    tokens = theme.current()
    painter.fillRect(seen, tokens.surface)
    if isinstance(scene.geometry, DayGeometry) and scene.view.hours is not None:
        _quiet_hours(painter, scene.geometry, scene.view.hours, tokens)
    if isinstance(scene.geometry, DayGeometry) and scene.view.lunch is not None:
        _lunch_ground(painter, scene.geometry, scene.view.lunch, tokens)
    paint_zones(painter, scene.geometry, scene.zones, tokens)
    if isinstance(scene.geometry, DayGeometry):
        _day_lines(painter, scene, scene.geometry, tokens)
        _traces(painter, scene, scene.geometry, tokens)
    elif isinstance(scene.geometry, WeekGeometry):
        _week_lines(painter, scene, scene.geometry, seen.left(), tokens)
    layer.draw(painter, scene.layout, seen, scene.lifted, traced=scene.leaves_trace)
    _now(painter, scene, tokens)
    _rings(painter, scene, tokens)
    paint_offers(painter, scene.geometry, scene.offers, tokens)
    paint_ghosts(painter, scene.geometry, scene.ghosts, scene.tip, seen, layer.painter)
    if scene.keyboard and not (scene.layout.boxes.get(scene.current) or scene.offers):
        _frame(painter, seen, tokens, strong=scene.by_keyboard)
    if scene.band is not None:
        plate(painter, scene.band, None, tokens.focus, dashed=True)


def _frame(painter: QPainter, seen: QRect, tokens: Tokens, *, strong: bool) -> None:
    """Round the whole board that has the keyboard, and no card of it: strong where it came by
    keyboard, else quiet.
    """
    if strong:
        focus_ring(painter, seen)
    else:
        plate(painter, seen, None, tokens.line2)


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
    paint_zone_words(painter, scene.view, scene.layout, scene.zones, tokens)


def _lunch_ground(
    painter: QPainter, geometry: DayGeometry, lunch: tuple[int, int], tokens: Tokens
) -> None:
    """A shade darker; what a place in it costs is tinted over it."""
    top, bottom = geometry.pixels(lunch[0]), geometry.pixels(lunch[1])
    painter.fillRect(0, top + 1, geometry.width, bottom - top - 1, tokens.panel)


def _lunch(
    painter: QPainter, geometry: DayGeometry, lunch: tuple[int, int], tokens: Tokens
) -> None:
    top = geometry.pixels(lunch[0])
    icons.paint_icon(painter, "utensils", tokens.t3, 8, top + 4, icons.INLINE)
    painter.setFont(fonts.font(fonts.LABEL, figures=True))
    painter.setPen(tokens.t2)
    painter.drawText(28, top + 15, lunch_words(lunch))


def _traces(painter: QPainter, scene: Scene, geometry: DayGeometry, tokens: Tokens) -> None:
    """Where something stood that has been taken out since it was posted; cards lie over it."""
    for trace in scene.view.traces:
        box = geometry.box(trace.stand)
        if box is not None:
            paint_was(painter, trace.title, trace.was, _rect(box), tokens)


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


def _week_lines(
    painter: QPainter, scene: Scene, geometry: WeekGeometry, left: int, tokens: Tokens
) -> None:
    """Hours, lanes and folded days; what those say stands at the `left` edge of what is seen."""
    painter.setPen(QPen(tokens.line, 0))
    hours = range(geometry.first + -geometry.first % 60, geometry.last + 1, 60)
    uprights = [geometry.pixels(minute) for minute in hours]
    for number, day in enumerate(geometry.days):
        box = geometry.day_box(number)
        if day in geometry.free:
            painter.fillRect(QRect(box.x, box.y, box.w, box.h), tokens.panel)
            painter.setFont(fonts.font(fonts.TABLE))
            painter.setPen(tokens.t2)
            room = QRect(left + 8, box.y, box.w - left - 16, box.h)
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
    """Round what is selected: grey while the keyboard is elsewhere. Where the keyboard is, the ring
    is dashed if that card is not selected, and thick if it is one of several.
    """
    chosen = set(scene.selected - scene.lifted)
    here = scene.current if scene.keyboard and scene.current not in scene.lifted else ""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for record_id in chosen | {here}:
        box = scene.layout.boxes.get(record_id)
        if box is None:
            continue
        rect = QRectF(_rect(box))
        painter.setPen(QPen(tokens.surface, 2))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        pen = QPen(tokens.focus if scene.keyboard else tokens.t3, 2)
        if record_id == here and record_id not in chosen:
            pen.setStyle(Qt.PenStyle.DashLine)
        elif record_id == here and len(chosen) > 1:
            pen.setWidth(4)
        painter.setPen(pen)
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 5, 5)
    painter.restore()


def _rect(box: Box) -> QRect:
    return QRect(box.x, box.y, box.w, box.h)
