"""The Cover tonight screen on a real company file: asked, taken, told, sent, undone, back on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from castapp.app import new_company
from castapp.domain.calls import Call
from castapp.domain.casting import Override
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.services.casting import override
from castapp.ui.screens.cover.right import CARDS, TAKEN
from castapp.ui.screens.cover.screen import CoverScreen
from tests.builders import THURSDAY, call, company_book
from tests.ui.fake_dialogs import FakeDialogs
from tests.ui.medical_house import House, desk_with
from tests.ui.screens.cover.night import SHOW, chain
from tests.ui.showing import show_active

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    book = company_book(chain(), call("c", 17 * 60, 30, people=["vega"]))
    (tmp_path / "out").mkdir()
    made = House(
        desk_with(tmp_path, book), qapp, today=THURSDAY, screens=("health", "cover", "callboard"),
        dialogs=FakeDialogs(tmp_path / "out" / "slip.pdf"),
    )  # fmt: skip
    show_active(made.window)
    yield made
    made.close()


def settle(house: House) -> None:
    """Wait for the answer."""
    while house.window.jobs.running:
        QApplication.processEvents()
    for _ in range(4):
        QApplication.processEvents()


def asked(house: House, *people: str) -> CoverScreen:
    """The screen, asked about somebody from four in the afternoon."""
    house.window.show_screen("cover")
    made = house.window.screen_widget("cover")
    assert isinstance(made, CoverScreen)
    for one in people:
        house.window.jump(Ref(Person, one), "cover")
    made.left.clock_changed.emit(16 * 60)
    settle(house)
    return made


def test_it_stands_under_health_and_has_no_place_of_its_own(house: House, qtbot: QtBot) -> None:
    made = asked(house)
    assert house.window.frame.rail.names() == ["health", "callboard"]
    assert made.heading().text == "Cover tonight"
    assert "screen.cover" in house.window.menus.actions
    assert made._stack.currentIndex() == 1
    assert made.bar.accessibleName().startswith("Lake tonight")


def test_a_name_typed_opens_the_night(house: House, qtbot: QtBot) -> None:
    made = asked(house)
    made.left.who.setFocus()
    QTest.keyClicks(made.left.who, "Vega")
    QTest.keyClick(made.left.who, Qt.Key.Key_Return)
    settle(house)
    assert made.asked.people == ("vega",)
    assert made.bar.accessibleName().startswith("Lake tonight has no Queen")
    assert [row.title for row in made.left.model.lines if row.gap] == ["Queen"]
    assert made.middle.model.lines[0].text == "Isa Fox"
    assert [view.card.letter for view in made.right.cards][:1] == ["A"]


def test_taking_it_is_one_edit_and_one_undo(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    button = made.right.cards[0].take_button
    assert button is not None
    QTest.mouseClick(button, LEFT)
    settle(house)
    assert {one.role_id: one.person_id for one in house.desk.book.all(Override)} == {
        "queen": "fox", "spirits": "hana-kim",
    }  # fmt: skip
    assert made.right.page == TAKEN
    assert made.bar.accessibleName().startswith("Lake tonight is recast")
    house.window.do("edit.undo")
    settle(house)
    assert not house.desk.book.all(Override)
    assert made.after.taken is None
    assert made.right.page == CARDS
    assert made.bar.accessibleName().startswith("Lake tonight has no Queen")


def test_people_are_ticked_off_with_the_time(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    made.right.taken.emit("A")
    settle(house)
    panel = made.right.panel
    QTest.mouseClick(panel.ticks["fox"], LEFT)
    assert made.after.taken is not None
    assert list(made.after.taken.heard) == ["fox"]
    assert panel._count.text() == "1 of 5 told"
    QTest.mouseClick(panel.ticks["fox"], LEFT)
    assert panel._count.text() == "0 of 5 told"


def test_a_put_in_is_added_with_one_click_and_calls_are_left(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    made.right.taken.emit("A")
    settle(house)
    before = len(house.desk.book.all(Call))
    QTest.mouseClick(made.right.panel.add_buttons[0], LEFT)
    settle(house)
    assert len(house.desk.book.all(Call)) == before + 1
    assert not made.right.panel.add_buttons[0].isEnabled()
    assert any(row.title == "Rehearsal" for row in made.left.model.lines)
    made.right.panel.leave_wanted.emit()
    settle(house)
    assert not any(row.title == "Rehearsal" for row in made.left.model.lines)


@pytest.mark.parametrize("paper", [("slip", "pdf"), ("slip", "txt"), ("told", "pdf")])
def test_the_papers_are_saved(house: House, qtbot: QtBot, paper: tuple[str, str]) -> None:
    made = asked(house, "vega")
    made.right.taken.emit("A")
    settle(house)
    made.right.panel.paper_wanted.emit(*paper)
    assert house.dialogs.path is not None
    written = house.dialogs.path.read_bytes()
    assert written.startswith(b"%PDF") if paper[1] == "pdf" else b"Isa Fox" in written
    assert house.window.frame.banner.sentence == "slip.pdf is written."


def test_back_on_reverses_what_is_still_open(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    made.right.taken.emit("A")
    settle(house)
    made.left.back_wanted.emit("vega")
    settle(house)
    assert not house.desk.book.all(Override)
    assert house.desk.history()[0].label == "Vega back on, 1 performance"
    assert [row.title for row in made.left.model.lines if row.gap] == ["Queen"]


def test_a_lock_asks_again_and_its_chip_takes_it_away(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    made.middle.people.setCurrentIndex(made.middle.model.index(0))
    QTest.mouseClick(made.middle.leave_out, LEFT)
    settle(house)
    assert made.asked.locks.without == {"fox"}
    assert not made.right.cards[0].card.takeable
    (chip,) = made.middle.locks.chips()
    assert chip.chip.text == "Not Fox"
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    settle(house)
    assert made.right.cards[0].card.takeable


def test_a_lock_that_cannot_be_kept_is_told_in_a_sentence(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    made._lock("must", "moss")
    settle(house)
    assert made._stack.currentIndex() == 1
    assert "Cleo Moss cannot dance Queen" in made.empty._text.text()


def test_figures_open_to_what_they_are_added_up_from(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    card = made.right.cards[0]
    assert card.figures_button is not None
    QTest.mouseClick(card.figures_button, LEFT)
    assert card.figures_open
    made.right.chosen.emit("A")
    assert made.right.cards[0].figures_open


def test_another_hand_recasting_meanwhile_is_seen(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    house.desk.commit(override(house.desk.book, SHOW, "queen", 1, "paz"), judged=False)
    settle(house)
    assert not any(row.gap for row in made.left.model.lines)
    assert "holds no part" in made.empty._text.text()


def test_stopping_leaves_the_question_as_it_is(house: House, qtbot: QtBot) -> None:
    made = asked(house)
    house.window.jump(Ref(Person, "vega"), "cover")
    assert made._question.asking
    QTest.mouseClick(made.right.stop, LEFT)
    settle(house)
    assert made.asked.people == ("vega",)
    assert made.answer is None
    assert made.empty._heading.text() == "Stopped"


def test_a_narrow_window_keeps_three_columns(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    house.window.resize(1280, 760)
    settle(house)
    assert made.right.isVisible()
    assert made.middle.width() > 400
    assert not made.grab().isNull()


def test_an_empty_company_is_taught(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    desk = new_company(str(tmp_path / "e.castapp"), "Empty", zone="UTC")
    house = House(desk, qapp, screens=("health", "cover"))
    made = asked(house)
    assert made._stack.currentIndex() == 1
    assert made.bar.accessibleName().startswith("No performance on")
    house.close()
