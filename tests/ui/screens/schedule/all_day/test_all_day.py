from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.ui.screens.schedule.all_day.lines import day_lines, short_lines
from castapp.ui.screens.schedule.present import tray
from tests.builders import FRIDAY, SATURDAY, THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

BOOK = company_book(
    call("fitting", 915, 15, kind="fitting", studio_id=None, people=["vega"]),
    call("bus", 600, 240, studio_id=None, kind="meeting", title="Travel to Lund"),
    call("free", 0, 60, day=FRIDAY, kind="free day", studio_id=None),
    call("solo", 660, 60),
)


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    made = Hands(BOOK)
    yield made
    made.close()


def test_shows_travel_free_days_and_fittings_have_lines() -> None:
    assert [line.kind for line in day_lines(BOOK, THURSDAY)] == ["show", "travel", "fitting"]
    words = [line.text for line in day_lines(BOOK, THURSDAY)]
    assert words == ["Lake 19.30, Stage", "Travel to Lund 10.00", "Fitting 15.15 Vega"]
    assert [line.text for line in day_lines(BOOK, FRIDAY)] == ["Free day"]
    assert short_lines(BOOK, THURSDAY) == ("Travel", "1 fitting")


def test_a_journey_does_not_wait_for_a_studio() -> None:
    assert [card.id for card in tray(BOOK, [THURSDAY])] == ["fitting"]


def test_a_line_opens_its_record(hands: Hands) -> None:
    chips = hands.screen.lines.chips.chips()
    show = next(iter(hands.book.where(Performance, "day", THURSDAY)))
    QTest.keyClick(chips[0], Qt.Key.Key_Return)
    assert hands.selected() == [show.id]
    QTest.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    hands.settle()
    assert hands.selected() == []
    hands.type_in(hands.screen.panel.call.title, "Travel to Ghent")
    assert hands.call("bus").title == "Travel to Ghent"
    assert hands.screen.panel.call.isVisible()


def test_a_line_is_taken_away_with_delete(hands: Hands) -> None:
    hands.window.go_to(FRIDAY)
    hands.settle()
    chip = hands.screen.lines.chips.chips()[0]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert hands.book.find(Call, "free") is None
    assert hands.screen.lines.chips.chips() == []


@pytest.mark.parametrize(("action", "kind"), [("free_day", "free day"), ("travel", "meeting")])
def test_a_day_becomes_another_day(hands: Hands, action: str, kind: str) -> None:
    hands.window.go_to(SATURDAY)
    hands.window.do(f"schedule.{action}")
    hands.settle()
    made = next(iter(hands.book.where(Call, "day", SATURDAY)))
    assert made.kind == kind
    assert made.id in {chip.chip.key for chip in hands.screen.lines.chips.chips()}


def test_the_strip_makes_a_line_of_its_own(hands: Hands) -> None:
    hands.window.go_to(SATURDAY)
    hands.settle()
    strip = hands.screen.lines
    assert strip.isVisible()
    strip.add.click()
    menu = strip.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [
        "Travel day", "Free day", "Fitting list"
    ]  # fmt: skip
    menu.actions()[2].trigger()
    menu.close()
    hands.settle()
    (made,) = [one for one in hands.book.where(Call, "day", SATURDAY) if one.kind == "fitting"]
    assert (made.state, made.studio_id) == ("tentative", None)
    hands.screen.show_mode("week")
    assert not strip.isVisible()


def test_a_line_says_what_enter_does(hands: Hands) -> None:
    assert {chip.accessibleDescription() for chip in hands.screen.lines.chips.chips()} == {
        "Enter shows it in the inspector."
    }
