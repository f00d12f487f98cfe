"""The hand on the board: mouse events into a drag, its price while it lasts, its outcome."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal

from castapp.ui.screens.schedule.asking import Asking
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.clicking import choose_in, click
from castapp.ui.screens.schedule.drag_state import (
    Drag,
    Held,
    changed,
    landing,
    move,
    press,
)
from castapp.ui.screens.schedule.edge_scroll import EdgeScroll
from castapp.ui.screens.schedule.ghost_paint import Ghost
from castapp.ui.screens.schedule.in_hand import unmarked
from castapp.ui.screens.schedule.zones import Tip, Zone

if TYPE_CHECKING:
    from castapp.ui.screens.schedule.board import Board


class Hand(QObject):
    """Belongs to one board. `asking` is asked for the price of each place.

    `put` carries where something of the side list was let go: a span, and a call's id or "";
    `told` the price of where something rests.
    """

    put = Signal(object, str)
    told = Signal(object)

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._drag: Drag | None = None
        self._pressed: str = ""
        self._tray_card: Card | None = None
        self._into = ""
        self._tag = ""
        self._landing: tuple[Held, ...] = ()
        self._by_keys = False
        self._point = QPoint()
        self.step = 15
        self.zones: tuple[Zone, ...] = ()
        self.tip: Tip | None = None
        self.band: QRect | None = None
        self.asking = Asking()
        self._scroller = EdgeScroll(board, self._again)
        self._ready = QTimer(self, interval=0, singleShot=True)
        self._ready.timeout.connect(self._prepare)

    @property
    def drag(self) -> Drag | None:
        """What is being done, None when nothing is."""
        return self._drag

    @property
    def holding(self) -> bool:
        """Whether something is being done that Esc would take back."""
        return self._drag is not None

    @property
    def leaves_trace(self) -> bool:
        """Whether the place a card came from is shown."""
        return self._drag is not None and self._drag.part == "body"

    @property
    def landing(self) -> tuple[Held, ...]:
        """Where what is held would stand if it were let go now."""
        return self._landing

    def lifted(self) -> frozenset[str]:
        """The cards that are not painted where they stand."""
        drag = self._drag
        if drag is None or not drag.live or drag.copying:
            return frozenset()
        return frozenset(one.id for one in drag.held)

    def ghosts(self) -> tuple[Ghost, ...]:
        """What is painted in the hand."""
        drag = self._drag
        if drag is None or not drag.live or drag.over_tray:
            return ()
        cards, waiting = self._board.cards, self._tray_card
        return tuple(
            Ghost(held, unmarked(cards, waiting, held), self._tag) for held in self._landing
        )

    def press(self, point: QPoint, keys: Qt.KeyboardModifier) -> None:
        """The left button went down."""
        board = self._board
        self.cancel()
        self._point = point
        card, part = board.hit(point)
        spot = board.plan.spot(board.ground(point).x(), board.ground(point).y())
        self._pressed = card.id if card else ""
        extending = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        adding = bool(keys & Qt.KeyboardModifier.ControlModifier) or extending
        xy = _xy(board, point)
        if card is None:
            self._begin(press("band" if extending else "empty", spot, *xy, step=self.step))
            return
        if not adding and card.id not in board.selected_ids():
            board.select([card.id], card.id)
        chosen = board.selected_calls() if card.id in board.selected_ids() else []
        held = board.held([card.id, *(one for one in chosen if one != card.id)])
        self._begin(press(part if held else "still", spot, *xy, held, step=self.step))

    def lift_from_tray(self, card: Card, point: QPoint, part: str = "tray") -> None:
        """A card of the tray is being dragged; `point` is in the viewport."""
        stand = card.stand
        held = Held(card.id, stand.day, None, stand.start, stand.end)
        self._tray_card = card
        spot = self._board.plan.spot(*_xy(self._board, point))
        taken = press(part, spot, *_xy(self._board, point), (held,), step=self.step)
        self._begin(replace(taken, live=part == "new"))
        self.move(point, Qt.KeyboardModifier.NoModifier)

    def lift_new(self, card: Card, point: QPoint) -> None:
        """What is no call yet is being dragged; `card` is what it would be."""
        self.lift_from_tray(card, point, part="new")

    def hold(self, held: tuple[Held, ...], landed: tuple[Held, ...]) -> Tip | None:
        """Hold calls by keys, the mouse left aside, over this place; gives what it costs there."""
        if self._drag is None:
            spot = self._board.plan.spot(0, 0)
            self._begin(replace(press("body", spot, 0, 0, held, step=self.step), live=True))
            self._by_keys = True
        self._landing = landed
        self.tip = self.asking.here(landed, False)
        self._board.drag_changed.emit()
        self._board.viewport().update()
        return self.tip

    def tag(self, words: str) -> None:
        """Write this on what is held instead of its time."""
        self._tag = words

    def move(self, point: QPoint, keys: Qt.KeyboardModifier) -> None:
        """The pointer moved, with or without the button."""
        if self._drag is None or self._by_keys:
            self._board.show_cursor(point)
            return
        self._point = point
        self._board.reach(point)
        board, was_live = self._board, self._drag.live
        x, y = _xy(board, point)
        copying = bool(keys & Qt.KeyboardModifier.ControlModifier)
        on_tray = self.asking.over_tray(board.viewport().mapToGlobal(point))
        drag = move(self._drag, board.plan.spot(x, y), x, y, copying=copying, over_tray=on_tray)
        self._drag = drag
        if drag.part == "band":
            self.band = QRect(QPoint(drag.x, drag.y), QPoint(x, y)).normalized()
        elif drag.part == "new":
            self._land_new(drag, point)
        elif drag.live and drag.part != "still":
            self._land(drag)
        if drag.live and not was_live:
            board.drag_changed.emit()
        outside = drag.part == "new" and not self._landing
        self._scroller.watch(point, holding=drag.live and not outside)
        board.viewport().update()

    def release(self, point: QPoint, keys: Qt.KeyboardModifier) -> None:
        """The button came up: what was dragged is put down, else it was a click."""
        if self._drag is None or self._by_keys:
            return
        self.move(point, keys)
        drag, landed, into = self._drag, self._landing, self._into
        band = self.band
        self._end()
        if drag.part == "new":
            if landed:
                self.put.emit(landed[0], into)
        elif not drag.live:
            click(self._board, self._pressed, self._point, keys, step=self.step)
        elif drag.part == "band" and band is not None:
            choose_in(self._board, band)
        elif drag.part == "empty":
            self._board.drawn.emit(landed[0])
        elif landed and changed(drag, self._board.view.studios):
            if drag.part in ("start", "end"):
                self._board.resized.emit(landed[0])
            else:
                self._board.carried.emit(landed, drag.copying)

    def cancel(self) -> None:
        """Put everything back as it was."""
        if self._drag is not None:
            self._end()

    def show_zones(self, zones: tuple[Zone, ...]) -> None:
        """Tint the board while something is held."""
        if self._drag is not None:
            self.zones = zones
            self._board.viewport().update()

    def show_tip(self, tip: Tip) -> None:
        """Say what the place costs where the hand has come to rest."""
        if self._drag is not None:
            self.tip = tip
            self._board.viewport().update()
            self.told.emit(tip)

    def _begin(self, drag: Drag) -> None:
        self._drag = drag
        self._landing = ()
        self._ready.start()

    def _prepare(self) -> None:
        if self._drag is not None and self._drag.part != "new":
            self.asking.ready(self._drag.held)

    def _end(self) -> None:
        self._scroller.stop()
        self._ready.stop()
        self._drag = None
        self._by_keys = False
        self._landing = ()
        self._tray_card = None
        self._into = self._tag = ""
        self.zones = ()
        self.tip = None
        self.band = None
        self._board.drag_changed.emit()
        self._board.viewport().update()

    def _land(self, drag: Drag) -> None:
        landed = landing(drag, self._board.view.studios)
        if landed != self._landing:
            self._landing = landed
            self.tip = None if drag.over_tray else self.asking.here(landed, drag.copying)

    def _land_new(self, drag: Drag, point: QPoint) -> None:
        """Over a call it goes into that call; over empty ground it is one of its own."""
        board = self._board
        card = board.card_at(point)
        if not board.isVisible() or not board.viewport().rect().contains(point):
            landed: tuple[Held, ...] = ()
        elif card is None:
            landed = landing(drag, board.view.studios)
        else:
            landed = board.held([card.id])
        into = card.id if card is not None and landed else ""
        if (landed, into) == (self._landing, self._into):
            return
        self._landing, self._into, self._tag = landed, into, ""
        self.tip = None
        if landed:
            self.tip = self.asking.into(into) if into else self.asking.new(landed)

    def _again(self) -> None:
        """The board has scrolled under the pointer."""
        if self._drag is not None:
            copying = Qt.KeyboardModifier.ControlModifier
            none = Qt.KeyboardModifier.NoModifier
            self.move(self._point, copying if self._drag.copying else none)


def _xy(board: Board, point: QPoint) -> tuple[int, int]:
    ground = board.ground(point)
    return ground.x(), ground.y()
