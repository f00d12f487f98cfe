"""The Cover tonight screen on a real company file: asked, taken, told, sent, undone, back on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from castapp.app import new_company
from castapp.domain.calling import called_people
from castapp.domain.calls import Call
from castapp.domain.casting import Override
from castapp.domain.edit import Change, Edit
from castapp.domain.finding import Ref
from castapp.domain.office import Told
from castapp.domain.people import Person
from castapp.domain.standing import standing
from castapp.services.casting import override
from castapp.ui.screens.cover.right import CARDS, LOOKING, TAKEN
from castapp.ui.screens.cover.screen import CoverScreen
from castapp.ui.screens.cover.taken import told_rows
from tests.builders import FRIDAY, THURSDAY, call, company_book, show
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
    assert made.centre._stack.currentIndex() == 1
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


def test_people_are_ticked_off_with_the_time_and_it_stays(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    made.right.taken.emit("A")
    settle(house)
    panel = made.right.panel
    QTest.mouseClick(panel.ticks["fox"], LEFT)
    settle(house)
    notes = house.desk.book.all(Told)
    assert {one.person_id for one in notes} == {"fox"}
    assert panel._count.text() == "1 of 9 told"
    house.window.do("edit.undo")
    settle(house)
    assert not house.desk.book.all(Told)
    assert panel._count.text() == "0 of 9 told"
    for tick in list(panel.ticks.values()):
        QTest.mouseClick(tick, LEFT)
        settle(house)
    assert panel._count.text() == "9 of 9 told"
    made.left.person_removed.emit("vega")
    settle(house)
    made.left.person_added.emit("vega")
    settle(house)
    assert made.right.page == TAKEN
    assert panel.ticks["fox"].isChecked()


def test_taking_sets_off_hands_on_and_undoes_in_one_step(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    before = house.desk.book
    card = made.right.cards[0]
    assert card.off_tick is not None
    assert card.off_tick.isChecked()
    assert card.card.put_ins == 1
    assert card.take_button is not None
    QTest.mouseClick(card.take_button, LEFT)
    settle(house)
    book = house.desk.book
    assert standing(book, "vega", THURSDAY).word == "off"
    assert not any(one.person_id == "vega" for one in called_people(book, book.get(Call, "c")))
    assert any(one.title == "Put-in, Queen" for one in book.all(Call))
    assert not any(row.title == "Rehearsal" for row in made.left.model.lines)
    house.window.do("edit.undo")
    settle(house)
    assert house.desk.book == before


def test_without_the_ticks_only_the_casting_and_the_calls_change(
    house: House, qtbot: QtBot
) -> None:
    made = asked(house, "vega")
    card = made.right.cards[0]
    assert card.off_tick is not None
    assert card.put_in_tick is not None
    QTest.mouseClick(card.off_tick, LEFT)
    QTest.mouseClick(card.put_in_tick, LEFT)
    made.right.taken.emit("A")
    settle(house)
    assert standing(house.desk.book, "vega", THURSDAY).word == "full"
    assert len(house.desk.book.all(Call)) == 1
    QTest.mouseClick(made.right.panel.add_buttons[0], LEFT)
    settle(house)
    assert len(house.desk.book.all(Call)) == 2
    assert not made.right.panel.add_buttons[0].isEnabled()


def test_the_ways_out_side_by_side_and_who_would_be_told(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    made.ways.compare(on=True)
    assert (made.right.comparison is not None) == (len(made.right.cards) > 1)
    QTest.mouseClick(made.right.people, LEFT)
    assert made.right._to_tell is not None
    QTest.mouseClick(made.right.people, LEFT)
    assert made.right._to_tell is None


def test_a_slip_is_ready_before_anything_is_taken(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    made.right.ready_wanted.emit("slip")
    assert house.dialogs.path is not None
    assert house.dialogs.path.read_bytes().startswith(b"%PDF")
    assert not house.desk.book.all(Override)


def test_locks_by_keyboard(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    made.middle.people.setFocus()
    made.middle.people.setCurrentIndex(made.middle.model.index(0))
    QTest.keyClick(made.middle.people, Qt.Key.Key_X)
    settle(house)
    assert made.asked.locks.without == {"fox"}


def test_a_condition_filters_the_list(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    assert made.middle.model.lines[0].text == "Isa Fox"
    made.middle.conditions["chain"].trigger()
    assert made.middle.filter.text() == "Leaves nothing"
    assert made.middle.model.lines[0].text == "Nobody meets the conditions"
    made.middle._drop_conditions()
    assert made.middle.model.lines[0].text == "Isa Fox"


def test_who_is_off_today_is_one_click_away(house: House, qtbot: QtBot) -> None:
    made = asked(house)
    (chip,) = made.left.flows["Off, and cast today"].chips()
    assert chip.chip.text == "Moss"
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    settle(house)
    assert made.asked.people == ("moss",)


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
    for person_id in ("vega", "fox"):
        made.after.tell(person_id, on=True)
    made.left.back_wanted.emit("vega")
    settle(house)
    assert not house.desk.book.all(Override)
    assert house.desk.history()[0].label == "Vega back on, 1 performance"
    assert made.asked.people == ()
    assert made.right.page == TAKEN
    assert made.right.panel._title.text() == "Vega is back on"
    assert made.empty._heading.text() == "Vega is back on"
    assert "Lake tonight" in made.bar.accessibleName()
    assert "has no" not in made.bar.accessibleName()
    taken = made.after.taken
    assert taken is not None
    texts = {one.person_id: one.texts for one in told_rows(house.desk.book, taken, THURSDAY)}
    assert "Lake, Thu 15 Oct, 19.30: dances Queen again" in texts["vega"]
    assert "Lake, Thu 15 Oct, 19.30: does not dance Queen" in texts["fox"]
    assert "hana-kim" not in texts
    house.window.do("edit.undo")
    settle(house)
    assert made.after.taken is None


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
    made.inquiry.lock("must", "moss", made._gap())
    settle(house)
    assert made.centre._stack.currentIndex() == 1
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
    assert "No part on stage opens" in made.empty._text.text()


def test_stopping_leaves_the_question_as_it_is(house: House, qtbot: QtBot) -> None:
    made = asked(house)
    house.window.jump(Ref(Person, "vega"), "cover")
    assert made._question.asking
    QTest.mouseClick(made.right.stop, LEFT)
    settle(house)
    assert made.asked.people == ("vega",)
    assert made.answer is not None
    assert made.answer.stopped
    assert made.right._title.text().startswith("Stopped: ")


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
    assert made.centre._stack.currentIndex() == 1
    assert made.bar.accessibleName().startswith("No performance on")
    house.close()


def test_what_was_taken_waits_while_more_is_asked(house: House, qtbot: QtBot) -> None:
    house.desk.commit(
        Edit("Friday", tuple(Change(None, one) for one in show(FRIDAY))), judged=False
    )
    made = asked(house, "vega")
    made.right.taken.emit("A")
    settle(house)
    assert made.right.page == TAKEN
    made.left.reach_chosen.emit("unknown")
    settle(house)
    QTest.mouseClick(made.right.panel.done_button, LEFT)
    assert made.right.page == CARDS
    assert made.right.cards
    made.right.chosen.emit("B")
    assert made.right.page == CARDS
    QTest.mouseClick(made.right.again, LEFT)
    assert made.right.page == TAKEN


def test_a_place_that_is_no_gap_leaves_the_people_as_they_are(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    row = next(row for row in made.left.model.lines if row.title == "Rehearsal")
    made.left.place_chosen.emit(row.key)
    assert made.centre._stack.currentIndex() == 0
    assert made.middle.model.lines[0].text == "Isa Fox"


def test_a_search_that_takes_long_is_said_with_a_way_to_end_it(house: House, qtbot: QtBot) -> None:
    made = asked(house)
    house.window.jump(Ref(Person, "vega"), "cover")
    made._question.waiting.emit()
    assert made.right.page == LOOKING
    assert made.empty._heading.text() == "Looking"
    made._question.progressed.emit(0.4, "Looking for what changes least")
    assert made.right._looking.text() == "Looking for what changes least"
    assert made.right._part.accessibleName() == "40 % done"
    settle(house)


def test_the_keyboard_goes_to_the_first_to_be_told(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    button = made.right.cards[0].take_button
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle(house)
    assert QApplication.focusWidget() is next(iter(made.right.panel.ticks.values()))


def test_after_taking_the_shows_stand_as_recast(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    made.right.taken.emit("A")
    settle(house)
    rows = [(row.about, row.before, row.text) for row in made.middle.model.lines]
    assert ("Queen", "Vega", "Fox") in rows
    assert made.centre._stack.currentIndex() == 0


def test_a_name_nobody_bears_is_said_with_the_nearest(house: House, qtbot: QtBot) -> None:
    made = asked(house)
    made.left.who.setFocus()
    QTest.keyClicks(made.left.who, "Vego")
    QTest.keyClick(made.left.who, Qt.Key.Key_Return)
    assert made.left.unknown.text() == "Nobody here is called “Vego”; nearest: Ada Vega."
    assert made.left.unknown.isVisible()
    made.left.who.clear()
    made.left.who.setModified(False)


def test_a_planned_absence_is_of_whole_days_unless_a_time_is_typed(
    house: House, qtbot: QtBot
) -> None:
    made = asked(house, "vega")
    made.left.kind_chosen.emit("guest engagement")
    assert made.asked.clock == 16 * 60
    made.inquiry.asked = replace(made.asked, typed=False)
    made.left.kind_chosen.emit("guest engagement")
    assert made.asked.clock == 0
    settle(house)


def test_what_opens_is_shown_while_the_search_goes_on(house: House, qtbot: QtBot) -> None:
    made = asked(house, "vega")
    assert made.answer is not None
    part = replace(made.answer, ways=(), people={}, looking=True)
    made._question.partly.emit(part)
    assert [row.title for row in made.left.model.lines if row.gap] == ["Queen"]
    assert made.empty._heading.text() == "Looking"
    assert made.centre._stack.currentIndex() == 1
