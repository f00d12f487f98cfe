"""Keys on the board: nudge, stretch, open, choose an empty place and move it, begin to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from castapp.ui.screens.schedule.drag_state import shifted
from castapp.ui.screens.schedule.rooms import room_after

if TYPE_CHECKING:
    from castapp.ui.screens.schedule.board import Board

_ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Keying:
    """Answers the keys of one board: those that go down, and Alt when it goes up."""

    def __init__(self, board: Board) -> None:
        self._board = board

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for. False if it means nothing here."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~_KEYPAD
        if key in _ARROWS:
            return self._arrow(key, held)
        if key == Qt.Key.Key_Escape:
            return self._leave()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._open()
        if key == Qt.Key.Key_Space and not held:
            board = self._board
            board.choose_room(room_after(board.view, board.current_id()))
            board.show_room()
            return True
        if event.text().isalnum() and not held & ~_SHIFT:
            self._board.typed.emit(event.text())
            return True
        return False

    def release(self, event: QKeyEvent) -> bool:
        """Alt going up puts down what was held by it. False if it means nothing here."""
        return event.key() == Qt.Key.Key_Alt and self._board.stepping.put_down()

    def _arrow(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        board = self._board
        minutes, places = self._in_time(key)
        if held == _ALT:
            board.stepping.step(minutes, places)
        elif held == _ALT | _SHIFT:
            board.stretched.emit(minutes)
        elif board.room is not None and held == _SHIFT:
            board.stretch_room(minutes)
        elif board.room is not None and not held:
            board.choose_room(shifted((board.room,), minutes, places, board.view.studios)[0])
            board.show_room()
        else:
            return False
        return True

    def _leave(self) -> bool:
        board = self._board
        if board.stepping.leave():
            return True
        if board.hand.holding:
            board.hand.cancel()
        elif board.room is not None:
            board.choose_room(None)
            board.select([board.current_id()], board.current_id())
        else:
            return False
        return True

    def _open(self) -> bool:
        board = self._board
        if board.stepping.put_down():
            return True
        if board.room is not None:
            board.typed.emit("")
        elif board.current_id():
            board.opened.emit(board.current_id())
        return True

    def _in_time(self, key: Qt.Key) -> tuple[int, int]:
        """An arrow as minutes and columns: time runs down by day, across by week."""
        across, down = _ARROWS[key]
        step = self._board.hand.step
        return (down * step, across) if self._board.plan.down else (across * step, down)
