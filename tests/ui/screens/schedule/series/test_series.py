from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.finding import Ref
from castapp.services.board.series import ONWARDS, repeat_call
from castapp.ui.screens.schedule.cards import call_card
from castapp.ui.screens.schedule.series.again import again, changed, repeat_days, weekdays_words
from tests.builders import FRIDAY, MONDAY, SATURDAY, THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

NEXT_WEEK = THURSDAY + timedelta(days=7)
ONE = company_book(
    call("solo", 660, 60, people=["vega"]),
    call("free", 0, 60, day=SATURDAY, kind="free day", studio_id=None),
)


def repeated(*days: date) -> Book:
    return ONE.apply(repeat_call(ONE, "solo", days))


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    made = Hands(ONE)
    made.board.select(["solo"], "solo")
    made.settle()
    yield made
    made.close()


def test_weekdays_are_named_as_staff_do() -> None:
    assert weekdays_words(range(7)) == "every day"
    assert weekdays_words({0, 1, 2, 3, 4}) == "Mon–Fri"
    assert weekdays_words({1, 3}) == "Tue, Thu"


def test_days_are_those_after_it_but_for_free_ones() -> None:
    found = repeat_days(ONE, ONE.get(Call, "solo"), {3, 4, 5}, NEXT_WEEK)
    assert found == (FRIDAY, NEXT_WEEK)
    with pytest.raises(Invalid, match="after Thu 15 Oct"):
        repeat_days(ONE, ONE.get(Call, "solo"), {3}, THURSDAY)
    with pytest.raises(Invalid, match="at least one weekday"):
        repeat_days(ONE, ONE.get(Call, "solo"), (), NEXT_WEEK)
    with pytest.raises(Invalid, match="None of these weekdays"):
        repeat_days(ONE, ONE.get(Call, "solo"), {5}, SATURDAY)


def test_days_it_comes_on_already_are_passed_over() -> None:
    book = repeated(FRIDAY)
    assert repeat_days(book, book.get(Call, "solo"), {3, 4}, NEXT_WEEK) == (NEXT_WEEK,)


def test_how_it_comes_again_is_said_in_words() -> None:
    book = repeated(FRIDAY, NEXT_WEEK)
    assert not again(ONE, ONE.get(Call, "solo")).comes
    first = again(book, book.get(Call, "solo"))
    assert first.words == "Comes 3 times, Thu, Fri; 2 more times, until Thu 22 Oct."
    assert first.onwards == "Changes 3 calls: this one and 2 later, until Thu 22 Oct."
    last = again(book, book.get(Call, first.calls[-1]))
    assert last.words.endswith("this is the last.")
    card = call_card(book, book.get(Call, "solo"))
    assert "comes again" in card.whole
    assert "comes again" in card.spoken


def test_classes_alike_are_a_series_without_saying_so() -> None:
    book = company_book(
        call("thu", 600, 75, kind="class"), call("fri", 600, 75, day=FRIDAY, kind="class")
    )
    assert again(book, book.get(Call, "thu")).calls == ("thu", "fri")
    after = book.apply(changed(book, book.get(Call, "thu"), ONWARDS, start=585))
    assert {one.start for one in after.all(Call)} == {585}


def test_from_here_on_says_how_many_it_changes_before_it_does(qapp: object) -> None:
    hands = Hands(repeated(FRIDAY, NEXT_WEEK))
    try:
        hands.board.select(["solo"], "solo")
        hands.settle()
        scope = hands.screen.panel.call.scope
        scope.choice.choose(ONWARDS)
        scope.choice.chosen.emit(ONWARDS)
        told = [one.text() for one in scope.findChildren(QLabel) if not one.isHidden()]
        assert any("Changes 3 calls" in one for one in told)
    finally:
        hands.close()


def test_repeating_in_place(hands: Hands) -> None:
    pane = hands.screen.panel.call.repeat
    QTest.mouseClick(pane.begin, Qt.MouseButton.LeftButton)
    assert [tick.isChecked() for tick in pane.ticks] == [n == 3 for n in range(7)]
    pane.ticks[4].click()
    hands.type_in(pane.until, "23 oct")
    assert pane.make.text() == "Repeat on 3 days"
    QTest.mouseClick(pane.make, Qt.MouseButton.LeftButton)
    days = sorted(one.day for one in hands.book.all(Call) if one.series)
    assert days == [THURSDAY, FRIDAY, NEXT_WEEK, NEXT_WEEK + timedelta(days=1)]
    assert hands.screen.panel.call.scope.isVisible()


def test_what_cannot_be_repeated_is_said(hands: Hands) -> None:
    pane = hands.screen.panel.call.repeat
    QTest.mouseClick(pane.begin, Qt.MouseButton.LeftButton)
    pane.ticks[3].click()
    assert not pane.make.isEnabled()
    QTest.keyClick(pane.until, Qt.Key.Key_Escape)
    assert pane.begin.isVisible()


def test_a_change_is_for_this_one_unless_from_here_on_is_chosen(qapp: object) -> None:
    book = repeated(FRIDAY, MONDAY + timedelta(days=7))
    hands = Hands(book)
    ids = again(book, book.get(Call, "solo")).calls
    hands.screen.reveal(Ref(Call, ids[1]))
    hands.settle()
    pane = hands.screen.panel.call
    hands.type_in(pane.time, "12.00")
    assert [hands.call(one).start for one in ids] == [660, 720, 660]
    QTest.mouseClick(pane.scope.choice.findChildren(QAbstractButton)[1], Qt.MouseButton.LeftButton)
    hands.type_in(pane.length, "45")
    assert [hands.call(one).minutes for one in ids] == [60, 45, 45]
    pane.place.chosen.emit("studio-2")
    assert [hands.call(one).studio_id for one in ids] == ["studio-1", "studio-2", "studio-2"]
    hands.screen.panel.tag.click()
    assert [hands.call(one).state for one in ids] == ["firm", "tentative", "tentative"]
    hands.type_in(pane.actual_minutes, "40")
    assert [hands.call(one).actual_minutes for one in ids] == [None, 40, None]
    hands.screen.reveal(Ref(Call, ids[0]))
    hands.settle()
    assert pane.scope.choice.key == "once"
    hands.close()
