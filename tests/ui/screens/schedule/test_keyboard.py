"""The board by keys alone: where the keyboard is after each deed, and what is heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.finding import Finding, Ref
from castapp.ui import announce
from castapp.ui.widgets.clash import ClashPanel
from tests.builders import FRIDAY, THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

KEY, ALT, CTRL, SHIFT = (
    Qt.Key,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
BOOK = company_book(
    call("solo", 660, 60, people=["vega"]),
    call("next", 660, 60, people=["moss"], studio_id="studio-2"),
    call("late", 840, 60, people=["okoro"]),
    call("waiting", 600, 45, studio_id=None, title="Mime"),
    call("after", 840, 60, day=FRIDAY, people=["moss"], studio_id="studio-2"),
)
CLASH = Finding("studio_twice", "hard", "Studio 2 is taken.", THURSDAY, ())
Open = Callable[[Book], Hands]


@pytest.fixture
def open_board(qapp: object) -> Iterator[Open]:
    opened: list[Hands] = []

    def open_one(book: Book) -> Hands:
        opened.append(Hands(book))
        opened[-1].board.setFocus()
        return opened[-1]

    yield open_one
    for hands in opened:
        hands.close()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced, as it goes out."""
    said: list[str] = []

    class Spoken:
        def __init__(self, _widget: QWidget, words: str) -> None:
            said.append(words)

    class Sent:
        Event = QAccessible.Event

        @staticmethod
        def updateAccessibility(event: object) -> None:
            if not isinstance(event, Spoken):
                QAccessible.updateAccessibility(cast(QAccessibleEvent, event))

    monkeypatch.setattr(announce, "QAccessibleAnnouncementEvent", Spoken)
    monkeypatch.setattr(announce, "QAccessible", Sent)
    return said


def press(hands: Hands, key: Qt.Key, keys: Qt.KeyboardModifier | None = None) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, keys or Qt.KeyboardModifier.NoModifier)
    hands.settle()


def hold(hands: Hands, *keys: Qt.Key) -> None:
    """Alt held down, and arrows."""
    for key in keys:
        QTest.keyPress(hands.board, key, ALT)


def let_go(hands: Hands) -> None:
    QTest.keyRelease(hands.board, KEY.Key_Alt)
    hands.settle()


def place_of(board: QWidget) -> str:
    """What is said of the board besides its name: the empty place chosen."""
    found = QAccessible.queryAccessibleInterface(board)
    assert found is not None
    return found.text(QAccessible.Text.Description)


def panel_of(hands: Hands) -> ClashPanel:
    return next(one for one in hands.window.findChildren(ClashPanel) if one.isVisible())


def test_an_empty_place_does_not_stay_chosen_on_another_day(open_board: Open) -> None:
    hands = open_board(BOOK)
    press(hands, KEY.Key_Space)
    assert place_of(hands.board).startswith("Free place.")
    press(hands, KEY.Key_PageDown)
    assert place_of(hands.board) == ""
    press(hands, KEY.Key_C)
    QTest.keyClicks(hands.screen.writer.field.line, "lass women 17.00")
    press(hands, KEY.Key_Return)
    made = next(one for one in hands.book.all(Call) if BOOK.find(Call, one.id) is None)
    assert made.day == FRIDAY


def test_a_typed_call_with_a_clash_takes_the_keyboard_into_the_reason_and_back(
    open_board: Open,
) -> None:
    hands = open_board(BOOK)
    hands.desk.found = [CLASH]
    press(hands, KEY.Key_C)
    line = hands.screen.writer.field.line
    QTest.keyClicks(line, "lass vega studio 1 11.00-12.00")
    QTest.keyClick(line, KEY.Key_Return)
    hands.settle()
    assert panel_of(hands).hasFocus()
    for key in (KEY.Key_F, KEY.Key_I, KEY.Key_T):
        press(hands, key)
    assert panel_of(hands).reason.text() == ""
    press(hands, KEY.Key_Return)
    assert panel_of(hands).reason.hasFocus()
    QTest.keyClicks(panel_of(hands).reason, "agreed")
    press(hands, KEY.Key_Return)
    assert hands.board.hasFocus()
    (made,) = hands.selected()
    assert hands.call(made).kind == "class"


def test_a_reason_left_gives_the_keyboard_back_to_the_card(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.desk.found = [CLASH]
    hands.board.select(["solo"], "solo")
    press(hands, KEY.Key_Right, ALT)
    assert panel_of(hands).hasFocus()
    press(hands, KEY.Key_Escape)
    assert hands.board.hasFocus()
    assert hands.selected() == ["solo"]


def test_f6_walks_the_parts_and_shift_f6_back(open_board: Open) -> None:
    hands = open_board(BOOK)
    frame, screen = hands.window.frame, hands.screen
    hands.board.select(["solo"], "solo")
    parts = (screen.tools, screen.views, screen.tray, frame.fold, frame.findings, frame.rail)

    def part() -> int:
        focused = QApplication.focusWidget()
        assert focused is not None
        return next(n for n, one in enumerate(parts) if one.isAncestorOf(focused))

    walked = []
    for _ in range(4):
        press(hands, KEY.Key_F6)
        walked.append(part())
    assert walked == [2, 3, 4, 5]
    for _ in range(4):
        press(hands, KEY.Key_F6, SHIFT)
    assert hands.board.hasFocus()
    press(hands, KEY.Key_F6, SHIFT)
    assert part() == 0


def test_the_board_is_framed_strongly_only_when_the_keyboard_brought_it(open_board: Open) -> None:
    hands = open_board(company_book())
    assert hands.board.scene.keyboard
    assert not hands.board.scene.by_keyboard
    press(hands, KEY.Key_F6)
    press(hands, KEY.Key_F6, SHIFT)
    assert hands.board.scene.by_keyboard


def test_esc_in_the_inspector_comes_back_to_the_card(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"], "solo")
    press(hands, KEY.Key_Return)
    assert not hands.board.hasFocus()
    press(hands, KEY.Key_Escape)
    assert hands.board.hasFocus()
    assert hands.selected() == ["solo"]


@pytest.mark.parametrize("mode", ["week", "people", "month", "fortnight"])
def test_the_keyboard_goes_with_the_view(open_board: Open, mode: str) -> None:
    hands = open_board(BOOK)
    hands.window.do(f"schedule.{mode}")
    hands.settle()
    focused = QApplication.focusWidget()
    shown = hands.screen.views.shown
    assert focused is not None
    assert focused is shown or shown.isAncestorOf(focused)


@pytest.mark.parametrize("part", ["findings", "rail", "tools", "tray", "top_bar"])
def test_esc_comes_back_to_the_board_from_everywhere(open_board: Open, part: str) -> None:
    hands = open_board(BOOK)
    frame = hands.window.frame
    frame.findings.open(True)
    hands.settle()
    places = {"tools": hands.screen.tools, "tray": hands.screen.tray}
    holder = places.get(part) or getattr(frame, part)
    stop = [one for one in frame.stops() if holder.isAncestorOf(one)][-1]
    stop.setFocus()
    press(hands, KEY.Key_Escape)
    assert hands.board.hasFocus()


def test_the_keyboard_goes_from_a_late_day_of_the_month_into_the_fortnight(
    open_board: Open,
) -> None:
    hands = open_board(BOOK)
    hands.window.do("schedule.month")
    hands.settle()
    hands.screen.views.overview.cells[-1].setFocus()
    hands.window.do("schedule.fortnight")
    hands.settle()
    assert any(cell.hasFocus() for cell in hands.screen.views.overview.cells)


def test_a_copy_goes_to_the_empty_place_chosen(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"], "solo")
    hands.window.do("edit.copy")
    press(hands, KEY.Key_Space)
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Down, KEY.Key_Down):
        press(hands, key)
    hands.window.do("edit.paste")
    made = next(one for one in hands.book.all(Call) if BOOK.find(Call, one.id) is None)
    assert (made.studio_id, made.start, made.minutes) == ("studio-a", 750, 60)


def test_alt_and_arrows_pass_over_what_is_taken_and_commit_once(
    open_board: Open, heard: list[str]
) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"], "solo")
    hold(hands, KEY.Key_Right)
    assert any(words.startswith("11.00 to 12.00, Studio 2. Clash") for words in heard)
    assert hands.board.hand.ghosts()
    assert hands.book == BOOK
    hold(hands, KEY.Key_Right, KEY.Key_Down)
    assert heard[-1].startswith("11.15 to 12.15, Annexe.")
    assert hands.book == BOOK
    let_go(hands)
    moved = hands.call("solo")
    assert (moved.studio_id, moved.start) == ("studio-a", 675)
    assert len(hands.desk.done) == 1
    assert heard[-1].endswith("No finding.")


def test_esc_leaves_what_is_held_where_it_was(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"], "solo")
    hold(hands, KEY.Key_Down, KEY.Key_Down)
    QTest.keyClick(hands.board, KEY.Key_Escape, ALT)
    let_go(hands)
    assert hands.book == BOOK
    assert not hands.board.hand.holding


def test_turning_the_day_drops_what_alt_holds_and_says_so(
    open_board: Open, heard: list[str]
) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"], "solo")
    hold(hands, KEY.Key_Down)
    hands.window.do("go.forward")
    assert any(words.startswith("Left where it was, 11.00 to 12.00") for words in heard)
    let_go(hands)
    assert hands.book == BOOK
    assert not hands.board.hand.holding


@pytest.mark.parametrize("mode", ["week", "people", "month"])
def test_turning_the_view_drops_what_alt_holds(open_board: Open, mode: str) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"], "solo")
    hold(hands, KEY.Key_Down)
    hands.window.do(f"schedule.{mode}")
    let_go(hands)
    assert hands.book == BOOK


def test_losing_the_keyboard_drops_what_alt_holds(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"], "solo")
    hold(hands, KEY.Key_Down)
    hands.screen.tray.list.setFocus()
    let_go(hands)
    assert hands.book == BOOK
    assert not hands.board.hand.holding


def test_in_people_turning_the_day_drops_what_alt_holds(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.window.do("schedule.people")
    hands.settle()
    people = hands.screen.people
    people.select_person("vega")
    people.setFocus()
    press(hands, KEY.Key_Right)
    QTest.keyPress(people, KEY.Key_Right, ALT)
    hands.window.do("go.forward")
    QTest.keyRelease(people, KEY.Key_Alt)
    hands.settle()
    assert hands.book == BOOK


@pytest.mark.parametrize("mode", ["week", "people", "month"])
def test_esc_on_the_board_keeps_the_board_after_another_view(open_board: Open, mode: str) -> None:
    hands = open_board(BOOK)
    for each in (mode, "day"):
        hands.window.do(f"schedule.{each}")
        hands.settle()
    hands.board.setFocus()
    press(hands, KEY.Key_Home)
    press(hands, KEY.Key_Escape)
    assert hands.board.hasFocus()


def test_in_people_alt_and_arrows_pass_over_rows_and_commit_once(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.window.do("schedule.people")
    hands.settle()
    people = hands.screen.people
    people.select_person("vega")
    people.setFocus()
    press(hands, KEY.Key_Right)
    for _ in range(3):
        QTest.keyPress(people, KEY.Key_Down, ALT)
    assert hands.book == BOOK
    QTest.keyRelease(people, KEY.Key_Alt)
    hands.settle()
    assert len(hands.desk.done) == 1
    assert people.person_id != "vega"
    assert people.current_block is not None
    assert people.current_block.ref.id == "solo"


def test_ctrl_f_shows_a_field_that_finds_and_esc_ends_it(
    open_board: Open, heard: list[str]
) -> None:
    hands = open_board(BOOK)
    hands.window.do("edit.find")
    finder = hands.screen.card_finder
    assert finder.isVisible()
    assert finder.line.hasFocus()
    assert finder.line.accessibleName() == "Find a card"
    QTest.keyClicks(finder.line, "oko")
    assert hands.selected() == ["late"]
    assert heard[-1].startswith("1 of 2. ")
    press(hands, KEY.Key_Escape)
    assert not finder.isVisible()
    assert hands.board.hasFocus()
    press(hands, KEY.Key_T)
    assert hands.screen.writer.field.text == "t"


def test_a_call_that_waits_is_found_in_the_tray(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.window.do("edit.find")
    QTest.keyClicks(hands.screen.card_finder.line, "mime")
    press(hands, KEY.Key_Return)
    press(hands, KEY.Key_Escape)
    assert hands.screen.tray.list.hasFocus()
    assert hands.screen.tray.selected_id() == "waiting"


def test_a_dancer_is_found_among_the_people(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.window.do("schedule.people")
    hands.settle()
    hands.window.do("edit.find")
    QTest.keyClicks(hands.screen.card_finder.line, "vega")
    press(hands, KEY.Key_Escape)
    assert hands.screen.people.hasFocus()
    assert hands.screen.people.person_id == "vega"


def test_a_free_day_on_a_day_with_work_is_asked_about(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.dialogs.yes = False
    hands.window.do("schedule.free_day")
    assert hands.dialogs.asked == [
        (
            "Thu 15 Oct has 1 show and 4 calls. They stay. "
            "Make it a free day for the whole company as well?"
        )
    ]
    assert hands.book == BOOK
    hands.dialogs.yes = True
    hands.window.do("schedule.free_day")
    assert any(one.kind == "free day" for one in hands.book.where(Call, "day", THURSDAY))
    assert hands.board.hasFocus()


def test_the_tray_shows_where_the_keyboard_is_and_leaves_the_inspector_alone(
    open_board: Open,
) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"], "solo")
    before = hands.screen.tray.grab().toImage()
    hands.screen.tray.list.setFocus()
    hands.settle()
    assert hands.screen.tray.grab().toImage() != before
    assert hands.selected() == ["solo"]
    press(hands, KEY.Key_Right)
    assert hands.screen.tray.selected_id() == "waiting"
    assert hands.selected() == []


def test_the_board_looks_different_without_the_keyboard(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"], "solo")
    with_it = hands.board.grab().toImage()
    hands.screen.tray.list.setFocus()
    assert hands.board.grab().toImage() != with_it


def test_after_esc_the_keyboard_is_on_the_card_again(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"], "solo")
    press(hands, KEY.Key_Space)
    assert hands.selected() == []
    press(hands, KEY.Key_Escape)
    assert hands.selected() == ["solo"]


def test_a_finding_of_a_waiting_call_takes_the_keyboard_to_the_tray(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.window.jump(Ref(Call, "waiting"))
    assert hands.screen.tray.list.hasFocus()
    assert hands.screen.tray.selected_id() == "waiting"


def test_what_is_done_is_said(open_board: Open, heard: list[str]) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"], "solo")
    hands.window.do("edit.copy")
    assert heard[-1] == "1 call copied."
    press(hands, KEY.Key_Down, ALT | SHIFT)
    assert heard[-1] == "Rehearsal: 11.00 to 12.15, Studio 1. No finding."
    press(hands, KEY.Key_Z, CTRL)
    assert heard[-1].startswith("Undone: ")
    press(hands, KEY.Key_Z, CTRL | SHIFT)
    assert heard[-1].startswith("Done again: ")
    press(hands, KEY.Key_A, CTRL)
    assert heard[-1] == "4 selected."
    press(hands, KEY.Key_PageDown)
    assert heard[-1] == "Friday 16 October, 1 call."
    hands.board.select([])
    hands.window.do("edit.delete")
    assert hands.window.frame.banner.sentence == "Choose a call first."


def test_a_place_that_is_taken_says_by_what(open_board: Open, heard: list[str]) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"], "solo")
    press(hands, KEY.Key_Space)
    for _ in range(5):
        press(hands, KEY.Key_Down)
    assert heard[-1].startswith("Taken from 14.00 by Rehearsal. Thursday 15 October, 13.15")


def test_an_arrow_tells_of_the_card_itself(
    open_board: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"], "solo")
    told: list[tuple[QWidget, int]] = []
    monkeypatch.setattr(
        "castapp.ui.screens.schedule.card_view.reached",
        lambda view, child: told.append((view, child)),
    )
    press(hands, KEY.Key_Down)
    assert hands.selected() == ["late"]
    assert told == [(hands.board, hands.board.cards.row_of("late"))]


def test_a_move_that_is_asked_about_names_the_place_it_would_go_to(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.desk.found = [CLASH, replace(CLASH, what="The Annexe is taken.")]
    hands.board.select(["solo"], "solo")
    press(hands, KEY.Key_Right, ALT)
    said = panel_of(hands).accessibleName()
    assert ". 1 of 2: " in said
    assert "to Thu 15 Oct, 11.00 to 12.00, Studio 2" in said
    assert panel_of(hands).reason.accessibleDescription() == said


def test_a_notice_lies_above_the_tray_and_goes_with_the_view(open_board: Open) -> None:
    hands = open_board(BOOK)
    banner, tray = hands.window.frame.banner, hands.screen.tray
    hands.screen.context.say("Copied.")
    hands.settle()
    foot = banner.mapTo(hands.window, QPoint(0, banner.height()))
    assert foot.y() <= tray.mapTo(hands.window, QPoint(0, 0)).y()
    hands.window.do("schedule.week")
    assert banner.sentence == ""


def test_a_call_being_typed_is_not_left_over_another_view(open_board: Open) -> None:
    hands = open_board(BOOK)
    press(hands, KEY.Key_C)
    hands.window.do("schedule.week")
    hands.settle()
    assert not hands.screen.writer.writing
    assert hands.window.frame.banner.sentence == "Not made: “c”."
    assert hands.board.hasFocus()
