from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from castapp.domain.calls import Call
from tests.builders import THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

BOOK = company_book(call("solo", 660, 60, people=["vega"], production_id="lake"))


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    made = Hands(BOOK)
    made.board.setFocus()
    yield made
    made.close()


def test_a_letter_opens_the_field_with_what_it_reads(hands: Hands) -> None:
    hands.key(Qt.Key.Key_L)
    field = hands.screen.writer.field
    assert field.line.hasFocus()
    QTest.keyClicks(field.line, "ake queen 1st cast")
    assert "Queen" in field.line.accessibleDescription()
    assert "1 dancer" in field.outcome.text()


def test_tab_takes_the_completion(hands: Hands) -> None:
    hands.key(Qt.Key.Key_L)
    field = hands.screen.writer.field
    QTest.keyClicks(field.line, "ake que")
    assert field.offers.item(0).text().startswith("Queen")
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.text == "lake Queen "


def test_what_is_not_understood_is_said_first_and_kept_then(hands: Hands) -> None:
    hands.key(Qt.Key.Key_L)
    field = hands.screen.writer.field
    QTest.keyClicks(field.line, "ake qqq")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert not field.isHidden()
    assert field.text == "lake qqq"
    assert "“qqq” was not understood" in field.trouble.text()
    assert "Enter again keeps it as a note." in field.trouble.text()
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.isHidden()
    assert [one.note for one in hands.book.where(Call, "day", THURSDAY)][-1] == "qqq"


def test_escape_leaves_everything_as_it_was(hands: Hands) -> None:
    hands.key(Qt.Key.Key_L)
    QTest.keyClick(hands.screen.writer.field.line, Qt.Key.Key_Escape)
    assert hands.book == BOOK
    assert hands.screen.writer.field.isHidden()
    assert hands.board.hasFocus()


def test_an_empty_place_is_chosen_moved_and_filled_by_keys(hands: Hands) -> None:
    hands.board.select(["solo"], "solo")
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Down)
    room = hands.board.room
    assert room is not None
    assert (room.studio_id, room.start, room.end) == ("studio-2", 735, 795)
    said = hands.board.accessibleDescription()
    assert said == "Free place. Thursday 15 October, 12.15 to 13.15, Studio 2."
    hands.key(Qt.Key.Key_Return)
    line = hands.screen.writer.field.line
    QTest.keyClicks(line, "lake duet")
    QTest.keyClick(line, Qt.Key.Key_Return)
    made = next(one for one in hands.book.where(Call, "day", THURSDAY) if one.id != "solo")
    assert (made.studio_id, made.start, made.minutes) == ("studio-2", 735, 60)
    assert hands.selected() == [made.id]
