"""The edges of the board that do not scroll away: studios and hours, or hours and days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from castapp.domain.slot import clock
from castapp.ui import fonts, theme
from castapp.ui.screens.schedule import lettering
from castapp.ui.screens.schedule.geometry import (
    LABEL,
    RULER,
    DayGeometry,
    Geometry,
    WeekGeometry,
)
from castapp.ui.screens.schedule.lettering import fitting, write
from castapp.ui.screens.schedule.present import Band, BoardView
from castapp.ui.tokens import Tokens
from castapp.ui.widgets.drawing import words

LANE_NAMES = 24


class Scrolled(Protocol):
    """What an edge asks of its board: what is shown, and how far it has been scrolled."""

    @property
    def view(self) -> BoardView: ...
    @property
    def plan(self) -> Geometry: ...
    @property
    def sites(self) -> Mapping[str | None, str]: ...
    def horizontalOffset(self) -> int: ...
    def verticalOffset(self) -> int: ...


class TopEdge(QWidget):
    """Above the board: the studios with what they hold, or the hours.

    `menu_wanted` carries the studio under the pointer and where on the screen it was asked.
    """

    menu_wanted = Signal(object, QPoint)

    def __init__(self, board: Scrolled, parent: QWidget) -> None:
        super().__init__(parent)
        self._board = board
        self.setAccessibleName("Studios and hours")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if isinstance(self._board.plan, DayGeometry):
            x = event.pos().x() - RULER + self._board.horizontalOffset()
            self.menu_wanted.emit(self._board.plan.spot(x, 0).studio_id, event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.panel)
        geometry = self._board.plan
        if isinstance(geometry, DayGeometry):
            self._studios(painter, geometry, tokens)
        elif isinstance(geometry, WeekGeometry):
            self._hours(painter, geometry, tokens)
        painter.setPen(QPen(tokens.line2, 0))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _studios(self, painter: QPainter, geometry: DayGeometry, tokens: Tokens) -> None:
        offset = RULER - self._board.horizontalOffset()
        painter.setClipRect(QRect(RULER, 0, self.width(), self.height()))
        for number, column in enumerate(self._board.view.columns):
            box = geometry.column(number)
            x = box.x + offset
            painter.setPen(QPen(tokens.line, 0))
            painter.drawLine(x, 0, x, self.height())
            name = QRect(x + 9, 4, box.w - 14, 15)
            words(painter, name, column.name, fonts.font(fonts.TABLE, 600), tokens.t1)
            note = QRect(x + 9, 19, box.w - 14, 14)
            face = lettering.face(fonts.LABEL, figures=True)
            told = head_notes(self._board.sites.get(column.studio_id, ""), column.note)
            room = (note.x(), note.y(), note.width(), note.height())
            write(painter, fitting(told, note.width(), face) or told[-1], face, room, tokens.t2)
        painter.setClipping(False)

    def _hours(self, painter: QPainter, geometry: WeekGeometry, tokens: Tokens) -> None:
        face = fonts.font(fonts.LABEL, figures=True)
        metrics = QFontMetrics(face)
        painter.setFont(face)
        painter.setPen(tokens.t2)
        offset = LABEL - self._board.horizontalOffset()
        painter.setClipRect(QRect(LABEL - 20, 0, self.width(), self.height()))
        for minute in range(geometry.first, geometry.last, 60):
            text = clock(minute)
            x = geometry.pixels(minute) + offset - metrics.horizontalAdvance(text) // 2
            painter.drawText(x, 16, text)
        painter.setClipping(False)


class SideEdge(QWidget):
    """Beside the board: the hours, or the days with their lanes.

    `day_wanted` carries a day of the week whose name was pressed.
    """

    day_wanted = Signal(object)

    def __init__(self, board: Scrolled, parent: QWidget) -> None:
        super().__init__(parent)
        self._board = board
        self.setAccessibleName("Hours and days")
        self.setMouseTracking(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._day_at(event.position().toPoint()) is None:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position().toPoint())
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self.day_wanted.emit(day)

    def _day_at(self, point: QPoint) -> date | None:
        """The day of the week whose name is at a point."""
        geometry = self._board.plan
        if not isinstance(geometry, WeekGeometry) or point.x() >= LABEL - LANE_NAMES:
            return None
        y = point.y() + self._board.verticalOffset()
        return geometry.spot(0, y).day if 0 <= y < geometry.height else None

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        geometry = self._board.plan
        painter.fillRect(self.rect(), tokens.panel)
        if isinstance(geometry, DayGeometry):
            self._hours(painter, geometry, tokens)
        elif isinstance(geometry, WeekGeometry):
            self._days(painter, geometry, tokens)
        painter.setPen(QPen(tokens.line, 0))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _hours(self, painter: QPainter, geometry: DayGeometry, tokens: Tokens) -> None:
        painter.fillRect(self.rect(), tokens.surface)
        face = fonts.font(fonts.LABEL, figures=True)
        offset = self._board.verticalOffset()
        for minute in range(geometry.first, geometry.last, 60):
            y = geometry.pixels(minute) - offset
            room = QRect(0, y - (7 if minute > geometry.first else 0), self.width() - 13, 14)
            words(painter, room, clock(minute), face, tokens.t2, Qt.AlignmentFlag.AlignRight)

    def _days(self, painter: QPainter, geometry: WeekGeometry, tokens: Tokens) -> None:
        offset = self._board.verticalOffset()
        for number, band in enumerate(self._board.view.bands):
            box = geometry.day_box(number)
            top = box.y - offset
            self._day(painter, band, top, geometry.lane, tokens)
            if band.day not in geometry.free:
                self._lanes(painter, geometry, number, offset, tokens)
            painter.setPen(QPen(tokens.line2, 0))
            painter.drawLine(0, top + box.h - 1, self.width(), top + box.h - 1)

    def _day(self, painter: QPainter, band: Band, top: int, lane: int, tokens: Tokens) -> None:
        name = QRect(16, top + 8, 76, 18)
        ink = tokens.accent_t if band.today else tokens.t1
        words(painter, name, band.name, fonts.font(fonts.BODY, 600), ink)
        kind = QRect(16, top + 26, 80, 14)
        words(painter, kind, band.kind, fonts.font(fonts.LABEL, figures=True), tokens.t2)
        state = QRect(16, top + 40, 80, 14)
        ink = tokens.accent_t if band.strong else tokens.t2
        face = fonts.font(fonts.LABEL, 600 if band.strong else 400)
        words(painter, state, band.state, face, ink)
        for y, text in zip(self._rows(lane), band.more, strict=False):
            room = QRect(16, top + y, 72, 14)
            words(painter, room, text, fonts.font(fonts.LABEL), tokens.t2)

    def _rows(self, lane: int) -> range:
        """Where lines stand below a day's name, kind and state, as far as the lanes go."""
        return range(54, lane * len(self._board.view.columns) - 13, 14)

    def _lanes(
        self, painter: QPainter, geometry: WeekGeometry, number: int, offset: int, tokens: Tokens
    ) -> None:
        """The lanes' numbers, and before them the site of those that are not at the main one."""
        face = fonts.font(fonts.TINY, figures=True)
        for lane, column in enumerate(self._board.view.columns):
            top = geometry.lane_top(number, lane) - offset
            room = QRect(self.width() - 24, top, 18, geometry.lane - 1)
            words(painter, room, column.short, face, tokens.t2, Qt.AlignmentFlag.AlignRight)
        lines = min(len(self._rows(geometry.lane)), len(self._board.view.bands[number].more))
        below = geometry.day_box(number).y + 54 + 14 * lines
        at = 0
        sites = (self._board.sites.get(one.studio_id, "") for one in self._board.view.columns)
        for site, some in groupby(sites):
            lanes = range(at, at + len(list(some)))
            at = lanes.stop
            if site:
                tops = [geometry.lane_top(number, lane) for lane in (*lanes, at)]
                self._site(painter, site, [top - offset for top in tops], below - offset, tokens)

    def _site(
        self, painter: QPainter, site: str, tops: Sequence[int], below: int, tokens: Tokens
    ) -> None:
        """A site's name once for lanes that lie together, with a line along all of them; the last
        of `tops` is where they end.

        It stands beside the last; where the day's own words end only below that, there is room for
        its first letters.
        """
        right = self.width() - 22
        last, end = tops[-2:]
        painter.fillRect(QRect(right, tops[0] + 2, 1, end - tops[0] - 5), tokens.t3)
        clear = last >= below
        left = 16 if clear else right - 22
        room = QRect(left, last, right - 4 - left, end - last - 1)
        said = site if clear else site[:2]
        face = fonts.font(fonts.TINY)
        words(painter, room, said, face, tokens.t2, Qt.AlignmentFlag.AlignRight)


def head_notes(site: str, note: str) -> tuple[str, ...]:
    """What stands below a studio's name, from the longest on: Docklands · 2 h booked, Docklands."""
    if not site:
        return (note,)
    return f"{site} · {note}", f"{site} · {note.removesuffix(' booked')}", site
