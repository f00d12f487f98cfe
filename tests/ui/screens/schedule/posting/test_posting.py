from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from castapp.domain.book import Book
from castapp.domain.office import AcceptedBreach, Posting
from castapp.services.calls import move_call
from castapp.ui.screens.schedule.posting import pane as post_pane
from castapp.ui.screens.schedule.posting.present import question
from tests.builders import THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

CLEAN = company_book(call("solo", 660, 60, people=["fox"], production_id="lake"))
BROKEN = company_book(
    call("one", 660, 60, people=["fox"], production_id="lake"),
    call("two", 690, 60, people=["fox"], production_id="lake", studio_id="studio-2"),
    call("maybe", 840, 60, people=["vega"], production_id="lake", state="tentative"),
    call("waits", 600, 30, people=["hart"], production_id="lake", studio_id=None),
)
Open = Callable[[Book], Hands]


@pytest.fixture
def open_board(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    opened: list[Hands] = []

    def open_one(book: Book) -> Hands:
        opened.append(Hands(book))
        return opened[-1]

    yield open_one
    for hands in opened:
        hands.close()


def test_a_day_with_nothing_open_goes_up_at_once_and_says_so(open_board: Open) -> None:
    hands = open_board(CLEAN)
    hands.screen.act("schedule.post")
    assert [one.issue for one in hands.book.all(Posting)] == [1]
    said = hands.window.frame.banner.sentence
    assert said.startswith("Posted: the call sheet of Thu 15 Oct")
    assert "issue 1" in said


def test_what_is_open_is_counted_with_its_day_and_issue() -> None:
    asked = question(BROKEN, THURSDAY, Posting("p", "callsheet", THURSDAY, 2))
    assert asked.title == "Thu 15 Oct, issue 2"
    assert asked.points == ("1 clash open", "1 call is tentative", "1 call has no place")
    assert [row.severity for row in asked.rows] == ["hard"]
    assert not question(CLEAN, THURSDAY, Posting("p", "callsheet", THURSDAY, 1))


def test_a_clash_is_asked_about_first_and_posted_for_a_reason(
    open_board: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(post_pane, "say", lambda _widget, words: heard.append(words))
    hands = open_board(BROKEN)
    hands.screen.act("schedule.post")
    hands.settle()
    pane = hands.screen.panel.posting
    assert not hands.book.all(Posting)
    assert pane.reason.hasFocus()
    assert heard[0].startswith("Not posted yet: Thu 15 Oct, issue 1. 1 clash open.")
    QTest.keyClick(pane.reason, Qt.Key.Key_Return)
    assert not hands.book.all(Posting)
    assert heard[-1] == post_pane.MISSING
    QTest.keyClicks(pane.reason, "agreed with both")
    QTest.keyClick(pane.reason, Qt.Key.Key_Return)
    hands.settle()
    assert [one.state for one in hands.book.all(Posting)] == ["firm"]
    assert {one.reason for one in hands.book.all(AcceptedBreach)} == {"agreed with both"}
    assert hands.window.frame.banner.sentence.startswith("Posted: the call sheet of Thu 15 Oct")
    assert pane.isHidden()
    assert hands.board.hasFocus()


def test_escape_leaves_the_day_as_it_is(open_board: Open) -> None:
    hands = open_board(BROKEN)
    hands.screen.act("schedule.post")
    QTest.keyClick(hands.screen.panel.posting.reason, Qt.Key.Key_Escape)
    assert hands.screen.panel.posting.isHidden()
    assert hands.board.hasFocus()
    assert not hands.book.all(Posting)


def test_it_goes_up_as_tentative_without_a_reason(open_board: Open) -> None:
    hands = open_board(BROKEN)
    hands.screen.act("schedule.post")
    hands.screen.panel.posting.tentative.click()
    assert [one.state for one in hands.book.all(Posting)] == ["tentative"]
    assert not hands.book.all(AcceptedBreach)


def test_what_is_only_tentative_needs_no_reason(open_board: Open) -> None:
    hands = open_board(
        company_book(call("maybe", 840, 60, people=["fox"], state="tentative", kind="meeting"))
    )
    hands.screen.act("schedule.post")
    pane = hands.screen.panel.posting
    assert pane.post.hasFocus()
    assert not pane.reason.isVisible()
    QTest.keyClick(pane.post, Qt.Key.Key_Return)
    assert [one.state for one in hands.book.all(Posting)] == ["firm"]


def test_what_goes_out_and_who_must_be_told_stand_in_the_pane(open_board: Open) -> None:
    hands = open_board(BROKEN)
    hands.screen.act("schedule.post")
    pane = hands.screen.panel.posting
    assert "4 calls and 1 show go out; 11 people must be told." in words_of(pane)
    pane.tentative.click()
    hands.desk.commit(move_call(hands.book, "maybe", THURSDAY, 870, "studio-2"))
    hands.screen.act("schedule.post")
    told = words_of(pane)
    assert "4 calls and 1 show go out, 1 changed since issue 1; 1 person must be told." in told
    assert any(one.startswith("14.30") for one in told)


def test_a_posting_taken_back_is_told(open_board: Open) -> None:
    hands = open_board(CLEAN)
    hands.screen.act("schedule.post")
    hands.window.do("edit.undo")
    hands.settle()
    told = "Issue 1 is taken down again; the papers may hang already."
    assert hands.window.frame.banner.sentence == told


def words_of(pane: QWidget) -> list[str]:
    return [one.text() for one in pane.findChildren(QLabel) if not one.isHidden()]
