from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from castapp.ui.screens.schedule.people.plan import NAME, PeoplePlan
from castapp.ui.screens.schedule.people.sums import COLUMNS
from castapp.ui.widgets.label import Label
from tests.builders import FRIDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

BOOK = company_book(
    call("solo", 660, 60, day=FRIDAY, people=["vega"]),
    call("duet", 840, 60, day=FRIDAY, people=["vega", "okoro"], studio_id="studio-2"),
)


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    made = Hands(BOOK, FRIDAY)
    made.window.do("schedule.people")
    made.settle()
    yield made
    made.close()


def test_the_plan_leaves_room_for_names_hours_and_figures() -> None:
    plan = PeoplePlan(1040)
    assert plan.x(plan.first) == NAME
    lefts = [plan.figures[column][0] for column in COLUMNS]
    assert lefts == sorted(lefts)
    assert plan.sign < 1040


def test_a_person_is_shown_in_the_inspector(hands: Hands) -> None:
    table = hands.screen.people
    assert table.select_person("vega")
    hands.settle()
    assert hands.screen.panel.person.isVisible()
    assert "Ada Vega" in {label.text() for label in hands.screen.panel.findChildren(Label)}


def test_arrows_go_from_block_to_block_and_select_the_call(hands: Hands) -> None:
    table = hands.screen.people
    table.select_person("vega")
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert hands.selected() == ["solo"]
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert hands.selected() == ["duet"]
    assert hands.screen.panel.call.isVisible()
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert hands.selected() == []


def test_the_selection_is_the_board_s(hands: Hands) -> None:
    table = hands.screen.people
    table.select_person("vega")
    QTest.keyClick(table, Qt.Key.Key_Right)
    hands.window.do("schedule.day")
    assert hands.selected() == ["solo"]
    hands.window.do("schedule.people")
    assert table.chosen == frozenset({"solo"})


def test_a_click_on_a_block_selects_its_call(hands: Hands) -> None:
    table = hands.screen.people
    number = table.people.number_of("okoro")
    assert number is not None
    row = table.visualRect(table.people.index(number))
    block = table.people.rows[number].blocks[0]
    left, top, width, height = table.plan.block(block)
    point = row.topLeft()
    point.setX(left + width // 2)
    point.setY(row.top() + top + height // 2)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert hands.selected() == ["duet"]
    assert table.person_id == "okoro"


def test_filters_change_who_is_shown(hands: Hands) -> None:
    filters = hands.screen.tools.filters
    filters.presence.choose("called")
    filters.presence.chosen.emit("called")
    shown = {row.person_id for row in hands.screen.people.people.rows if row.person_id}
    assert shown == {"vega", "okoro"}


def test_every_row_is_announced_through_the_accessibility_interface(hands: Hands) -> None:
    view = QAccessible.queryAccessibleInterface(hands.screen.people)
    told = [view.child(n).text(QAccessible.Text.Name) for n in range(view.childCount())]
    spoken = [row.spoken for row in hands.screen.people.people.rows]
    assert spoken
    assert set(spoken) <= set(told)


def test_moving_a_call_changes_the_row(hands: Hands) -> None:
    hands.board.select(["solo"], "solo")
    hands.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    row = next(row for row in hands.screen.people.people.rows if row.person_id == "vega")
    assert row.blocks[0].start == 675
    assert row.sums.work == 120
    assert hands.call("solo").day == FRIDAY
