"""The hand on the board: mouse events into a drag, its price while it lasts, its outcome."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer

from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.drag_state import (
    DEFAULT_MINUTES,
    Drag,
    Held,
    changed,
    landing,
    move,
    press,
)
from castapp.ui.screens.schedule.geometry import snap_down
from castapp.ui.screens.schedule.ghost_paint import Ghost
from castapp.ui.screens.schedule.rooms import room_at
from castapp.ui.screens.schedule.zones import Tip, Zone

if TYPE_CHECKING:
    from castapp.ui.screens.schedule.board import Board

_EDGE, _SCROLL_MS, _SCROLL_STEP = 24, 25, 14
Appraise = Callable[[tuple[Held, ...], bool], Tip | None]


class Hand(QObject):
    """Belongs to one board. `appraise` is asked for the sentence of each new landing place.

    `prepare` is told what was taken into the hand; `over_tray` tells whether a point of the screen
    lies on the tray.
    """

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._drag: Drag | None = None
        self._pressed: str = ""
        self._tray_card: Card | None = None
        self._landing: tuple[Held, ...] = ()
        self._point = QPoint()
        self.step = 15
        self.zones: tuple[Zone, ...] = ()
        self.tip: Tip | None = None
        self.band: QRect | None = None
        self.appraise: Appraise = _no_opinion
        self.prepare: Callable[[tuple[Held, ...]], None] = _no_wish
        self.over_tray: Callable[[QPoint], bool] = _nowhere
        self._scroller = QTimer(self, interval=_SCROLL_MS)
        self._scroller.timeout.connect(self._scroll)
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
        return tuple(Ghost(held, self._unmarked(held.id)) for held in self._landing)

    def press(self, point: QPoint, keys: Qt.KeyboardModifier) -> None:
        """The left button went down."""
        board = self._board
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

    def lift_from_tray(self, card: Card, point: QPoint) -> None:
        """A card of the tray is being dragged; `point` is in the viewport."""
        stand = card.stand
        held = Held(card.id, stand.day, None, stand.start, stand.end)
        self._tray_card = card
        spot = self._board.plan.spot(*_xy(self._board, point))
        self._begin(press("tray", spot, *_xy(self._board, point), (held,), step=self.step))
        self.move(point, Qt.KeyboardModifier.NoModifier)

    def move(self, point: QPoint, keys: Qt.KeyboardModifier) -> None:
        """The pointer moved, with or without the button."""
        if self._drag is None:
            self._show_cursor(point)
            return
        self._point = point
        board, was_live = self._board, self._drag.live
        x, y = _xy(board, point)
        copying = bool(keys & Qt.KeyboardModifier.ControlModifier)
        on_tray = self.over_tray(board.viewport().mapToGlobal(point))
        drag = move(self._drag, board.plan.spot(x, y), x, y, copying=copying, over_tray=on_tray)
        self._drag = drag
        if drag.part == "band":
            self.band = QRect(QPoint(drag.x, drag.y), QPoint(x, y)).normalized()
        elif drag.live and drag.part != "still":
            self._land(drag)
        if drag.live and not was_live:
            board.drag_changed.emit()
        self._watch_edges(point)
        board.viewport().update()

    def release(self, point: QPoint, keys: Qt.KeyboardModifier) -> None:
        """The button came up: what was dragged is put down, else it was a click."""
        if self._drag is None:
            return
        self.move(point, keys)
        drag, landed = self._drag, self._landing
        band = self.band
        self._end()
        if not drag.live:
            self._click(keys)
        elif drag.part == "band" and band is not None:
            self._choose_in(band)
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

    def double_click(self, point: QPoint) -> None:
        """Open the card, or make a call of the usual length where there is none."""
        card, _ = self._board.hit(point)
        if card is not None:
            self._board.opened.emit(card.id)
            return
        spot = self._board.plan.spot(*_xy(self._board, point))
        start = snap_down(spot.minute, self.step)
        self._board.drawn.emit(Held("", spot.day, spot.studio_id, start, start + DEFAULT_MINUTES))

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

    def _begin(self, drag: Drag) -> None:
        self._drag = drag
        self._landing = ()
        self._ready.start()

    def _prepare(self) -> None:
        if self._drag is not None:
            self.prepare(self._drag.held)

    def _end(self) -> None:
        self._scroller.stop()
        self._ready.stop()
        self._drag = None
        self._landing = ()
        self._tray_card = None
        self.zones = ()
        self.tip = None
        self.band = None
        self._board.drag_changed.emit()
        self._board.viewport().update()

    def _land(self, drag: Drag) -> None:
        landed = landing(drag, self._board.view.studios)
        if landed != self._landing:
            self._landing = landed
            wanted = drag.part != "empty" and not drag.over_tray
            self.tip = self.appraise(landed, drag.copying) if wanted else None

    def _click(self, keys: Qt.KeyboardModifier) -> None:
        board = self._board
        adding = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if not self._pressed and keys & adding:
            board.select([])
        elif not self._pressed:
            spot = board.plan.spot(*_xy(board, self._point))
            board.choose_room(room_at(board.view, spot, self.step))
        elif keys & adding:
            board.toggle(self._pressed)
        else:
            board.select([self._pressed], self._pressed)

    def _choose_in(self, band: QRect) -> None:
        board = self._board
        found = board.places.within(band.left(), band.top(), band.right(), band.bottom())
        inside = [card.id for card in found]
        board.select(inside)

    def _show_cursor(self, point: QPoint) -> None:
        _, part = self._board.hit(point)
        upright = self._board.plan.down
        shape = Qt.CursorShape.SizeVerCursor if upright else Qt.CursorShape.SizeHorCursor
        edge = part in ("start", "end")
        self._board.viewport().setCursor(shape if edge else Qt.CursorShape.ArrowCursor)

    def _watch_edges(self, point: QPoint) -> None:
        area = self._board.viewport().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        outside = not area.contains(point) and self._drag is not None and self._drag.live
        if outside and not self._scroller.isActive():
            self._scroller.start()
        elif not outside:
            self._scroller.stop()

    def _scroll(self) -> None:
        board, area = self._board, self._board.viewport().rect()
        down = _push(self._point.y(), area.top(), area.bottom())
        across = _push(self._point.x(), area.left(), area.right())
        board.verticalScrollBar().setValue(board.verticalScrollBar().value() + down)
        board.horizontalScrollBar().setValue(board.horizontalScrollBar().value() + across)
        if self._drag is not None:
            copying = Qt.KeyboardModifier.ControlModifier
            none = Qt.KeyboardModifier.NoModifier
            self.move(self._point, copying if self._drag.copying else none)

    def _unmarked(self, record_id: str) -> Card | None:
        """The card in the hand; what was found where it stood does not travel with it."""
        card = self._tray_card
        if card is None or card.id != record_id:
            row = self._board.cards.row_of(record_id)
            card = self._board.cards.cards[row] if row is not None else None
        return replace(card, severity="", troubles=()) if card is not None else None


def _xy(board: Board, point: QPoint) -> tuple[int, int]:
    ground = board.ground(point)
    return ground.x(), ground.y()


def _push(at: int, low: int, high: int) -> int:
    if at < low + _EDGE:
        return -_SCROLL_STEP
    return _SCROLL_STEP if at > high - _EDGE else 0


def _no_opinion(_landed: tuple[Held, ...], _copying: bool) -> Tip | None:
    return None


def _no_wish(_held: tuple[Held, ...]) -> None:
    """Where nothing has to be got ready."""


def _nowhere(_point: QPoint) -> bool:
    return False
