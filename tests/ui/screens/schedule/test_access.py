"""The board as a screen reader has it: through Qt's accessibility interface alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from castapp.domain.book import Book
from castapp.services.calls import move_call
from castapp.services.publish import post_day
from castapp.ui.screens.schedule.drifted import DriftList
from castapp.ui.screens.schedule.heads import HeadButton
from castapp.ui.widgets.label import Label
from tests.builders import THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
KEY = Qt.Key
BOOK = company_book(
    call("solo", 660, 60, people=["vega"]),
    call("duet", 840, 60, people=["vega", "okoro"], studio_id="studio-2", state="tentative"),
    call("twice", 840, 60, people=["vega"]),
    call("waiting", 600, 45, studio_id=None, title="Mime"),
)
Open = Callable[[Book], Hands]


def drifted_book() -> Book:
    """The day posted, and the duet moved since."""
    at = datetime(2026, 10, 14, 13, tzinfo=UTC)
    posted = BOOK.apply(post_day(BOOK, THURSDAY, "firm", "Ina Roth", at))
    return posted.apply(move_call(posted, "duet", THURSDAY, 900, "studio-2"))


@pytest.fixture
def open_board(qapp: object) -> Iterator[Open]:
    opened: list[Hands] = []

    def open_one(book: Book) -> Hands:
        opened.append(Hands(book))
        return opened[-1]

    yield open_one
    for hands in opened:
        hands.close()


def interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def children(of: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [of.child(number) for number in range(of.childCount())]


def names(of: QAccessibleInterface) -> list[str]:
    """What is read out below an interface, in order, at any depth."""
    said: list[str] = []
    for one in children(of):
        said += [one.text(NAME), *names(one)]
    return [name for name in said if name]


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def cards(hands: Hands) -> dict[str, QAccessibleInterface]:
    """The board's items by the record each stands for."""
    items = [one for one in children(interface(hands.board)) if one.role() is ITEM]
    assert len(items) == len(hands.board.cards.cards)
    return {card.id: one for card, one in zip(hands.board.cards.cards, items, strict=True)}


ITEM = QAccessible.Role.ListItem


@pytest.mark.parametrize("mode", ["day", "week"])
def test_a_card_says_its_text_time_place_state_and_findings(open_board: Open, mode: str) -> None:
    hands = open_board(BOOK)
    hands.screen.show_mode(mode)
    hands.settle()
    said = cards(hands)["duet"].text(NAME)
    for part in (
        "Rehearsal", "Thursday 15 October", "14.00 to 15.00", "Studio 2", "Vega, Okoro",
        "tentative", "Rehearsal in Studio 2 and Rehearsal in Studio 1",
    ):  # fmt: skip
        assert part in said
    assert "firm" in cards(hands)["solo"].text(NAME)
    assert "Studio 1 and" not in cards(hands)["solo"].text(NAME)


@pytest.mark.parametrize("mode", ["day", "week"])
def test_a_card_stands_where_it_is_painted_and_below_the_board(open_board: Open, mode: str) -> None:
    hands = open_board(BOOK)
    hands.screen.show_mode(mode)
    hands.settle()
    for card_id, item in cards(hands).items():
        row = hands.board.cards.row_of(card_id)
        assert row is not None
        shown = hands.board.visualRect(hands.board.cards.index(row))
        here = QRect(hands.board.viewport().mapToGlobal(shown.topLeft()), shown.size())
        assert item.rect() == here
        assert item.parent() is not None
        assert item.parent().text(NAME) == "Schedule"


def test_the_card_with_the_keyboard_and_the_selected_ones_say_so(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.board.setFocus()
    hands.board.select(["solo", "duet"], "duet")
    hands.settle()
    states = {card_id: item.state() for card_id, item in cards(hands).items()}
    assert [one for one, state in states.items() if state.selected] == ["solo", "duet"]
    assert [one for one, state in states.items() if state.focused] == ["duet"]
    assert all(state.focusable for state in states.values())


def test_every_card_of_the_day_is_reached_by_arrows(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.board.setFocus()
    press(KEY.Key_Home)
    reached = {hands.board.current_id()}
    for keys in ((KEY.Key_Down,) * 4, (KEY.Key_Right,) * 4, (KEY.Key_Left,) * 4):
        for key in keys:
            press(key)
            reached.add(hands.board.current_id())
    assert reached == set(cards(hands))


def test_the_studios_of_the_day_are_heads_that_tell_what_they_hold(open_board: Open) -> None:
    hands = open_board(BOOK)
    said = names(interface(hands.screen.views.page.heads))
    assert [name.partition(",")[0] for name in said[:2]] == ["Studio 1", "Studio 2"]
    assert "2 cards" in said[0]
    assert "1 card." in said[1]
    page = [one.text(NAME) for one in children(interface(hands.screen.views.page))]
    assert page[:2] == ["Schedule", "Studios"]
    assert page[2].startswith("Hours, 7.00 to 24.00")


def test_the_days_of_the_week_are_heads_with_a_lane_for_each_studio(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.screen.show_mode("week")
    hands.settle()
    said = [name for name in names(interface(hands.screen.views.page.heads)) if "October" in name]
    thursday = [name for name in said if name.startswith("Thursday 15 October. today")]
    assert len(thursday) == 1
    lanes = [name for name in said if name.endswith("Thursday 15 October")]
    assert lanes[0].startswith("Studio 1")
    assert "2 cards" in lanes[0]
    page = [one.text(NAME) for one in children(interface(hands.screen.views.page))]
    assert page[:2] == ["Schedule", "Days and studios"]
    assert page[2].startswith("Hours, ")


def test_the_keyboard_goes_through_the_heads_into_a_lane(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.screen.views.page.heads.buttons[0].setFocus()
    press(KEY.Key_Right)
    head = QApplication.focusWidget()
    assert isinstance(head, HeadButton)
    assert interface(head).state().focused
    assert interface(head).text(NAME).startswith("Studio 2")
    assert interface(head).role() is QAccessible.Role.Button
    press(KEY.Key_Return)
    assert hands.board.hasFocus()
    assert hands.board.room is not None
    assert hands.board.room.studio_id == "studio-2"
    assert "Studio 2." in interface(hands.board).text(DESCRIPTION)


def test_the_heads_are_one_stop_of_the_tab_key_that_remembers_where_it_was(
    open_board: Open,
) -> None:
    hands = open_board(BOOK)
    heads = hands.screen.views.page.heads
    heads.setFocus(Qt.FocusReason.TabFocusReason)
    assert heads.buttons[0].hasFocus()
    press(KEY.Key_Right, KEY.Key_Right, KEY.Key_Left, KEY.Key_Tab)
    assert hands.board.hasFocus()
    press(KEY.Key_Backtab)
    assert heads.buttons[1].hasFocus()
    press(KEY.Key_Escape)
    assert hands.board.hasFocus()


def test_a_day_of_the_week_is_opened_from_its_head(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.screen.show_mode("week")
    hands.settle()
    friday = date(2026, 10, 16)
    head = next(
        one
        for one in hands.screen.views.page.heads.buttons
        if one.head.day == friday and not one.head.lane
    )
    head.setFocus()
    press(KEY.Key_Return)
    assert hands.screen.views.mode == "day"
    assert hands.board.view.days == (friday,)


def test_the_menu_key_opens_what_can_be_done_with_a_studio(open_board: Open) -> None:
    hands = open_board(BOOK)
    asked: list[object] = []
    hands.board.top.menu_wanted.connect(lambda studio_id, _where: asked.append(studio_id))
    head = hands.screen.views.page.heads.buttons[1]
    hands.screen.views.page.heads.menu_wanted.emit(head.head.studio_id, head.pos())
    assert asked == ["studio-2"]


def test_an_empty_place_is_announced_with_day_time_and_studio_as_it_moves(
    open_board: Open,
) -> None:
    hands = open_board(BOOK)
    board = interface(hands.board)
    hands.board.setFocus()
    hands.board.select(["solo"], "solo")
    press(KEY.Key_Space)
    first = board.text(DESCRIPTION)
    assert first == "Free place. Thursday 15 October, 12.00 to 13.00, Studio 1. Over lunch."
    press(KEY.Key_Down)
    assert "12.15 to 13.15, Studio 1" in board.text(DESCRIPTION)
    press(KEY.Key_Right)
    assert "12.15 to 13.15, Studio 2" in board.text(DESCRIPTION)
    press(KEY.Key_Escape)
    assert board.text(DESCRIPTION) == ""


def test_a_dancer_s_row_says_status_calls_sums_and_findings(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.screen.show_mode("people")
    hands.settle()
    rows = children(interface(hands.screen.people))
    said = next(one.text(NAME) for one in rows if one.text(NAME).startswith("Ada Vega"))
    for part in (
        "full", "11.00–12.00, Rehearsal, Studio 1", "14.00–15.00, Rehearsal, Studio 2, tentative",
        "Work 3 h 35", "Rehearsal in Studio 2 and Rehearsal in Studio 1",
    ):  # fmt: skip
        assert part in said


def test_the_blocks_of_a_dancer_s_row_are_told_one_by_one(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.screen.show_mode("people")
    hands.settle()
    people = hands.screen.people
    people.setFocus()
    people.select_person("okoro")
    press(KEY.Key_Right)
    told = interface(people).text(DESCRIPTION)
    assert told == "14.00–15.00, Rehearsal, Studio 2, tentative"
    press(KEY.Key_Left)
    assert interface(people).text(DESCRIPTION) == ""


def test_what_waits_in_the_tray_is_told_with_its_length(open_board: Open) -> None:
    hands = open_board(BOOK)
    tray = interface(hands.screen.tray.list)
    assert tray.text(NAME) == "Unplaced calls, 1"
    assert "no studio yet" in children(tray)[0].text(NAME)


def test_the_month_s_days_are_buttons_that_tell_what_they_hold(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.screen.show_mode("month")
    hands.settle()
    days = children(interface(hands.screen.views.overview))
    today = next(one for one in days if one.text(NAME).startswith(f"{THURSDAY:%A} 15 October"))
    assert today.role() is QAccessible.Role.Button
    assert "4 calls" in today.text(NAME)


def test_what_changed_since_posting_is_reached_and_read_out_person_by_person(
    open_board: Open,
) -> None:
    hands = open_board(drifted_book())
    told = cards(hands)["duet"].text(NAME)
    assert "14.00" in told.partition("tentative")[2]
    people = hands.screen.panel.findChild(DriftList)
    assert people is not None
    assert people in hands.window.frame.stops()
    assert interface(people).text(NAME) == "Whose day has changed since posting"
    said = [one.text(NAME) for one in children(interface(people))]
    assert [name.partition(",")[0] for name in said] == ["Okoro", "Vega"]
    assert "15.00" in said[0]
    line = next(one for one in hands.screen.panel.findChildren(Label) if "Since" in one.text())
    assert interface(line).text(NAME) == "Since issue 1: 1 moved; 2 people"


def test_enter_on_somebody_whose_day_has_changed_opens_them(open_board: Open) -> None:
    hands = open_board(drifted_book())
    wanted: list[str] = []
    hands.screen.panel.person_wanted.connect(wanted.append)
    people = hands.screen.panel.findChild(DriftList)
    assert people is not None
    people.setFocus()
    press(KEY.Key_Down, KEY.Key_Return)
    assert wanted == ["vega"]
