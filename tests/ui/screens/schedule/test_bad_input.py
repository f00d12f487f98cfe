from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from castapp.domain.calls import Call, Called
from castapp.services.calls import remove_calls
from castapp.services.company import remove_studio
from castapp.ui.screens.schedule.cards import Card
from tests.builders import THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

CONTROL = Qt.KeyboardModifier.ControlModifier
BOOK = company_book(call("solo", 660, 60, people=["vega"]), call("duet", 780, 45))


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    QGuiApplication.clipboard().clear()
    made = Hands(BOOK)
    made.board.setFocus()
    yield made
    made.close()


def said(hands: Hands) -> str:
    return hands.window.frame.banner.sentence


def paste(hands: Hands, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    hands.window.do("edit.paste")
    hands.settle()


def in_tray(hands: Hands) -> list[str]:
    cards: tuple[Card, ...] = hands.board.view.tray
    return sorted(card.id for card in cards)


def test_a_studio_taken_out_on_another_desk_sends_its_calls_to_the_tray(hands: Hands) -> None:
    hands.desk.commit(remove_studio(hands.book, "studio-1"))
    hands.settle()
    assert said(hands) == "Studio 1 was taken out; 2 calls wait for a place."
    assert in_tray(hands) == ["duet", "solo"]
    assert "studio-1" not in hands.board.view.studios
    assert [one.person_id for one in hands.book.where(Called, "call_id", "solo")] == ["vega"]


def test_a_studio_taken_out_comes_back_with_its_calls(hands: Hands) -> None:
    hands.desk.commit(remove_studio(hands.book, "studio-1"))
    hands.window.do("edit.undo")
    hands.settle()
    assert hands.book == BOOK
    assert in_tray(hands) == []


def test_a_card_let_go_in_a_studio_taken_out_meanwhile_is_not_lost(hands: Hands) -> None:
    there = hands.point("studio-1", 14 * 60)
    hands.press(hands.middle("solo"))
    hands.move(there)
    hands.desk.commit(remove_studio(hands.book, "studio-1"))
    hands.settle()
    hands.release(there)
    assert said(hands) == "That studio is no longer there; choose another."
    assert hands.call("solo").start == 660
    assert in_tray(hands) == ["duet", "solo"]


def test_a_card_in_the_hand_taken_out_meanwhile_says_so(hands: Hands) -> None:
    hands.press(hands.middle("solo"))
    hands.move(hands.point("studio-1", 14 * 60))
    hands.desk.commit(remove_calls(hands.book, ["solo"]))
    hands.move(hands.point("studio-2", 14 * 60))
    tip = hands.board.hand.tip
    assert tip is not None
    assert tip.lines == ("That call is no longer there; somebody has taken it out.",)
    hands.release(hands.point("studio-2", 14 * 60))
    assert said(hands) == "That call is no longer there; somebody has taken it out."
    assert hands.book.find(Call, "solo") is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" \n ", "Nothing to paste: copy a call on the board first."),
        ("zxqw vvrk", "“zxqw vvrk” is no call: no word of it was understood."),
        (
            "10.00\tClass\tStudio 1\n11.45\tLake\tStudio 2\n",
            (
                "The clipboard holds 2 lines; paste one call at a time. A table comes in with "
                "File, Bring a spreadsheet."
            ),
        ),
        (
            "lake 10.00-10.00",
            (
                "“lake 10.00-10.00” cannot be pasted as a call. 10.00–10.00 has no length; "
                "type the start first, like 14.00–15.15."
            ),
        ),
        (
            "lake " * 200,
            (
                "“lake lake lake lake lake lake lake lake…” cannot be pasted as a call. That is "
                "more than one call; 400 characters are read."
            ),
        ),
    ],
)
def test_rubbish_pasted_is_refused_in_a_sentence(hands: Hands, text: str, sentence: str) -> None:
    paste(hands, text)
    assert said(hands) == sentence
    assert not hands.screen.writer.writing
    assert hands.book == BOOK


def test_a_line_pasted_is_read_as_a_call(hands: Hands) -> None:
    paste(hands, "lake queen\t1st cast\t14.00-15.00\n")
    field = hands.screen.writer.field
    assert field.text == "lake queen 1st cast 14.00-15.00"
    assert "Queen" in field.line.accessibleDescription()
    assert hands.book == BOOK
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    made = [one for one in hands.book.where(Call, "day", THURSDAY) if one.production_id == "lake"]
    assert [(one.start, one.minutes) for one in made] == [(840, 60)]


def test_a_line_half_understood_is_kept_in_the_field(hands: Hands) -> None:
    paste(hands, "lake zxqw")
    field = hands.screen.writer.field
    assert field.text == "lake zxqw"
    assert "“zxqw” was not understood" in field.trouble.text()


def test_calls_copied_here_are_pasted_until_something_else_is_copied(hands: Hands) -> None:
    hands.board.select(["solo"], "solo")
    hands.window.do("edit.copy")
    hands.window.do("edit.paste")
    assert [one.start for one in hands.book.all(Call)].count(720) == 1
    before = hands.book
    paste(hands, "zxqw")
    assert said(hands) == "“zxqw” is no call: no word of it was understood."
    assert hands.book == before


def test_calls_copied_and_taken_out_since_cannot_be_pasted(hands: Hands) -> None:
    hands.board.select(["solo"], "solo")
    hands.window.do("edit.copy")
    hands.desk.commit(remove_calls(hands.book, ["solo"]))
    hands.window.do("edit.paste")
    assert said(hands) == "Nothing to paste: what was copied is no longer on the board."


def test_calls_pasted_on_a_past_day_are_warned_of(qapp: object) -> None:
    hands = Hands(company_book(call("solo", 660, 60)), THURSDAY)
    hands.board.select(["solo"], "solo")
    hands.window.do("edit.copy")
    hands.window.go_to(THURSDAY.replace(day=THURSDAY.day - 1))
    hands.window.do("edit.paste")
    assert said(hands) == "Wed 14 Oct is over: this changes what is on record."
    assert len(hands.book.all(Call)) == 2
    hands.close()
