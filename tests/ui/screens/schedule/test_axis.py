from __future__ import annotations

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from castapp.ui.screens.schedule.axis import head_notes
from castapp.ui.screens.schedule.board import Board
from castapp.ui.screens.schedule.present import BoardView, day_view, week_view
from tests.builders import THURSDAY, call, company_book

BOOK = company_book(call("act", 600, 60, production_id="lake"))


def edges(board: Board, view: BoardView, sites: dict[str | None, str]) -> tuple[QImage, QImage]:
    """The edges above and beside the board."""
    board.resize(900, 700)
    board.show_view(view)
    board.show_sites(sites)
    above, beside = board.rect(), board.rect()
    above.setBottom(board.viewport().y() - 1)
    beside.setRight(board.viewport().x() - 1)
    return board.grab(above).toImage(), board.grab(beside).toImage()


def test_a_site_is_named_in_as_many_words_as_there_is_room_for() -> None:
    assert head_notes("", "2 h booked") == ("2 h booked",)
    assert head_notes("Docklands", "2 h booked") == (
        "Docklands · 2 h booked", "Docklands · 2 h", "Docklands",
    )  # fmt: skip


def test_a_studio_s_head_and_its_lane_tell_the_other_site(qtbot: QtBot) -> None:
    board = Board()
    qtbot.addWidget(board)
    day, week = day_view(BOOK, THURSDAY), week_view(BOOK, THURSDAY, THURSDAY)
    away: dict[str | None, str] = {day.columns[0].studio_id: "Docklands"}
    assert edges(board, day, {})[0] != edges(board, day, away)[0]
    assert edges(board, week, {})[1] != edges(board, week, away)[1]
