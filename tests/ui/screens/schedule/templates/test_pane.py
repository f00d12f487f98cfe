from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.finding import Finding
from castapp.domain.template import Template, TemplateCall
from castapp.ui.screens.schedule.templates.pane import TemplatesPane
from tests.builders import FRIDAY, MONDAY, THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

CLASS = TemplateCall(0, 615, 75, "class", "studio-2")
STANDING = company_book(call("a", 720, 60), call("b", 840, 60), call("there", 640, 60, day=FRIDAY))
KEPT = company_book(
    [
        Template("d1", "Blocks", "day", (CLASS, TemplateCall(0, 660, 60, studio_id="studio-1"))),
        Template("d2", "Class only", "day", (CLASS,)),
        Template("w", "Week", "week", (CLASS,)),
    ],
    call("a", 720, 60),
    call("there", 640, 60, day=FRIDAY),
)


@pytest.fixture
def hands(qapp: object, request: pytest.FixtureRequest) -> Iterator[Hands]:
    made = Hands(getattr(request, "param", KEPT))
    yield made
    made.close()


def settle(hands: Hands) -> None:
    """Let what would clash be worked out."""
    while hands.window.jobs.running:
        hands.settle()
    hands.settle()


def opened(hands: Hands) -> TemplatesPane:
    hands.window.do("schedule.templates")
    settle(hands)
    return hands.screen.panel.templates


def starts(book: Book, day: object) -> list[int]:
    return sorted(one.start for one in book.where(Call, "day", day))


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def test_a_template_is_laid_out_by_keyboard_and_taken_back(hands: Hands) -> None:
    pane = opened(hands)
    assert pane.list.hasFocus()
    press(pane.list, Qt.Key.Key_Down)
    settle(hands)
    press(pane.list, Qt.Key.Key_Return)
    assert starts(hands.book, THURSDAY) == [615, 720]
    assert not pane.isVisible()
    assert len(hands.selected()) == 1
    hands.window.do("edit.undo")
    assert hands.book == KEPT


def test_what_would_clash_is_told_and_left_out(hands: Hands) -> None:
    hands.screen.context.go_to(FRIDAY)
    pane = opened(hands)
    assert pane.without.isVisible()
    assert pane.without.text() == "Lay out the 1 call that does not clash"
    pane.without.click()
    assert starts(hands.book, FRIDAY) == [615, 640]
    pane = opened(hands)
    press(pane.list, Qt.Key.Key_Down)
    settle(hands)
    assert not pane.all.isEnabled()
    press(pane.list, Qt.Key.Key_Return)
    assert starts(hands.book, FRIDAY) == [615, 640]


def test_a_week_has_its_own_templates_and_days(hands: Hands) -> None:
    hands.window.do("schedule.week")
    pane = opened(hands)
    assert [row.name for row in pane.list.lines.lines] == ["Week"]
    pane.tentative.click()
    assert not pane.all.isEnabled()
    settle(hands)
    pane.all.click()
    (made,) = hands.book.where(Call, "day", MONDAY)
    assert (made.start, made.state) == (615, "tentative")


def test_a_template_is_renamed_and_a_taken_name_refused(hands: Hands) -> None:
    pane = opened(hands)
    press(pane.list, Qt.Key.Key_F2)
    assert pane.naming.typed.hasFocus()
    pane.naming.typed.setText("class ONLY")
    press(pane.naming.typed, Qt.Key.Key_Return)
    assert pane.naming.typed.accessibleDescription().startswith("There is a template “Class only”")
    pane.naming.typed.setText("Two blocks")
    press(pane.naming.typed, Qt.Key.Key_Return)
    assert hands.book.get(Template, "d1").name == "Two blocks"
    assert pane.list.hasFocus()
    assert pane.list.row is not None
    assert pane.list.row.id == "d1"


def test_escape_leaves_the_name_first_and_then_the_pane(hands: Hands) -> None:
    pane = opened(hands)
    pane.rename.click()
    press(pane.naming.typed, Qt.Key.Key_Escape)
    assert pane.isVisible()
    assert not pane.naming.isVisible()
    press(pane.list, Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert hands.board.hasFocus()


def test_a_template_is_removed_and_brought_back(hands: Hands) -> None:
    hands.board.select(["a"], "a")
    pane = opened(hands)
    press(pane.list, Qt.Key.Key_Delete)
    assert [row.id for row in pane.list.lines.lines] == ["d2"]
    assert hands.book.find(Call, "a") is not None
    hands.window.do("edit.undo")
    assert [row.id for row in pane.list.lines.lines] == ["d1", "d2"]


@pytest.mark.parametrize("hands", [STANDING], indirect=True)
def test_the_first_template_is_kept_from_the_day(hands: Hands) -> None:
    pane = opened(hands)
    assert not pane.list.isVisible()
    assert not pane.all.isVisible()
    assert pane.keep.name.hasFocus()
    assert not pane.keep.make.isEnabled()
    hands.type_in(pane.keep.name, "Two blocks")
    settle(hands)
    (template,) = hands.book.all(Template)
    assert (template.name, len(template.calls)) == ("Two blocks", 2)
    assert pane.list.isVisible()
    assert not pane.all.isEnabled()
    hands.screen.context.go_to(THURSDAY + timedelta(days=14))
    opened(hands).all.click()
    assert starts(hands.book, THURSDAY + timedelta(days=14)) == [720, 840]


@pytest.mark.parametrize("hands", [STANDING], indirect=True)
def test_only_the_chosen_calls_are_kept(hands: Hands) -> None:
    hands.board.select(["a"], "a")
    pane = opened(hands)
    pane.keep.only.click()
    pane.keep.name.setText("One")
    pane.keep.make.click()
    (template,) = hands.book.all(Template)
    assert [one.start for one in template.calls] == [720]


def test_keeping_under_a_name_that_is_taken_says_so_and_replaces(hands: Hands) -> None:
    pane = opened(hands)
    pane.keep.name.setText("blocks")
    assert pane.keep.make.text() == "Replace “Blocks”"
    pane.keep.make.click()
    assert [one.start for one in hands.book.get(Template, "d1").calls] == [720]
    assert len(hands.book.all(Template)) == 3


def test_a_day_without_calls_has_nothing_to_keep(hands: Hands) -> None:
    hands.screen.context.go_to(MONDAY)
    pane = opened(hands)
    assert not pane.keep.make.isEnabled()
    assert "There are no calls of Mon 12 Oct" in pane.keep.name.accessibleDescription()


def test_an_overview_asks_for_a_day_first(hands: Hands) -> None:
    hands.window.do("schedule.month")
    hands.window.do("schedule.templates")
    assert "templates" not in vars(hands.screen.panel)


def test_the_tick_says_how_the_calls_were_kept(qapp: object) -> None:
    maybe = TemplateCall(0, 720, 60, state="tentative")
    made = Hands(company_book([Template("t", "Maybe", "day", (maybe,))]))
    pane = opened(made)
    assert pane.tentative.isChecked()
    pane.tentative.click()
    settle(made)
    pane.all.click()
    assert [one.state for one in made.book.where(Call, "day", THURSDAY)] == ["firm"]
    made.close()


def test_only_the_call_that_clashes_is_marked_while_it_is_asked(hands: Hands) -> None:
    hands.screen.context.go_to(FRIDAY)
    pane = opened(hands)
    hands.desk.found = [Finding("room", "hard", "taken", FRIDAY)]
    pane.all.click()
    hands.settle()
    asked = {one.held.start: one for one in hands.board.asked}
    assert sorted(asked) == [615, 660]
    assert asked[660].asked == "hard"
    assert asked[615].asked == ""
    assert asked[615].card is not None
    assert asked[615].card.severity == ""
