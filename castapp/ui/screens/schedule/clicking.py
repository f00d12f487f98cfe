"""A click on the board that drags nothing: it chooses a card or a place, opens or begins a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt

from castapp.ui.screens.schedule.drag_state import DEFAULT_MINUTES, Held
from castapp.ui.screens.schedule.geometry import Spot, snap_down
from castapp.ui.screens.schedule.rooms import room_at

if TYPE_CHECKING:
    from castapp.ui.screens.schedule.board import Board

_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def click(
    board: Board, pressed: str, point: QPoint, keys: Qt.KeyboardModifier, *, step: int
) -> None:
    """Choose the card that was `pressed`, with Ctrl or Shift as well as others; "" is an empty
    place, chosen from the step of minutes it lies in.
    """
    adding = bool(keys & _ADDING)
    if pressed and adding:
        board.toggle(pressed)
    elif pressed:
        board.select([pressed], pressed)
    elif adding:
        board.select([])
    else:
        board.choose_room(room_at(board.view, _spot(board, point), step))


def choose_in(board: Board, band: QRect) -> None:
    """Choose the cards a rubber band (in the board's own pixels) touches."""
    found = board.places.within(band.left(), band.top(), band.right(), band.bottom())
    board.select([card.id for card in found])


def double_click(board: Board, point: QPoint, step: int) -> None:
    """Open the card, or make a call of the usual length where there is none."""
    card, _ = board.hit(point)
    if card is not None:
        board.opened.emit(card.id)
        return
    spot = _spot(board, point)
    start = snap_down(spot.minute, step)
    board.drawn.emit(Held("", spot.day, spot.studio_id, start, start + DEFAULT_MINUTES))


def _spot(board: Board, point: QPoint) -> Spot:
    ground = board.ground(point)
    return board.plan.spot(ground.x(), ground.y())
