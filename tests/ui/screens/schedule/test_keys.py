from __future__ import annotations

from castapp.ui.screens.schedule.geometry import Box
from castapp.ui.screens.schedule.keys import neighbour

BOXES = [
    Box(0, 0, 100, 50),
    Box(0, 100, 100, 50),
    Box(200, 10, 100, 50),
    None,
    Box(200, 90, 100, 9),
]


def test_arrows_prefer_what_lies_straight_ahead() -> None:
    assert neighbour(BOXES, 0, (0, 1)) == 1
    assert neighbour(BOXES, 0, (1, 0)) == 2
    assert neighbour(BOXES, 2, (0, 1)) == 4
    assert neighbour(BOXES, 2, (-1, 0)) == 0


def test_nothing_that_way_stays() -> None:
    assert neighbour(BOXES, 0, (0, -1)) == 0
    assert neighbour(BOXES, 0, (-1, 0)) == 0


def test_without_a_card_the_first_is_taken() -> None:
    assert neighbour(BOXES, -1, (0, 1)) == 0
    assert neighbour([], -1, (0, 1)) == -1
