from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.ui.screens.schedule.copying import told
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


def test_escape_leaves_from_the_day_and_gives_the_keyboard_back(hands: Hands) -> None:
    hands.board.setFocus()
    hands.window.do("schedule.copy")
    pane = hands.screen.panel.copying
    settle(hands)
    assert pane.day.hasFocus()
    QTest.keyClick(pane.day, Qt.Key.Key_Escape)
    assert pane.isHidden()
    assert not hands.screen.copier.copying
    assert hands.board.hasFocus()


def test_what_would_clash_is_said_aloud_once_it_is_known(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(told, "say", lambda _widget, words: heard.append(words))
    hands.window.do("schedule.copy")
    hands.screen.panel.copying.asked.emit(FRIDAY, False)
    settle(hands)
    assert heard[-1].startswith("2 calls, 1 would clash or break a rule. Fri 11.00 ")


def test_all_of_it_asks_once_goes_there_and_says_so(hands: Hands) -> None:
    hands.window.do("schedule.copy")
    pane = hands.screen.panel.copying
    pane.asked.emit(FRIDAY, False)
    settle(hands)
    pane.all.click()
    hands.settle()
    assert hands.window.day == FRIDAY
    made = [one for one in hands.book.where(Call, "day", FRIDAY) if one.id != "there"]
    assert sorted((one.start, one.state) for one in made) == [(660, "tentative"), (840, "firm")]
    assert "2 calls copied to Fri 16 October. 1 clashes, and is tentative." in said(hands)


def said(hands: Hands) -> str:
    """What the banner says now."""
    return " ".join(label.text() for label in hands.window.findChildren(QLabel))


def test_what_is_not_told_is_counted() -> None:
    crowd = [f"c{number}" for number in range(10)]
    here = [call(one, 600 + 5 * n, 60, people=["vega"]) for n, one in enumerate(crowd)]
    there = call("there", 600, 300, day=FRIDAY, people=["vega"], studio_id="studio-a")
    words = copy_words(company_book(*here, there), [THURSDAY], FRIDAY)
    assert len(words.troubles) == 8
    assert words.more >= 2


def test_the_day_is_typed_over_what_stands_and_nothing_is_copied_while_it_is_red(
    hands: Hands,
) -> None:
    hands.window.do("schedule.copy")
    settle(hands)
    pane = hands.screen.panel.copying
    assert pane.day.hasFocus()
    assert pane.day.selectedText() == pane.day.text()
    QTest.keyClicks(pane.day, "nonsense")
    QTest.keyClick(pane.day, Qt.Key.Key_Return)
    assert pane.day.text() == "nonsense"
    assert not pane.all.isEnabled()
    QTest.keyClick(pane.day, Qt.Key.Key_Escape)
    assert pane.all.isEnabled()
