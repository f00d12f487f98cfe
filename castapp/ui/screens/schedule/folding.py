"""Folded days of the week: one opens its lanes when something is pressed on it or held over it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from castapp.ui.screens.schedule.geometry import WeekGeometry

if TYPE_CHECKING:
    from castapp.ui.screens.schedule.ground_view import GroundView

_PRESSED = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove)


class Folding(QObject):
    """Watches the pointer over one board. `opened` are the days that have their lanes for now."""

    def __init__(self, board: GroundView) -> None:
        super().__init__(board)
        self._board = board
        self.opened: frozenset[date] = frozenset()
        self._left = QPoint()
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._fold)
        board.viewport().installEventFilter(self)

    def reach(self, point: QPoint) -> None:
        """Something is held over this point of the viewport: a folded day opens."""
        plan = self._board.plan
        if not isinstance(plan, WeekGeometry) or not plan.free:
            return
        if self._board.viewport().rect().contains(point):
            day = self._day(point)
            if day in plan.free:
                self._open(self.opened | {day}, day)

    def keep_within(self, days: tuple[date, ...]) -> None:
        """Other days are shown: forget those that are gone."""
        self.opened &= frozenset(days)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent):
            point = event.position().toPoint()
            if kind in _PRESSED and event.buttons() & Qt.MouseButton.LeftButton:
                self.reach(point)
            elif kind == QEvent.Type.MouseButtonRelease and self.opened:
                self._left = point
                self._later.start()
        return super().eventFilter(watched, event)

    def _fold(self) -> None:
        """Fold what was opened and has stayed without a card, but for the day under the pointer."""
        if self.opened and isinstance(self._board.plan, WeekGeometry):
            day = self._day(self._left)
            self._open(self.opened & {day}, day)

    def _open(self, opened: frozenset[date], anchor: date) -> None:
        """Have these days open; the upper edge of `anchor` stays where it is on the screen."""
        if opened == self.opened:
            return
        self.opened = opened
        self._board.measure_around(anchor)

    def _day(self, point: QPoint) -> date:
        ground = self._board.ground(point)
        return self._board.plan.spot(ground.x(), ground.y()).day
