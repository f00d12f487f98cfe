"""Writing a call on the board: opens the field where it would stand, makes what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal

from castapp.domain.calls import Call
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.board import Board
from castapp.ui.screens.schedule.deeds import Deeds
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.geometry import Stand
from castapp.ui.screens.schedule.offer_paint import Offer
from castapp.ui.screens.schedule.typed_call.place import around, typed_edit

if TYPE_CHECKING:
    from castapp.services.calltext import Reading
    from castapp.ui.screens.schedule.typed_call.field import CallField
    from castapp.ui.screens.schedule.typed_call.words import Said


class CallWriter(QObject):
    """One field for one board. `changed` says that writing has begun or is over."""

    changed = Signal()

    def __init__(self, context: ScreenContext, board: Board, deeds: Deeds, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._board = board
        self._deeds = deeds
        self._around: Call | None = None
        self._field: CallField | None = None
        board.typed.connect(self.begin)

    @property
    def field(self) -> CallField:
        """The field, made when it is first wanted: what it reads with is not needed to begin."""
        if self._field is None:
            from castapp.ui.screens.schedule.typed_call.field import CallField

            self._field = CallField(self._board.viewport())
            self._field.made.connect(self._make)
            self._field.closed.connect(self._over)
        return self._field

    @property
    def writing(self) -> bool:
        """Whether the field is open."""
        return self._field is not None and not self._field.isHidden()

    def begin(self, text: str = "", span: Held | None = None) -> None:
        """Open the field for the span, the bare call chosen, or the next room there is."""
        view, chosen = self._board.view, self._board.current_id()
        span = span or self._board.room
        call = around(self._context.book, view, self._deeds.day, chosen, span)
        if call is None:
            self._context.say("There is no studio yet; add one in Settings first.")
            return
        self._around = call
        self.field.open(self._read, text, self._box(call))
        self.changed.emit()

    def _read(self, text: str) -> tuple[Reading, Said]:
        from castapp.services.calltext import Reading, reading
        from castapp.ui.screens.schedule.typed_call.words import Said, said

        call = self._around
        if call is None:
            return Reading(text), Said()
        found = reading(self._context.book, text, call.day, call)
        self._offer(found.call or call)
        return found, said(self._context.book, found) if text.strip() else Said()

    def _offer(self, call: Call | None) -> None:
        """Show on the board where the call would stand."""
        if call is not None:
            held = Held(call.id, call.day, call.studio_id, call.start, call.end)
            self._board.show_offers((Offer(held, marked=True),))

    def _make(self, read: Reading, keep_unread: bool) -> None:
        book = self._context.book
        there = read.call is not None and book.find(Call, read.call.id) is not None
        edit = typed_edit(book, read, keep_unread=keep_unread)
        if edit is None or (there and not read.text.strip()):
            self.field.close_up()
            return
        self.field.hide()
        if self._deeds.commit(lambda _book: edit) is not None:
            self._over()
        else:
            self._board.show_offers(())
            self.changed.emit()

    def _over(self) -> None:
        self._board.show_offers(())
        self._board.setFocus()
        self.changed.emit()

    def _box(self, call: Call) -> QRect:
        """Where the call stands, in the viewport."""
        board = self._board
        box = board.plan.box(Stand(call.day, call.studio_id, call.start, call.end))
        if box is None:
            return QRect(8, 8, 1, 1)
        rect = QRect(box.x, box.y, box.w, box.h)
        return rect.translated(-board.horizontalOffset(), -board.verticalOffset())
