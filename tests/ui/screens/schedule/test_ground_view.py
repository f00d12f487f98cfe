from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from castapp.domain.calls import Call
from castapp.ui.screens.schedule.board import Board
from castapp.ui.screens.schedule.geometry import HOUR, WeekGeometry
from castapp.ui.screens.schedule.modes import WEEK
from castapp.ui.screens.schedule.present import day_view
from tests.builders import FRIDAY, THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

MONDAY = THURSDAY - timedelta(days=3)


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    made = Hands(company_book(call("act", 600, 60, production_id="lake")))
    made.screen.show_mode(WEEK)
    made.settle()
    yield made
    made.close()


def week_of(hands: Hands) -> WeekGeometry:
    assert isinstance(hands.board.plan, WeekGeometry)
    return hands.board.plan


def within(hands: Hands, number: int, minute: int, down: int) -> QPoint:
    """A point so far below the upper edge of a day's band."""
    plan, board = week_of(hands), hands.board
    across = plan.pixels(minute) - board.horizontalOffset()
    return QPoint(across, plan.tops[number] + down - board.verticalOffset())


def test_a_folded_day_opens_under_the_press_and_takes_a_call(hands: Hands) -> None:
    assert FRIDAY in week_of(hands).free
    hands.press(within(hands, 4, 840, 12))
    assert FRIDAY not in week_of(hands).free
    hands.move(within(hands, 4, 900, 12))
    hands.release(within(hands, 4, 900, 12))
    hands.enter()
    made = hands.book.where(Call, "day", FRIDAY)
    assert [(one.start, one.end, one.studio_id) for one in made] == [(840, 900, "studio-1")]
    assert FRIDAY not in week_of(hands).free


def test_a_call_is_carried_onto_a_folded_day_above_it(hands: Hands) -> None:
    start = hands.middle("act")
    hands.press(start)
    hands.move(start - QPoint(0, 20))
    hands.move(within(hands, 0, 630, 12))
    assert MONDAY not in week_of(hands).free
    hands.move(within(hands, 0, 630, 14))
    hands.release(within(hands, 0, 630, 14))
    assert hands.call("act").day == MONDAY


def test_a_day_folds_again_when_nothing_was_left_there(hands: Hands) -> None:
    start = hands.middle("act")
    hands.press(start)
    hands.move(within(hands, 0, 630, 12))
    assert MONDAY not in week_of(hands).free
    hands.move(hands.middle("act"))
    hands.release(hands.middle("act"))
    assert MONDAY in week_of(hands).free


def test_a_click_opens_a_day_and_chooses_a_place_in_it(hands: Hands) -> None:
    hands.click(within(hands, 4, 840, 12))
    assert FRIDAY not in week_of(hands).free
    assert hands.board.room is not None
    assert hands.board.room.day == FRIDAY


def test_the_hours_stay_where_they_are_when_the_first_call_goes(qapp: object) -> None:
    hands = Hands(company_book(call("early", 480, 60), call("act", 600, 60)))
    try:
        board = hands.board
        bar, first = board.verticalScrollBar(), board.plan.first
        before = bar.value()
        assert (first, board.plan.last) == (7 * 60, 24 * 60)
        assert board.plan.pixels(450) in (before, before + 1)
        board.select(["early"], "early")
        hands.window.do("edit.delete")
        hands.settle()
        assert (board.plan.first, bar.value()) == (first, before)
        bar.setValue(0)
        hands.window.go_to(FRIDAY)
        hands.settle()
        assert bar.value() == 0
    finally:
        hands.close()


def test_a_day_s_name_opens_the_day_by_click(hands: Hands) -> None:
    side, plan = hands.board.side, week_of(hands)
    y = plan.tops[4] + 10 - hands.board.verticalOffset()
    QTest.mouseClick(side, Qt.MouseButton.LeftButton, pos=QPoint(30, y))
    hands.settle()
    assert hands.board.view.days == (FRIDAY,)


def test_what_waits_stays_in_reach_in_the_week(hands: Hands) -> None:
    assert hands.screen.tray.isHidden()
    waiting = company_book(call("act", 600, 60), call("waits", 700, 60, studio_id=None))
    other = Hands(waiting)
    try:
        other.screen.show_mode(WEEK)
        other.board.select(["act"], "act")
        other.settle()
        assert other.screen.tray.isVisible()
        assert other.screen.panel.call.isVisible()
    finally:
        other.close()


def test_ctrl_0_gives_the_hours_their_usual_size(qtbot: QtBot) -> None:
    board = Board()
    qtbot.addWidget(board)
    board.show_view(day_view(company_book(call("act", 600, 60)), THURSDAY))
    board.zoom(1.5, 100)
    assert board.zoomed.day == 72
    QTest.keyClick(board, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert board.zoomed.day == HOUR


def test_the_zoom_is_there_again_the_next_day(qtbot: QtBot, tmp_path: Path) -> None:
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    for expected in (HOUR, 72):
        board = Board()
        qtbot.addWidget(board)
        board.show_view(day_view(company_book(), THURSDAY))
        board.keep_zoom(kept)
        assert board.zoomed.day == expected
        board.zoom(1.5, 100)


def test_the_week_has_a_bar_below_only_when_its_hours_are_wider(hands: Hands) -> None:
    bar = hands.board.horizontalScrollBar()
    assert bar.maximum() > 0
    assert not bar.isVisible()
    hands.board.zoom(1.5, 0)
    hands.settle()
    assert bar.isVisible()
    hands.board.zoom(0, 0)
    hands.settle()
    assert not bar.isVisible()


def test_what_waits_takes_one_slim_line(hands: Hands) -> None:
    assert hands.screen.tray.height() <= 30
