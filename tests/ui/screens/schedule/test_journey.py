"""A whole rehearsal day by hand: by mouse, and again by keyboard; counted and printed."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.office import Posting
from castapp.domain.slot import clock, span
from tests.builders import FRIDAY, THURSDAY, company_book
from tests.ui.screens.schedule.hands import Hands

CALLS = 22
STUDIOS = ("studio-1", "studio-2", "studio-a")
NAMES = ("studio 1", "studio 2", "annexe")
STARTS = tuple(range(10 * 60, 17 * 60, 60))
MINUTES = 45
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
WORDS = ("lake queen 1st cast", "lake act II 2nd cast", "lake duet", "class women")


class Counted:
    """Hands that count: a drag is one click, a combination of keys is one key."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.clicks = 0
        self.keys = 0

    def drag(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier | None = None) -> None:
        self.hands.drag(start, end, *([keys] if keys is not None else []))
        self.clicks += 1

    def completion(self, text: str) -> None:
        """Click on what a word may become."""
        offers = self.hands.screen.writer.field.offers
        found = [n for n in range(offers.count()) if offers.item(n).text().startswith(text)]
        point = offers.visualItemRect(offers.item(found[0])).center()
        QTest.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=point)
        self._clicked()

    def make(self) -> None:
        QTest.mouseClick(self.hands.screen.writer.field.make, Qt.MouseButton.LeftButton)
        self._clicked()

    def press(self, button: object) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]
        self._clicked()

    def give_reason(self, text: str) -> None:
        """Say why the day is posted with what is still open; the field has the keyboard."""
        self.hands.settle()
        reason = self.hands.screen.panel.posting.reason
        assert reason.hasFocus()
        QTest.keyClicks(reason, text)
        self.keys += len(text)

    def type_call(self, text: str) -> None:
        """Type straight away on the board, and Enter."""
        self.hands.key(getattr(Qt.Key, f"Key_{text[0].upper()}"))
        line = self.hands.screen.writer.field.line
        QTest.keyClicks(line, text[1:])
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.hands.settle()
        self.keys += len(text) + 1

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.hands.key(key, keys)
        self.keys += 1

    def _clicked(self) -> None:
        self.clicks += 1
        self.hands.settle()


@pytest.fixture
def work(qapp: object) -> Iterator[Counted]:
    hands = Hands(company_book())
    hands.window.go_to(FRIDAY)
    hands.settle()
    yield Counted(hands)
    hands.close()


def calls_of(book: Book) -> list[Call]:
    return list(book.where(Call, "day", FRIDAY))


def undone_and_done_again(work: Counted, before: Book) -> None:
    """Every step taken back to the empty board, then done again."""
    hands = work.hands
    after, steps = hands.book, len(hands.desk.done)
    for _ in range(steps):
        hands.window.do("edit.undo")
    assert hands.book == before
    assert not hands.board.view.cards
    for _ in range(steps):
        hands.window.do("edit.redo")
    assert hands.book == after
    assert len(hands.board.view.cards) == CALLS


def test_a_day_of_22_calls_by_mouse(work: Counted) -> None:
    hands = work.hands
    before = hands.book
    places = [(studio, start) for start in STARTS for studio in STUDIOS] + [("stage", 600)]
    for studio, start in places:
        top = hands.point(studio, start + 2, FRIDAY)
        work.drag(top, hands.point(studio, start + MINUTES, FRIDAY))
        work.completion("Lake")
        work.completion("Act II")
        work.make()
    made = calls_of(hands.book)
    assert len(made) == CALLS
    assert {(one.studio_id, one.start, one.minutes) for one in made} == {
        (studio, start, MINUTES) for studio, start in places
    }
    assert all(one.production_id == "lake" for one in made)
    assert all(hands.book.where(Called, "call_id", one.id) for one in made)
    work.press(hands.screen.tools.post)
    work.give_reason("first draft of the week")
    work.press(hands.screen.panel.posting.post)
    assert [one.issue for one in hands.book.where(Posting, "day", FRIDAY)] == [1]
    corner = hands.point("studio-1", STARTS[4] - 5, FRIDAY) - QPoint(38, 0)
    end = hands.point("studio-a", STARTS[6] + 50, FRIDAY)
    work.drag(corner, end, SHIFT)
    assert len(hands.selected()) == 9
    first = next(one for one in made if one.id in hands.selected())
    work.drag(hands.middle(first.id), hands.middle(first.id) + QPoint(0, 24))
    moved = [one for one in calls_of(hands.book) if one.id in hands.selected()]
    assert {one.start for one in moved} == {start + 30 for start in STARTS[4:]}
    undone_and_done_again(work, before)
    sys.stdout.write(f"\n{CALLS} calls by mouse: {work.clicks} clicks, {work.keys} keys\n")


def test_a_day_of_22_calls_by_keyboard(work: Counted) -> None:
    hands = work.hands
    before = hands.book
    hands.board.setFocus()
    wanted = set()
    for number in range(CALLS - 1):
        start, room = STARTS[number // 3], number % 3
        when = f"{clock(start)}-{clock(start + MINUTES)}"
        work.type_call(f"{WORDS[number % len(WORDS)]} {when} {NAMES[room]}")
        wanted.add((STUDIOS[room], start, MINUTES))
    work.key(Qt.Key.Key_Space)
    work.key(Qt.Key.Key_Return)
    line = hands.screen.writer.field.line
    QTest.keyClicks(line, "fitting ada vega")
    QTest.keyClick(line, Qt.Key.Key_Return)
    hands.settle()
    work.keys += len("fitting ada vega") + 1
    made = calls_of(hands.book)
    assert len(made) == CALLS
    assert wanted <= {(one.studio_id, one.start, one.minutes) for one in made}
    assert sum(one.kind == "class" for one in made) == 5
    assert sum(one.kind == "fitting" for one in made) == 1
    hands.screen.tools.post.setFocus()
    QTest.keyClick(hands.screen.tools.post, Qt.Key.Key_Space)
    work.keys += 1
    work.give_reason("first draft of the week")
    QTest.keyClick(hands.screen.panel.posting.reason, Qt.Key.Key_Return)
    hands.settle()
    work.keys += 1
    assert [one.issue for one in hands.book.where(Posting, "day", FRIDAY)] == [1]
    hands.board.setFocus()
    work.key(Qt.Key.Key_A, CTRL)
    assert len(hands.selected()) == CALLS
    work.key(Qt.Key.Key_Down, ALT)
    assert min(one.start for one in calls_of(hands.book)) == STARTS[0] + 15
    undone_and_done_again(work, before)
    sys.stdout.write(f"\n{CALLS} calls by keyboard: {work.clicks} clicks, {work.keys} keys\n")


def test_a_call_drawn_is_filled_in_by_typing(work: Counted) -> None:
    hands = work.hands
    work.drag(hands.point("studio-1", 662, FRIDAY), hands.point("studio-1", 720, FRIDAY))
    line = hands.screen.writer.field.line
    assert line.hasFocus()
    QTest.keyClicks(line, "lake queen 1st cast, Hall")
    QTest.keyClick(line, Qt.Key.Key_Return)
    hands.settle()
    (made,) = calls_of(hands.book)
    assert span(made.start, made.end) == span(660, 720)
    assert (made.production_id, made.lead_id) == ("lake", "hall")
    assert THURSDAY not in {one.day for one in hands.book.all(Call)}
