from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from castapp.ui.screens.schedule.tip_paint import paint_tip, place
from castapp.ui.screens.schedule.zones import Tip

SEEN = QRect(0, 0, 900, 600)


@pytest.mark.parametrize(
    "kept",
    [
        QRect(100, 100, 150, 60),
        QRect(100, 520, 150, 60),
        QRect(740, 20, 150, 560),
        QRect(10, 10, 150, 580),
        QRect(700, 500, 190, 90),
    ],
)
def test_a_tip_neither_hides_what_is_held_nor_leaves_what_is_seen(kept: QRect) -> None:
    card = place(kept, SEEN, 340, 160)
    assert not card.intersects(kept)
    assert SEEN.contains(card)


def test_where_there_is_no_room_at_all_it_stays_in_sight() -> None:
    assert SEEN.contains(place(QRect(0, 0, 900, 600), SEEN, 340, 160))


def test_it_grows_with_its_lines(qapp: object) -> None:
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    kept = QRect(100, 100, 150, 60)
    short = paint_tip(painter, Tip("note", "No cost", ()), kept, SEEN)
    lines = ("One is told.", "Another is told.")
    long = paint_tip(painter, Tip("hard", "Clash", lines, "House", ("hard",)), kept, SEEN)
    painter.end()
    assert long.height() > short.height()
