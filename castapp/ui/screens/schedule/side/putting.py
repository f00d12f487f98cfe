"""What is taken from the side list goes into the call under the pointer, or makes a new one."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.edit import Edit
from castapp.domain.repertory import Production
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.board import Board
from castapp.ui.screens.schedule.deeds import Deeds
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.offer_paint import Offer
from castapp.ui.screens.schedule.rooms import room_at
from castapp.ui.screens.schedule.side.list import SideList
from castapp.ui.screens.schedule.side.parts import Part, parts, put_into, put_on_board

NOWHERE = "Choose a call, or an empty place with Space, to put it there."


class Putting(QObject):
    """Joins the side list with the board. `refill` shows the list anew."""

    def __init__(self, context: ScreenContext, board: Board, side: SideList, deeds: Deeds) -> None:
        super().__init__(board)
        self._context = context
        self._board = board
        self._side = side
        self._deeds = deeds
        side.wanted.connect(self.refill)
        side.dragged.connect(lambda _part, point: self._show(point))
        side.dropped.connect(self._drop)
        side.given_up.connect(self._leave)
        side.taken.connect(self._take)

    def begin(self) -> None:
        """Show the ballet of the selected call, else one that is rehearsed on the day."""
        book = self._context.book
        chosen = [book.get(Call, one) for one in self._board.selected_calls()]
        today = book.where(Call, "day", self._deeds.day)
        work_id = next((one.production_id for one in (*chosen, *today) if one.production_id), "")
        self.refill()
        if work_id:
            self._side.work.choose(work_id)
            self.refill()

    def refill(self) -> None:
        """Show what the book has now, if the list is open."""
        side, book = self._side, self._context.book
        if side.isHidden():
            return
        works = sorted(book.all(Production), key=lambda one: one.title)
        side.show_works([(one.id, one.short or one.title) for one in works])
        day = self._deeds.day
        side.show_parts(parts(book, day, side.work.key, side.typed.text()))

    def _target(self, point: QPoint) -> tuple[str, Held | None]:
        """The call under a point of the screen, or the room for a new one there."""
        board = self._board
        spot = board.viewport().mapFromGlobal(point)
        if not board.isVisible() or not board.viewport().rect().contains(spot):
            return "", None
        card = board.card_at(spot)
        if card is not None:
            return (card.id, board.held([card.id])[0]) if card.is_call else ("", None)
        ground = board.ground(spot)
        return "", room_at(board.view, board.plan.spot(ground.x(), ground.y()), board.hand.step)

    def _show(self, point: QPoint) -> None:
        """Mark where it would go."""
        _, held = self._target(point)
        self._board.show_offers((Offer(held, marked=True),) if held is not None else ())

    def _leave(self) -> None:
        self._board.show_offers(())

    def _drop(self, part: Part, point: QPoint) -> None:
        call_id, held = self._target(point)
        self._leave()
        if held is not None:
            self._put(part, call_id, held)

    def _take(self, part: Part) -> None:
        """Enter: into the one call selected, or where the empty place is."""
        chosen, room = self._board.selected_calls(), self._board.room
        if len(chosen) == 1:
            self._put(part, chosen[0], None)
        elif room is not None:
            self._put(part, "", room)
        else:
            self._context.say(NOWHERE)

    def _put(self, part: Part, call_id: str, held: Held | None) -> None:
        def edit(book: Book) -> Edit:
            if held is None or call_id:
                return put_into(book, call_id, part.key)
            return put_on_board(book, held, part.key)

        if self._deeds.commit(edit) is not None and call_id:
            self._board.select([call_id], call_id)
