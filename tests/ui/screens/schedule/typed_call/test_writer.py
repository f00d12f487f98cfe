from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from castapp.domain.calls import Call
from castapp.domain.finding import Finding
from castapp.ui.screens.schedule.typed_call import field as typed_field
from castapp.ui.screens.schedule.typed_call.field import CallField
from castapp.ui.widgets.clash import ClashPanel
from tests.builders import THURSDAY, call, company_book, dancer
from tests.ui.screens.schedule.hands import Hands

BOOK = company_book(call("solo", 660, 60, people=["vega"], production_id="lake"))


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    made = Hands(BOOK)
    made.board.setFocus()
    yield made
    made.close()


def test_a_letter_opens_the_field_with_what_it_reads(hands: Hands) -> None:
    hands.key(Qt.Key.Key_L)
    field = hands.screen.writer.field
    assert field.line.hasFocus()
    QTest.keyClicks(field.line, "ake queen 1st cast")
    assert "Queen" in field.line.accessibleDescription()
    assert "1 dancer" in field.outcome.text()


def test_tab_takes_the_completion(hands: Hands) -> None:
    hands.key(Qt.Key.Key_L)
    field = hands.screen.writer.field
    QTest.keyClicks(field.line, "ake que")
    assert field.offers.item(0).text().startswith("Queen")
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.text == "lake Queen "


def test_what_is_not_understood_is_said_first_and_kept_then(hands: Hands) -> None:
    hands.key(Qt.Key.Key_L)
    field = hands.screen.writer.field
    QTest.keyClicks(field.line, "ake qqq")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert not field.isHidden()
    assert field.text == "lake qqq"
    assert "“qqq” was not understood" in field.trouble.text()
    assert "Enter again keeps it as a note." in field.trouble.text()
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.isHidden()
    assert [one.note for one in hands.book.where(Call, "day", THURSDAY)][-1] == "qqq"


def test_escape_leaves_everything_as_it_was(hands: Hands) -> None:
    hands.key(Qt.Key.Key_L)
    QTest.keyClick(hands.screen.writer.field.line, Qt.Key.Key_Escape)
    assert hands.book == BOOK
    assert hands.screen.writer.field.isHidden()
    assert hands.board.hasFocus()


def test_an_empty_place_is_chosen_moved_and_filled_by_keys(hands: Hands) -> None:
    hands.board.select(["solo"], "solo")
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Down)
    room = hands.board.room
    assert room is not None
    assert (room.studio_id, room.start, room.end) == ("studio-2", 735, 795)
    said = hands.board.accessibleDescription()
    assert said == "Free place. Thursday 15 October, 12.15 to 13.15, Studio 2."
    hands.key(Qt.Key.Key_Return)
    line = hands.screen.writer.field.line
    QTest.keyClicks(line, "lake duet")
    QTest.keyClick(line, Qt.Key.Key_Return)
    made = next(one for one in hands.book.where(Call, "day", THURSDAY) if one.id != "solo")
    assert (made.studio_id, made.start, made.minutes) == ("studio-2", 735, 60)
    assert hands.selected() == [made.id]


def words(hands: Hands, text: str) -> CallField:
    """Write a call and wait for the verdict."""
    hands.board.setFocus()
    hands.key(Qt.Key.Key_L)
    field = hands.screen.writer.field
    field.line.setText(text)
    hands.screen.writer.judge()
    return field


def test_what_a_call_would_break_is_said_while_it_is_typed(hands: Hands) -> None:
    field = words(hands, "lake queen 1st s2 11.15")
    assert field.cost.text().startswith("Clash. Vega is still in Studio 1 until 12.00")
    assert field.cost.text() in field.line.accessibleDescription()
    field.line.setText("lake queen 1st s2 9.30")
    hands.screen.writer.judge()
    assert field.cost.text() == "No finding."
    field.line.setText("")
    hands.screen.writer.judge()
    assert field.cost.text() == ""


def test_the_field_names_the_day(hands: Hands) -> None:
    assert "Thu 15 Oct, 9.30–10.30" in words(hands, "lake duet s2 9.30").outcome.text()


def test_a_call_put_back_comes_back_as_its_text(hands: Hands) -> None:
    hands.desk.found = [Finding("travel", "breach", "12 of 20 min", THURSDAY, ("vega",))]
    field = words(hands, "lake queen 1st s2 11.15")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.isHidden()
    panel = hands.window.findChild(ClashPanel)
    assert isinstance(panel, ClashPanel)
    panel.put_back.emit()
    hands.settle()
    assert not field.isHidden()
    assert field.text == "lake queen 1st s2 11.15"
    assert field.line.hasFocus()
    assert hands.book == BOOK


def test_bad_text_is_said_aloud_on_enter_with_what_enter_does_then(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(typed_field, "say", lambda _widget, said: heard.append(said))
    field = words(hands, "lake qqq")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert heard == ["“qqq” was not understood. Enter again keeps it as a note."]
    assert heard[0] in field.line.accessibleDescription()


def test_a_new_call_is_made_on_enter_and_not_before(hands: Hands) -> None:
    hands.screen.act("schedule.new")
    field = hands.screen.writer.field
    assert field.line.hasFocus()
    assert hands.book == BOOK
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert hands.book == BOOK
    hands.screen.act("schedule.new")
    QTest.keyClicks(field.line, "lake duet")
    hands.screen.act("schedule.new")
    assert field.text == "lake duet"
    assert hands.book == BOOK
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert len(hands.book.all(Call)) == len(BOOK.all(Call)) + 1


def test_letters_typed_past_an_open_field_go_on_in_it(hands: Hands) -> None:
    field = words(hands, "lake ")
    hands.board.setFocus()
    hands.board.typed.emit("d")
    assert field.text == "lake d"
    assert field.line.hasFocus()


def test_which_of_the_two_somebody_is_can_be_switched_by_key_and_by_click(qapp: object) -> None:
    osei = dancer("Olu Osei", duties=("dancer", "répétiteur"))
    hands = Hands(company_book(osei))
    field = words(hands, "lake duet osei")
    assert field.chips.accessibleName().endswith("Osei takes it")
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.text == "lake duet also Osei "
    hands.settle()
    chip = QPoint(field.chips.width() // 2, 11)
    for x in range(field.chips.width()):
        QTest.mouseClick(field.chips, Qt.MouseButton.LeftButton, pos=QPoint(x, chip.y()))
        if "coach" in field.text:
            break
    assert field.text == "lake duet coach Osei "
    hands.close()
