from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from castapp.domain.calling import called_people
from castapp.domain.finding import Finding
from castapp.ui.screens.schedule.people.hand import PeopleHand
from castapp.ui.screens.schedule.people.plan import ROW
from tests.builders import FRIDAY, call, company_book
from tests.ui.screens.schedule.hands import LEFT, NO_KEYS, Hands

BOOK = company_book(
    call("solo", 660, 60, day=FRIDAY, people=["vega"]),
    call("duet", 840, 60, day=FRIDAY, people=["vega", "moss"], studio_id="studio-2"),
)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PRESS, MOVE, RELEASE = (
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease,
)  # fmt: skip


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    made = Hands(BOOK, FRIDAY)
    made.window.do("schedule.people")
    made.settle()
    yield made
    made.close()


def hand_of(hands: Hands) -> PeopleHand:
    found = hands.screen.people.findChild(PeopleHand)
    assert found is not None
    return found


def block(hands: Hands, person_id: str, call_id: str) -> QPoint:
    """The middle of somebody's block in the viewport."""
    table = hands.screen.people
    number = table.people.number_of(person_id)
    assert number is not None
    row = table.people.rows[number]
    one = next(one for one in row.blocks if one.ref.id == call_id)
    left, down, width, height = table.plan.block(one)
    top = table.visualRect(table.people.index(number)).top()
    return QPoint(left + width // 2, top + down + height // 2)


def mouse(
    hands: Hands, kind: QEvent.Type, point: QPoint, keys: Qt.KeyboardModifier = NO_KEYS
) -> None:
    viewport = hands.screen.people.viewport()
    held = Qt.MouseButton.NoButton if kind == RELEASE else LEFT
    where = QPointF(viewport.mapToGlobal(point))
    event = QMouseEvent(kind, QPointF(point), where, LEFT, held, keys)
    QApplication.sendEvent(viewport, event)


def carry(
    hands: Hands, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NO_KEYS
) -> list[str]:
    """Drag a block; gives the words of the tip before it is let go."""
    mouse(hands, PRESS, start, keys)
    mouse(hands, MOVE, (start + end) / 2, keys)
    mouse(hands, MOVE, end, keys)
    tip = hand_of(hands).tip
    hands.screen.people.viewport().grab()
    mouse(hands, RELEASE, end, keys)
    hands.settle()
    return [tip.severity, *tip.lines] if tip is not None else []


def people(hands: Hands, call_id: str) -> set[str]:
    return {one.person_id for one in called_people(hands.book, hands.call(call_id))}


def row(hands: Hands, person_id: str, at: QPoint) -> QPoint:
    table = hands.screen.people
    number = table.people.number_of(person_id)
    assert number is not None
    return QPoint(at.x(), table.visualRect(table.people.index(number)).center().y())


def test_along_time_a_block_moves_the_call_with_all_its_people(hands: Hands) -> None:
    start = block(hands, "vega", "duet")
    hour = round(hands.screen.people.plan.hour)
    told = carry(hands, start, start + QPoint(hour, ROW // 3))
    assert told[1].endswith("at 15.00–16.00 for both people called.")
    assert hands.call("duet").start == 900
    assert people(hands, "duet") == {"vega", "moss"}
    hands.window.do("edit.undo")
    assert hands.book == BOOK


def test_onto_another_row_the_call_gets_that_dancer_instead(hands: Hands) -> None:
    start = block(hands, "vega", "solo")
    told = carry(hands, start, row(hands, "okoro", start))
    assert told[1].startswith("Okoro comes to")
    assert told[1].endswith("instead of Vega.")
    assert people(hands, "solo") == {"okoro"}
    assert len(hands.desk.done) == 1


def test_with_ctrl_the_call_gets_that_dancer_as_well(hands: Hands) -> None:
    start = block(hands, "vega", "solo")
    told = carry(hands, start, row(hands, "okoro", start), CTRL)
    assert told[1].endswith("as well as Vega.")
    assert people(hands, "solo") == {"vega", "okoro"}


def test_a_dancer_who_is_called_already_is_refused_before_and_after(hands: Hands) -> None:
    start = block(hands, "vega", "duet")
    told = carry(hands, start, row(hands, "moss", start))
    assert told == ["warning", "Moss is called to rehearsal already."]
    assert hands.book == BOOK
    assert "is called to" in hands.window.frame.banner.sentence


def test_a_clash_is_told_while_it_is_held(hands: Hands) -> None:
    start = block(hands, "vega", "solo")
    told = carry(hands, start, start + QPoint(round(3 * hands.screen.people.plan.hour), 0))
    assert told[0] == "hard"
    assert any("Vega is in Studio 2 14.00–15.00" in line for line in told)


def test_a_breach_asks_for_its_reason_in_place(hands: Hands) -> None:
    hands.desk.found = [Finding("span", "breach", "Too long.", FRIDAY, ("vega",))]
    start = block(hands, "vega", "solo")
    carry(hands, start, start + QPoint(60, 0))
    assert hands.book == BOOK
    assert hands.window.committer.asking


def test_escape_puts_it_back(hands: Hands) -> None:
    start = block(hands, "vega", "solo")
    mouse(hands, PRESS, start)
    mouse(hands, MOVE, start + QPoint(80, 0))
    assert not hand_of(hands).overlay.isHidden()
    QTest.keyClick(hands.screen.people, Qt.Key.Key_Escape)
    mouse(hands, RELEASE, start + QPoint(80, 0))
    assert hand_of(hands).overlay.isHidden()
    assert hands.book == BOOK


def test_alt_and_arrows_do_the_same(hands: Hands) -> None:
    table = hands.screen.people
    table.select_person("vega")
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Right, ALT)
    hands.settle()
    assert hands.call("solo").start == 675
    QTest.keyClick(table, Qt.Key.Key_Left, ALT)
    hands.settle()
    assert hands.call("solo").start == 660
    QTest.keyClick(table, Qt.Key.Key_Down, ALT | CTRL)
    hands.settle()
    assert len(people(hands, "solo")) == 2
    assert table.current_block is not None
    assert table.current_block.ref.id == "solo"
    assert "vega" in people(hands, "solo")
