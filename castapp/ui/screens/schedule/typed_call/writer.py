"""Writing a call on the board: opens the field where it would stand, makes what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer, Signal

from castapp.domain.calls import Call
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.board import Board
from castapp.ui.screens.schedule.deeds import Deeds
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.edits import first_gap
from castapp.ui.screens.schedule.geometry import Stand
from castapp.ui.screens.schedule.offer_paint import Offer
from castapp.ui.screens.schedule.typed_call.place import Around, around, bare_call, typed_edit

if TYPE_CHECKING:
    from castapp.services.calltext import Reading
    from castapp.ui.screens.schedule.typed_call.field import CallField
    from castapp.ui.screens.schedule.typed_call.words import Said


PAUSE_MS = 80


class CallWriter(QObject):
    """One field for one board. `changed` says that writing has begun or is over."""

    changed = Signal()

    def __init__(self, context: ScreenContext, board: Board, deeds: Deeds, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._board = board
        self._deeds = deeds
        self._around: Around | None = None
        self._field: CallField | None = None
        self._heard: Reading | None = None
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.judge)
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
        """Open the field for the span, the bare call chosen, or the next room there is.

        One that is open already goes on with what was typed.
        """
        if self.writing:
            self.field.go_on(text)
            return
        view, chosen = self._board.view, self._board.current_id()
        span = span or self._board.room
        self._open(around(self._context.book, view, self._deeds.day, chosen, span), text)

    def begin_new(self) -> None:
        """Open the field for a call in the empty place chosen, else in the first gap of the day.

        Nothing is made before Enter.
        """
        if self.writing:
            self.field.go_on("")
            return
        room = self._board.room
        place = room or first_gap(self._board.view, self._deeds.day)
        found = Around(bare_call(place), loose=room is None) if place is not None else None
        self._open(found, "")

    def judge(self) -> None:
        """Say in the field what the call read last would break or cost."""
        from castapp.ui.screens.schedule.typed_call.verdict import Verdict, verdict

        read = self._heard
        if read is not None and self.writing:
            known = read.call is not None and bool(read.text.strip())
            book, today = self._context.book, self._context.today
            self.field.show_cost(verdict(book, read, today) if known else Verdict())

    def _open(self, found: Around | None, text: str) -> None:
        if found is None:
            self._context.say("There is no studio yet; add one in Settings first.")
            return
        self._around = found
        self.field.open(self._read, text, self._box(found.call))
        self.changed.emit()

    def leave(self) -> None:
        """Close the field, if it is open, and say what is left with it."""
        if self.writing:
            text = self.field.text.strip()
            self.field.close_up()
            if text:
                self._context.say(f"Not made: “{text}”.")

    def _read(self, text: str) -> tuple[Reading, Said]:
        from castapp.services.calltext import Reading, reading
        from castapp.ui.screens.schedule.typed_call.words import Said, said

        if self._around is None:
            return Reading(text), Said()
        call = self._around.call
        found = reading(self._context.book, text, call.day, call, loose=self._around.loose)
        self._offer(found.call or call)
        self._heard = found
        self._pause.start()
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
        self._pause.stop()
        self.field.hide()
        around, text = self._around, read.text
        if self._deeds.commit(lambda _book: edit, put_back=lambda: self._again(around, text)):
            self._over()
        else:
            self._board.show_offers(())
            self.changed.emit()

    def _again(self, found: Around | None, text: str) -> None:
        """The call was put back: go on with its text, once the keyboard is free."""
        QTimer.singleShot(0, self, lambda: None if self.writing else self._open(found, text))

    def _over(self) -> None:
        self._pause.stop()
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
