from __future__ import annotations

from collections.abc import Iterator

import pytest

from castapp.domain.calls import Call
from castapp.domain.slot import clock
from castapp.ui.screens.schedule.several_facts import in_time_order, sums
from tests.builders import FRIDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

BOOK = company_book(
    call("late", 840, 60, people=["vega"], studio_id="studio-2"),
    call("early", 600, 75, people=["vega", "okoro"]),
    call("other", 700, 30, studio_id="studio-2"),
)
TWO = ("early", "late")


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    made = Hands(BOOK)
    made.board.select(TWO)
    made.settle()
    yield made
    made.close()


def starts(hands: Hands) -> list[str]:
    return [clock(hands.call(one).start) for one in TWO]


def test_they_stand_in_time_order_with_their_sums(hands: Hands) -> None:
    cards = [card for card in hands.board.view.cards if card.id in TWO]
    assert [card.id for card in in_time_order(reversed(cards))] == ["early", "late"]
    assert sums(BOOK, cards) == "2 h 15, 2 dancers"


def test_each_button_is_one_step_for_all(hands: Hands) -> None:
    pane = hands.screen.panel.several
    assert not pane.firm.isEnabled()
    pane.tentative.click()
    hands.settle()
    assert [hands.call(one).state for one in TWO] == ["tentative", "tentative"]
    pane.later.click()
    hands.settle()
    assert starts(hands) == ["10.15", "14.15"]
    assert hands.selected() == list(TWO)
    hands.window.do("edit.undo")
    assert starts(hands) == ["10.00", "14.00"]
    hands.window.do("edit.undo")
    assert hands.book == BOOK


def test_all_get_a_coach_or_go_to_the_tray(hands: Hands) -> None:
    pane = hands.screen.panel.several
    pane.coach.picked.emit("hall")
    hands.settle()
    assert [hands.call(one).lead_id for one in TWO] == ["hall", "hall"]
    pane.tray.click()
    hands.settle()
    assert [hands.call(one).studio_id for one in TWO] == [None, None]


def test_all_are_copied_to_a_day(hands: Hands) -> None:
    hands.screen.panel.several.day.committed.emit(FRIDAY)
    hands.settle()
    assert sorted(one.start for one in hands.book.where(Call, "day", FRIDAY)) == [600, 840]


def test_one_of_them_is_chosen_alone(hands: Hands) -> None:
    hands.screen.panel.several.opened.emit("late")
    hands.settle()
    assert hands.selected() == ["late"]
    assert hands.screen.panel.call.isVisible()
