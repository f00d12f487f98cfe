"""What the hand asks of others: by itself it knows no price and no tray."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint

from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.zones import Tip


def _no_opinion(_landed: tuple[Held, ...], _copying: bool) -> Tip | None:
    return None


def _none_of_it(_landed: tuple[Held, ...]) -> Tip | None:
    return None


def _nor_into(_call_id: str) -> Tip | None:
    return None


def _no_wish(_held: tuple[Held, ...]) -> None:
    """Where nothing has to be got ready."""


def _nowhere(_point: QPoint) -> bool:
    return False


@dataclass(slots=True)
class Asking:
    """`here` is asked for the sentence of each new landing place of what stands on the board (and
    whether it is copied), `new` for that of what comes out of the side list, `into` for that of
    putting it into a call. `ready` is told what was taken into the hand; `over_tray` tells whether
    a point of the screen lies on the tray.
    """

    here: Callable[[tuple[Held, ...], bool], Tip | None] = _no_opinion
    new: Callable[[tuple[Held, ...]], Tip | None] = _none_of_it
    into: Callable[[str], Tip | None] = _nor_into
    ready: Callable[[tuple[Held, ...]], None] = _no_wish
    over_tray: Callable[[QPoint], bool] = _nowhere
