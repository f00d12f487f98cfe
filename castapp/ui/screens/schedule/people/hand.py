"""The hand in the People view: a call's block dragged along time or to another dancer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from castapp.domain.calls import Call
from castapp.ui import fonts, theme
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.consequences import with_past
from castapp.ui.screens.schedule.deeds import Deeds
from castapp.ui.screens.schedule.drag_state import THRESHOLD, Held
from castapp.ui.screens.schedule.lettering import face, write
from castapp.ui.screens.schedule.people.carrying import (
    STEP,
    Carried,
    carried,
    carrying_edit,
    carrying_tip,
)
from castapp.ui.screens.schedule.people.plan import ROW
from castapp.ui.screens.schedule.people.rows import Block
from castapp.ui.screens.schedule.people.table import PeopleTable
from castapp.ui.screens.schedule.tip_paint import paint_tip
from castapp.ui.screens.schedule.zones import Tip
from castapp.ui.widgets.drawing import plate

_LEAVES = ROW * 3 // 4
"""How far up or down the pointer must be before it is meant for another row."""
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class _Taken:
    """What the button went down on."""

    person_id: str
    block: Block
    point: QPoint


class PeopleHand(QObject):
    """Watches the table's mouse and keys; `held` is what is in the hand, None for nothing."""

    def __init__(self, context: ScreenContext, table: PeopleTable, deeds: Deeds) -> None:
        super().__init__(table)
        self._context = context
        self._table = table
        self._deeds = deeds
        self._taken: _Taken | None = None
        self.held: Carried | None = None
        self.tip: Tip | None = None
        self.overlay = _Overlay(self, table.viewport())
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._table:
            return kind == QEvent.Type.KeyPress and self._key(cast(QKeyEvent, event))
        if kind == QEvent.Type.MouseButtonPress:
            self._press(cast(QMouseEvent, event))
        elif kind == QEvent.Type.MouseMove and self._taken is not None:
            self._move(cast(QMouseEvent, event).position().toPoint(),
                       bool(cast(QMouseEvent, event).modifiers() & _CTRL))  # fmt: skip
            return True
        elif kind == QEvent.Type.MouseButtonRelease and self._taken is not None:
            self._release()
        return super().eventFilter(watched, event)

    def cancel(self) -> None:
        """Put back what is held."""
        self._taken = self.held = self.tip = None
        self.overlay.hide()

    @property
    def words(self) -> str:
        """What stands on the block in the hand."""
        return self._taken.block.text if self._taken is not None else ""

    def target(self) -> tuple[QRect, bool]:
        """Where the block would stand in the viewport, and whether in another's row."""
        table, held, taken = self._table, self.held, self._taken
        if held is None or taken is None:
            return QRect(), False
        number = table.people.number_of(held.to_id or held.from_id)
        if number is None:
            return QRect(), False
        top = table.visualRect(table.people.index(number)).top()
        left, down, width, height = table.plan.block(taken.block)
        shift = table.plan.x(held.minutes) - table.plan.x(0)
        return QRect(left + shift, top + down, width, height), bool(held.to_id)

    def _press(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        row, number = self._table.hit(point)
        if event.button() is not Qt.MouseButton.LeftButton or row is None or number is None:
            return
        block = row.blocks[number]
        if block.ref.kind is Call:
            self._taken = _Taken(row.person_id, block, point)

    def _move(self, point: QPoint, also: bool) -> None:
        taken, table = self._taken, self._table
        if taken is None:
            return
        away = point - taken.point
        if self.held is None and away.manhattanLength() < THRESHOLD:
            return
        book = self._context.book
        if book.find(Call, taken.block.ref.id) is None:
            self.cancel()
            return
        row = table.people.row(table.indexAt(point))
        onto = row.person_id if row is not None and abs(away.y()) >= _LEAVES else ""
        minutes = away.x() * 60 / table.plan.hour
        self._hold(carried(book, taken.block.ref.id, taken.person_id, minutes, onto, also=also))

    def _hold(self, held: Carried) -> None:
        if held == self.held:
            return
        self.held = held
        book = self._context.book
        call = book.get(Call, held.call_id)
        start = call.start + held.minutes
        there = Held(call.id, call.day, call.studio_id, start, start + call.minutes)
        told = carrying_tip(book, held) if held.changes else None
        self.tip = with_past(told, (there,), self._context.today) if told else None
        self.overlay.setGeometry(self._table.viewport().rect())
        self.overlay.show()
        self.overlay.raise_()
        self.overlay.update()

    def _release(self) -> None:
        held = self.held
        self.cancel()
        if held is not None and held.changes:
            self._do(held)

    def _do(self, held: Carried, *, told: bool = False) -> None:
        edit = self._deeds.commit(lambda book: carrying_edit(book, held))
        if edit is not None and told:
            self._context.say(f"{edit.label}.")

    def _key(self, event: QKeyEvent) -> bool:
        """Alt and an arrow do with the block what the mouse does, a step or a row at a time."""
        if event.key() == Qt.Key.Key_Escape and self.held is not None:
            self.cancel()
            return True
        block, person_id = self._table.current_block, self._table.person_id
        if not event.modifiers() & _ALT or block is None or block.ref.kind is not Call:
            return False
        minutes = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}.get(Qt.Key(event.key()), 0)
        rows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not minutes and not rows:
            return False
        to_id = self._beside(person_id, rows) if rows else ""
        also = bool(event.modifiers() & _CTRL)
        held = carried(self._context.book, block.ref.id, person_id, minutes, to_id, also=also)
        if held.changes:
            self._do(held, told=bool(held.to_id))
            self._stay(held, block)
        return True

    def _beside(self, person_id: str, way: int) -> str:
        """The dancer in the next row up or down, ranks passed over."""
        rows = self._table.people.rows
        number = (self._table.people.number_of(person_id) or 0) + way
        while 0 <= number < len(rows) and not rows[number].person_id:
            number += way
        return rows[number].person_id if 0 <= number < len(rows) else ""

    def _stay(self, held: Carried, block: Block) -> None:
        """The keyboard stays on the block that went."""
        table = self._table
        table.select_person(held.to_id or held.from_id)
        row = table.people.row(table.currentIndex())
        for number, one in enumerate(row.blocks if row is not None else ()):
            if one.ref == block.ref:
                table.block = number
        table.viewport().update()


class _Overlay(QWidget):
    """What is in the hand and its tip, over the rows; the mouse goes through it."""

    def __init__(self, hand: PeopleHand, parent: QWidget) -> None:
        super().__init__(parent)
        self._hand = hand
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        rect, handed = self._hand.target()
        if rect.isEmpty():
            return
        tokens, painter, tip = theme.current(), QPainter(self), self._hand.tip
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if handed:
            painter.setPen(QPen(tokens.focus, 2))
            painter.drawRect(QRect(1, rect.top() - 2, self.width() - 3, rect.height() + 3))
        plate(painter, rect, tokens.sel)
        severe = tip is not None and tip.severity in ("hard", "breach")
        ink = tokens.findings[tip.severity].ink if tip is not None and severe else tokens.t1
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 2))
        painter.drawRoundedRect(rect, 4, 4)
        room = (rect.left() + 7, rect.top(), rect.width() - 10, rect.height())
        write(painter, self._hand.words, face(fonts.LABEL), room, tokens.t1, cut=True)
        if tip is not None:
            paint_tip(painter, tip, rect.adjusted(0, -4, 0, 4), self.rect())
