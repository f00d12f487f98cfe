"""Calls held by keys: each step of Alt and an arrow is judged and said; they go down once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from castapp.domain.slot import clock
from castapp.ui.announce import say
from castapp.ui.screens.schedule.drag_state import Held, shifted
from castapp.ui.screens.schedule.zones import Tip

if TYPE_CHECKING:
    from castapp.ui.screens.schedule.board import Board


class Stepping(QObject):
    """Belongs to one board; what it holds is in the board's hand, as with the mouse."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._held: tuple[Held, ...] = ()
        board.hand.told.connect(self._tell)

    @property
    def holding(self) -> bool:
        """Whether something is held by keys."""
        return bool(self._held) and self._board.hand.holding

    def step(self, minutes: int, places: int) -> None:
        """Take the selected calls up, or step on with those held; it may pass over anything."""
        board = self._board
        if not self.holding:
            self._held = board.held(board.selected_calls())
        at = board.hand.landing if board.hand.holding else self._held
        landed = shifted(at, minutes, places, board.view.studios)
        if not landed:
            say(board, "Choose a call to move.")
        elif landed == at:
            say(board, "No further that way.")
        else:
            told = board.hand.hold(self._held, landed)
            board.bring(landed[0])
            say(board, step_words(board, landed, told))

    def put_down(self) -> bool:
        """Let go: one deed for all the steps. False if nothing was held."""
        if not self.holding:
            return False
        held, landed = self._held, self._board.hand.landing
        self._held = ()
        self._board.hand.cancel()
        if landed != held:
            self._board.carried.emit(landed, False)
        else:
            say(self._board, "Where it was.")
        return True

    def leave(self) -> bool:
        """Let everything be where it was. False if nothing was held."""
        if not self.holding:
            return False
        self._board.hand.cancel()
        self._board.bring(self._held[0])
        say(self._board, f"Left where it was, {_where(self._board, self._held)}.")
        self._held = ()
        return True

    def _tell(self, told: Tip) -> None:
        if self.holding:
            say(self._board, tip_words(told))


def step_words(board: Board, landed: tuple[Held, ...], told: Tip | None) -> str:
    """A place and its price: 14.15 to 15.15, Studio 3. No cost."""
    return " ".join(part for part in (f"{_where(board, landed)}.", tip_words(told)) if part)


def tip_words(told: Tip | None) -> str:
    """A price as it is read out."""
    if told is None:
        return ""
    return " ".join(line if line.endswith(".") else f"{line}." for line in (told.head, *told.lines))


def _where(board: Board, held: tuple[Held, ...]) -> str:
    one = min(held, key=lambda each: (each.day, each.start))
    names = {column.studio_id: column.name for column in board.view.columns}
    place = f"{clock(one.start)} to {clock(one.end)}, {names.get(one.studio_id, 'elsewhere')}"
    return place if len(held) == 1 else f"{len(held)} calls, the first {place}"
