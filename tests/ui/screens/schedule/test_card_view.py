from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from castapp.ui.screens.schedule.board import Board
from castapp.ui.screens.schedule.present import day_view, week_view
from tests.builders import THURSDAY, call, company_book

BOOK = company_book(call("solo", 540, 60), call("late", 1320, 90))


@pytest.mark.parametrize("week", [False, True])
def test_the_bars_come_to_rest_at_every_size(qtbot: QtBot, week: bool) -> None:
    """Where only the bars themselves make the bars needed, there must be none."""
    board = Board()
    qtbot.addWidget(board)
    board.show_view(week_view(BOOK, THURSDAY, THURSDAY) if week else day_view(BOOK, THURSDAY))
    board.show()
    for width in (632, 640, 646, 660, 1040):
        for height in range(700, 760, 2):
            board.resize(width, height)
            for _ in range(4):
                QApplication.processEvents()
            seen, plan = board.viewport().size(), board.plan
            upright, across = board.verticalScrollBar(), board.horizontalScrollBar()
            assert upright.maximum() == max(0, plan.height - seen.height())
            assert across.maximum() == max(0, plan.width - seen.width())
            full = board.maximumViewportSize()
            assert upright.isVisible() == (seen.width() < full.width())
