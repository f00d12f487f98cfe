"""Which card an arrow key leads to: the nearest that way, straight ahead before aside. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from castapp.ui.screens.schedule.geometry import Box

ASIDE = 3


def neighbour(boxes: Sequence[Box | None], current: int, way: tuple[int, int]) -> int:
    """The row of the card to go to from `current`; `way` is (-1 | 0 | 1, -1 | 0 | 1).

    Without a current card it is the first; where nothing lies that way it stays.
    """
    here = boxes[current] if 0 <= current < len(boxes) else None
    if here is None:
        return next((row for row, box in enumerate(boxes) if box is not None), -1)
    best, best_cost = current, None
    for row, box in enumerate(boxes):
        if box is None or row == current:
            continue
        ahead, aside = _distance(here, box, way)
        cost = ahead + ASIDE * aside
        if ahead > 0 and (best_cost is None or cost < best_cost):
            best, best_cost = row, cost
    return best


def _distance(here: Box, there: Box, way: tuple[int, int]) -> tuple[int, int]:
    """How far ahead a card lies (≤ 0 is behind), and how far it is off the straight way."""
    across, down = way
    if down:
        ahead = (there.y - here.y) * down
        return ahead, _gap(here.x, here.right, there.x, there.right)
    ahead = (there.x - here.x) * across
    return ahead, _gap(here.y, here.bottom, there.y, there.bottom)


def _gap(start: int, end: int, other_start: int, other_end: int) -> int:
    return max(0, other_start - end, start - other_end)
