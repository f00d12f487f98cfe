"""A part of the side list over the People view: into the call under the pointer, or not at all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from castapp.domain.calls import Call
from castapp.ui import theme
from castapp.ui.screens.schedule.people.table import PeopleTable
from castapp.ui.screens.schedule.tip_paint import paint_tip
from castapp.ui.screens.schedule.zones import Tip

ON_BOARD = "On the Day board (Ctrl+1) it becomes a call of its own, here it goes into a call."
NO_PLACE = Tip("warning", "No call here to put it in", (ON_BOARD,))
_POINTER = QRect(-4, -4, 20, 24)


class OverPeople(QObject):
    """`asked` says what putting it into a call would do; `tip` is what is said now, None for
    nothing.
    """

    def __init__(self, table: PeopleTable, asked: Callable[[str], Tip | None]) -> None:
        super().__init__(table)
        self._table = table
        self._asked = asked
        self._call_id = ""
        self.tip: Tip | None = None
        self.kept = QRect()
        self.ring = QRect()
        self.overlay = _Overlay(self, table.viewport())

    def move(self, where: QPoint) -> None:
        """The pointer is at this point of the screen."""
        view = self._table.viewport()
        point = view.mapFromGlobal(where)
        if not view.rect().contains(point):
            self.end()
            return
        call_id, self.ring = self._under(point)
        if self.tip is None or call_id != self._call_id:
            self._call_id = call_id
            self.tip = (self._asked(call_id) if call_id else None) or NO_PLACE
        self.kept = self.ring if call_id else _POINTER.translated(point)
        self.overlay.setGeometry(view.rect())
        self.overlay.show()
        self.overlay.raise_()
        self.overlay.update()

    def drop(self, where: QPoint) -> tuple[str, str]:
        """Let it go: the id of the call it goes into, or why it goes nowhere; "" and "" outside."""
        self.move(where)
        call_id, refused = self._call_id, "" if self.tip is None else ON_BOARD
        self.end()
        return call_id, "" if call_id else refused

    def end(self) -> None:
        """Say nothing any more."""
        self.tip, self._call_id = None, ""
        self.overlay.hide()

    def _under(self, point: QPoint) -> tuple[str, QRect]:
        """The call whose block is under a point, and that block."""
        row, number = self._table.hit(point)
        if row is None or number is None or row.blocks[number].ref.kind is not Call:
            return "", QRect()
        block = row.blocks[number]
        left, down, width, height = self._table.plan.block(block)
        top = self._table.visualRect(self._table.indexAt(point)).top()
        return block.ref.id, QRect(left, top + down, width, height)


class _Overlay(QWidget):
    """The ring around the call and the tip, over the rows; the mouse goes through it."""

    def __init__(self, over: OverPeople, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        over, painter = self._over, QPainter(self)
        if over.tip is None:
            return
        if not over.ring.isEmpty():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().focus, 2))
            painter.drawRoundedRect(over.ring, 4, 4)
        paint_tip(painter, over.tip, over.kept.adjusted(0, -4, 0, 4), self.rect())
