"""A board that scrolls by itself while something is held near its edge."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QAbstractItemView

EDGE, EVERY_MS, STEP = 24, 25, 14


class EdgeScroll(QObject):
    """`moved` is called after each step, since what lies under the pointer is another place."""

    def __init__(self, view: QAbstractItemView, moved: Callable[[], None]) -> None:
        super().__init__(view)
        self._view = view
        self._moved = moved
        self._point = QPoint()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._scroll)

    def watch(self, point: QPoint, *, holding: bool) -> None:
        """The pointer is here in the viewport; near an edge the view begins to scroll."""
        self._point = point
        area = self._view.viewport().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        if not holding or area.contains(point):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Scroll no more."""
        self._timer.stop()

    def _scroll(self) -> None:
        view, area = self._view, self._view.viewport().rect()
        for bar, at, low, high in (
            (view.verticalScrollBar(), self._point.y(), area.top(), area.bottom()),
            (view.horizontalScrollBar(), self._point.x(), area.left(), area.right()),
        ):
            bar.setValue(bar.value() + _push(at, low, high))
        self._moved()


def _push(at: int, low: int, high: int) -> int:
    if at < low + EDGE:
        return -STEP
    return STEP if at > high - EDGE else 0
