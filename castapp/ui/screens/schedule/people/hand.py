"""The hand in the People view: a call's block dragged along time or to another dancer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from castapp.domain.calls import Call
from castapp.ui import fonts, theme
from castapp.ui.announce import say
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.consequences import with_past
from castapp.ui.screens.schedule.deeds import Deeds
from castapp.ui.screens.schedule.drag_state import THRESHOLD, Held
from castapp.ui.screens.schedule.lettering import face, fitting, write
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
from castapp.ui.screens.schedule.shortening import shorter
from castapp.ui.screens.schedule.stepping import tip_words
from castapp.ui.screens.schedule.tip_paint import paint_tip
from castapp.ui.screens.schedule.zones import Tip
from castapp.ui.widgets.drawing import plate

_LEAVES = ROW * 3 // 4
"""How far up or down the pointer must be before it is meant for another row."""
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_MINUTES = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


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
        self._by_keys = False
        self.held: Carried | None = None
        self.tip: Tip | None = None
        self.overlay = _Overlay(self, table.viewport())
        table.turned.connect(self._turned)
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._table:
            if kind == QEvent.Type.KeyRelease:
                return self._let_go(cast(QKeyEvent, event))
            if kind == QEvent.Type.FocusOut and self._by_keys:
                self._leave()
            return kind == QEvent.Type.KeyPress and self._key(cast(QKeyEvent, event))
        if kind == QEvent.Type.MouseButtonPress:
            self.cancel()
            self._press(cast(QMouseEvent, event))
        elif self._by_keys:
            return super().eventFilter(watched, event)
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
        self._by_keys = False
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

    def _do(self, held: Carried) -> bool:
        """Write it. False if it was refused or waits for a reason."""
        return self._deeds.commit(lambda book: carrying_edit(book, held)) is not None

    def _key(self, event: QKeyEvent) -> bool:
        """Alt and an arrow carry the block a quarter of an hour or a row on; it is let go with Alt,
        or by Enter, and left by Esc.
        """
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.held is not None:
            self._leave()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._by_keys:
            self._put_down()
            return True
        minutes, rows = _MINUTES.get(key, 0), _ROWS.get(key, 0)
        if not event.modifiers() & _ALT or not (minutes or rows) or not self._take_up():
            return False
        self._step(minutes, rows, also=bool(event.modifiers() & _CTRL))
        return True

    def _take_up(self) -> bool:
        """Take up the block the keyboard is on. False if it is on none that can be carried."""
        block = self._table.current_block
        if self._by_keys:
            return True
        if block is None or block.ref.kind is not Call:
            return False
        self._taken = _Taken(self._table.person_id, block, QPoint())
        self._by_keys = True
        return True

    def _step(self, minutes: int, rows: int, *, also: bool) -> None:
        """Go on from where it is held; another dancer's row may be passed over."""
        taken, held = self._taken, self.held
        if taken is None:
            return
        call_id, from_id = taken.block.ref.id, taken.person_id
        there = (held.to_id if held is not None else "") or from_id
        to_id = (self._beside(there, rows) or there) if rows else there
        later = (held.minutes if held is not None else 0) + minutes
        self._hold(carried(self._context.book, call_id, from_id, later, to_id, also=also))
        number = self._table.people.number_of(to_id)
        if number is not None:
            self._table.scrollTo(self._table.people.index(number))
        self.overlay.update()
        said = tip_words(self.tip) if self.tip is not None else "Where it was."
        say(self._table, said)

    def _let_go(self, event: QKeyEvent) -> bool:
        """Alt went up: what was carried by it is put down."""
        if event.key() != Qt.Key.Key_Alt or not self._by_keys:
            return False
        self._put_down()
        return True

    def _put_down(self) -> None:
        held, taken = self.held, self._taken
        self.cancel()
        if held is None or taken is None or not held.changes:
            return
        if self._do(held):
            self._stay(held, taken.block)

    def _leave(self) -> None:
        self.cancel()
        say(self._table, "Left where it was.")

    def _turned(self) -> None:
        """Another day comes up: nothing is carried over to it."""
        if self._by_keys:
            self._leave()

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
        of = face(fonts.LABEL)
        write(painter, fitting(shorter(self._hand.words), room[2], of), of, room, tokens.t1)
        if tip is not None:
            paint_tip(painter, tip, rect.adjusted(0, -4, 0, 4), self.rect())
