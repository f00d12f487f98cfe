from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.ui.screens.schedule.copying.preview import copy_words
from tests.builders import FRIDAY, MONDAY, THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

BOOK = company_book(
    call("solo", 660, 60, people=["vega"]),
    call("duet", 840, 60, people=["vega", "okoro"], studio_id="studio-2"),
    call("there", 660, 60, day=FRIDAY, people=["vega"], studio_id="studio-a"),
)


def test_what_would_clash_is_told_before_it_is_written() -> None:
    words = copy_words(BOOK, [THURSDAY], FRIDAY)
    assert words.heading == "2 calls, 1 would clash or break a rule"
    assert any("Vega" in trouble.text for _, trouble in words.troubles)
    assert BOOK.apply(words.without).where(Call, "day", FRIDAY)[-1].start == 840


def test_a_day_is_not_copied_onto_itself() -> None:
    with pytest.raises(Invalid, match="same day"):
        copy_words(BOOK, [THURSDAY], THURSDAY)


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    made = Hands(BOOK)
    yield made
    made.close()


def settle(hands: Hands) -> None:
    """Let what would clash be worked out."""
    while hands.screen.copier.asking:
        hands.settle()


def test_a_day_is_copied_without_what_clashes(hands: Hands) -> None:
    hands.window.do("schedule.copy")
    pane = hands.screen.panel.copying
    assert pane.isVisible()
    pane.asked.emit(FRIDAY, False)
    assert not pane.all.isEnabled()
    settle(hands)
    assert pane.without.isVisible()
    pane.without.click()
    assert sorted(one.start for one in hands.book.where(Call, "day", FRIDAY)) == [660, 840]
    assert hands.window.day == FRIDAY


def test_a_day_that_cannot_be_is_refused_under_its_field(hands: Hands) -> None:
    hands.window.do("schedule.copy")
    hands.screen.panel.copying.asked.emit(THURSDAY, False)
    settle(hands)
    assert not hands.screen.panel.copying.all.isEnabled()
    assert hands.book == BOOK


def test_a_week_is_copied_to_the_next_as_tentative(hands: Hands) -> None:
    hands.window.do("schedule.week")
    hands.window.do("schedule.copy")
    pane = hands.screen.panel.copying
    pane.tentative.click()
    settle(hands)
    pane.all.click()
    there = hands.book.where(Call, "day", THURSDAY + timedelta(days=7))
    assert [one.state for one in there] == ["tentative", "tentative"]
    assert hands.board.view.days[0] == MONDAY + timedelta(days=7)


def test_leaving_it_gives_up_what_is_being_worked_out(hands: Hands) -> None:
    hands.window.do("schedule.copy")
    asked = hands.screen.copier.asking
    hands.screen.panel.copying.left.emit()
    assert (asked, hands.screen.copier.asking) == (True, False)
    hands.window.jobs.close()
    hands.settle()
    assert not hands.screen.panel.copying.isVisible()
    assert hands.book == BOOK
