"""Painting with the mouse: a click or a drag over cells or over the heads of the grid."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTableView

_MOUSE = (
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)  # fmt: skip


class Brush(QObject):
    """While `on`, the mouse over a table chooses columns and not cells. `painted` carries those
    drawn over, `over` those that would be if the button were let go of.
    """

    painted = Signal(list)
    over = Signal(list)

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._ports = (table.viewport(), table.horizontalHeader().viewport())
        self._drawn: list[int] = []
        self._hovered = -1
        self.on = False
        for port in self._ports:
            port.installEventFilter(self)

    def turn(self, *, on: bool) -> None:
        """Begin or end."""
        self.on = on
        self._drawn, self._hovered = [], -1
        shape = Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor
        for port in self._ports:
            port.setMouseTracking(on)
            port.setCursor(shape)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.on and watched in self._ports and event.type() in _MOUSE:
            self._on_mouse(cast(QMouseEvent, event))
            return True
        if self.on and event.type() == QEvent.Type.Leave and not self._drawn:
            self._hover(-1)
        return super().eventFilter(watched, event)

    def _on_mouse(self, event: QMouseEvent) -> None:
        column = self._table.columnAt(int(event.position().x()))
        if event.type() == QEvent.Type.MouseButtonRelease:
            drawn, self._drawn = self._drawn, []
            if drawn:
                self.painted.emit(drawn)
        elif event.buttons():
            if column >= 0 and column not in self._drawn:
                self._drawn = [*self._drawn, column]
                self.over.emit(self._drawn)
        else:
            self._hover(column)

    def _hover(self, column: int) -> None:
        if column != self._hovered:
            self._hovered = column
            self.over.emit([column] if column >= 0 else [])
