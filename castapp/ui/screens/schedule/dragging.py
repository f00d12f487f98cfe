"""What is in the hand, judged: the board's hand with the tray and the appraiser."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, Qt

from castapp.domain.calls import Call
from castapp.services.board.known_calls import GONE
from castapp.services.findings import new_findings
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.appraiser import Appraiser
from castapp.ui.screens.schedule.board import Board
from castapp.ui.screens.schedule.consequences import with_past
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.tray import Tray
from castapp.ui.screens.schedule.zones import Tip

_NO_KEYS = Qt.KeyboardModifier.NoModifier


class Dragging(QObject):
    """Joins one board with where calls wait, and has each place judged."""

    def __init__(self, context: ScreenContext, board: Board, tray: Tray) -> None:
        super().__init__(board)
        self._context = context
        self._board = board
        self._tray = tray
        self.appraiser = Appraiser(new_findings, self)
        hand = board.hand
        hand.asking.here = self._appraise
        hand.asking.ready = self._prepare
        hand.asking.over_tray = self._over_tray
        self.appraiser.told.connect(self._tell)
        self.appraiser.zones_found.connect(hand.show_zones)
        board.drag_changed.connect(self._changed)
        tray.lifted.connect(lambda card, point: hand.lift_from_tray(card, self._on_board(point)))
        tray.dragged.connect(lambda point: hand.move(self._on_board(point), _NO_KEYS))
        tray.dropped.connect(lambda point: hand.release(self._on_board(point), _NO_KEYS))
        tray.given_up.connect(hand.cancel)

    def stop(self) -> None:
        """Put back what is held."""
        self._board.hand.cancel()
        self.appraiser.stop()

    def _prepare(self, held: tuple[Held, ...]) -> None:
        if not self._gone(held):
            self.appraiser.prepare(self._context.book, held)

    def _gone(self, held: Iterable[Held]) -> bool:
        """Whether somebody else has taken out what is held."""
        return any(one.id and self._context.book.find(Call, one.id) is None for one in held)

    def _appraise(self, held: tuple[Held, ...], copying: bool) -> Tip | None:
        """What it costs to let go here; the rest of the day is judged meanwhile."""
        book, board = self._context.book, self._board
        drag = board.hand.drag
        if drag is None:
            return None
        if self._gone(drag.held):
            return Tip("hard", "Not possible", (GONE,), signs=("hard",))
        if drag.part == "empty":
            return with_past(self.appraiser.drawn(book, held[0]), held, self._context.today)
        hours = (board.plan.first, board.plan.last)
        self.appraiser.scan(
            book, drag.held, held, board.view.studios, hours, part=drag.part, copying=copying
        )
        told = self.appraiser.tip(book, drag.held, held, copying=copying)
        return with_past(told, held, self._context.today)

    def _tell(self, told: Tip) -> None:
        """What the hand holds was judged while it rested."""
        hand = self._board.hand
        if self._gone(hand.landing):
            return
        hand.show_tip(with_past(told, hand.landing, self._context.today) or told)

    def _changed(self) -> None:
        if not self._board.hand.holding:
            self.appraiser.stop()
            self._tray.invite(0)

    def _over_tray(self, point: QPoint) -> bool:
        tray, drag = self._tray, self._board.hand.drag
        over = tray.isVisible() and tray.rect().contains(tray.mapFromGlobal(point))
        carried = drag.held if over and drag is not None and drag.part == "body" else ()
        tray.invite(len(carried))
        return over

    def _on_board(self, point: QPoint) -> QPoint:
        return self._board.viewport().mapFromGlobal(point)
