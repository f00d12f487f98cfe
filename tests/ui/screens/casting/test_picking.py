from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from castapp.domain.book import Book
from castapp.services.eligible import Usuals
from castapp.ui.screens.casting import picking
from castapp.ui.screens.casting.columns import performance_columns
from castapp.ui.screens.casting.picking import Asked, Picking, in_all_words
from tests.builders import FRIDAY, THURSDAY, WEDNESDAY, company_book, show

RUN = company_book(show(FRIDAY, cast_id="cast-2"))
FIRST, SECOND = performance_columns(RUN, "lake", THURSDAY)


@pytest.fixture
def weighed(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """The days for which everybody's usual weeks were weighed."""
    days: list[date] = []

    def weigh(book: Book, day: date) -> Usuals:
        days.append(day)
        return {}

    monkeypatch.setattr(picking, "usual_weeks", weigh)
    return days


def test_the_list_of_the_cell_rested_on_is_prepared(qtbot: QtBot, weighed: list[date]) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    hand = Picking(ground, WEDNESDAY)
    hand.look_ahead(RUN, Asked("queen", 1, FIRST))
    hand.look_ahead(RUN, Asked("queen", 1, SECOND))
    assert weighed == []
    qtbot.waitUntil(lambda: hand.ready)
    assert weighed == [FRIDAY]
    hand.open(RUN, Asked("queen", 1, SECOND), QRect(0, 0, 80, 40))
    assert weighed == [FRIDAY]
    assert hand.picker.lines
    hand.forget()
    hand.open(RUN, Asked("queen", 1, FIRST), QRect(0, 0, 80, 40))
    assert weighed == [FRIDAY, THURSDAY]


def test_opening_the_list_does_not_wait_for_what_is_prepared(
    qtbot: QtBot, weighed: list[date]
) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    hand = Picking(ground, WEDNESDAY)
    hand.look_ahead(RUN, Asked("queen", 1, FIRST))
    hand.open(RUN, Asked("queen", 1, FIRST), QRect(0, 0, 80, 40))
    assert hand.ready
    assert weighed == [THURSDAY]


@pytest.mark.parametrize(("cells", "words"), [(1, ""), (6, "Ctrl+Enter in all 6 chosen cells")])
def test_what_control_does_with_several_cells(cells: int, words: str) -> None:
    assert in_all_words(cells) == words
