from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from castapp.domain.office import AcceptedBreach
from castapp.ui.widgets.clash import ClashPanel
from castapp.ui.widgets.label import Label
from tests.builders import FRIDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

BOOK = company_book(
    call("long", 540, 240, people=["vega"]),
    call("short", 790, 240, people=["vega"]),
    call("one", 600, 60, day=FRIDAY, people=["okoro"]),
    call("other", 600, 60, day=FRIDAY, studio_id="studio-2", people=["okoro"]),
)


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    made = Hands(BOOK)
    yield made
    made.close()


def links(hands: Hands, word: str) -> list[QPushButton]:
    found = hands.screen.panel.call.trouble.findChildren(QPushButton)
    return [one for one in found if one.text() == word and one.isVisible()]


def test_a_breach_is_accepted_and_withdrawn_in_the_call_s_inspector(hands: Hands) -> None:
    hands.board.select(["long"], "long")
    hands.settle()
    open_ones = len(links(hands, "Accept with reason…"))
    assert open_ones > 1
    QTest.mouseClick(links(hands, "Accept with reason…")[0], Qt.MouseButton.LeftButton)
    panel = hands.window.findChild(ClashPanel)
    assert panel is not None
    QTest.keyClicks(panel.reason, "agreed with her")
    QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    hands.settle()
    assert [one.reason for one in hands.book.all(AcceptedBreach)] == ["agreed with her"]
    said = [one.text() for one in hands.screen.panel.findChildren(Label)]
    assert any(text.endswith("agreed with her") for text in said)
    QTest.mouseClick(links(hands, "Withdraw")[0], Qt.MouseButton.LeftButton)
    hands.settle()
    assert not hands.book.all(AcceptedBreach)
    assert len(links(hands, "Accept with reason…")) == open_ones


def test_f8_walks_what_the_strip_shows_and_shows_it_on_the_board(hands: Hands) -> None:
    strip = hands.window.frame.findings
    strip.filter.person.choose("Bo Okoro")
    strip.filter.changed.emit()
    assert {row.people for row in strip.model.rows} == {("Bo Okoro",)}
    hands.window.do("go.next_finding")
    hands.settle()
    assert hands.board.view.days == (FRIDAY,)
    assert hands.selected() == ["one"]
    hands.window.do("go.previous_finding")
    assert hands.selected() == ["one"]
