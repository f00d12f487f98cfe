"""The Workload screen on a real company file: bands, the locked load, a role tried and cast."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from castapp.app import new_company
from castapp.domain.casting import Override
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.domain.usual import LOAD, MINUTES
from castapp.services.company import change_company
from castapp.ui.screens.workload.chart import curve_words
from castapp.ui.screens.workload.facts import curve
from castapp.ui.screens.workload.model import HeatModel
from castapp.ui.screens.workload.present import BACK, RANK_FIRST, Question, heat_rows
from castapp.ui.screens.workload.screen import WorkloadScreen
from castapp.ui.screens.workload.sentences import FOOTER, STAFF_FOOTER
from tests.builders import MONDAY, THURSDAY, TUESDAY, WEDNESDAY, call, company_book
from tests.ui.medical_house import PHRASE, House, desk_with, with_medical_part
from tests.ui.showing import show_active


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    book = company_book(
        call("mon", 600, 120, day=MONDAY, people=["fox", "hana-kim"]),
        call("tue", 600, 90, day=TUESDAY, people=["fox", "hana-kim"]),
    )
    made = House(desk_with(tmp_path, book), qapp)
    show_active(made.window)
    yield made
    made.close()


def screen(house: House) -> WorkloadScreen:
    house.window.show_screen("workload")
    made = house.window.screen_widget("workload")
    assert isinstance(made, WorkloadScreen)
    return made


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = HeatModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    asked = Question(WEDNESDAY, WEDNESDAY, banded=True)
    rows = heat_rows(company_book(), asked)
    model.show_rows(rows, asked.days)
    spoken = model.index(0, BACK + 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Dan Lund, Thu 15 Oct" in spoken
    assert model.headerData(BACK + 2, Qt.Orientation.Horizontal) == "Thu 15 Oct"
    assert model.index(0, 0).data() == "Dan Lund"
    model.show_rows((), [])


def test_staff_see_hours_and_where_bands_are_switched_on(house: House, qtbot: QtBot) -> None:
    made = screen(house)
    assert "Settings" in made.legend._words.text()
    assert not made.sort.isEnabled()
    assert made.sort.key == RANK_FIRST
    house.desk.commit(change_company(house.desk.book, bands_for_staff=True), judged=False)
    assert made.banded
    assert "against the 7 before" in made.legend._words.text()
    assert made.sort.isEnabled()


def test_a_click_on_the_locked_load_leads_to_where_it_is_unlocked(
    house: House, qtbot: QtBot
) -> None:
    with_medical_part(house.desk)
    made = screen(house)
    made.reveal(Ref(Person, "fox"))
    load = next(one for one in made.locked.findChildren(QAbstractButton) if one.text() == "Load")
    QTest.mouseClick(load, Qt.MouseButton.LeftButton)
    assert house.window.screen_widget("health").isVisible()
    assert made.locked.key == MINUTES
    house.session.unlock(PHRASE)
    house.window.show_screen("workload")
    assert made.unlocked.isVisible()


def test_staff_read_one_plain_sentence_and_the_whole_text_opens_with_the_medical_part(
    house: House, qtbot: QtBot
) -> None:
    with_medical_part(house.desk)
    house.desk.commit(change_company(house.desk.book, bands_for_staff=True), judged=False)
    made = screen(house)
    assert made.details.foot_words == STAFF_FOOTER
    assert not re.search(r"injur|HR |risk", STAFF_FOOTER)
    house.session.unlock(PHRASE)
    assert made.details.foot_words.startswith(FOOTER)


def test_the_last_columns_are_named_however_many_days_there_are(qtbot: QtBot) -> None:
    model = HeatModel()
    for back in (7, 14):
        asked = Question(WEDNESDAY, WEDNESDAY, back=back)
        model.show_rows(heat_rows(company_book(), asked), asked.days)
        last = [model.headerData(len(asked.days) + n, Qt.Orientation.Horizontal) for n in (1, 2)]
        assert last == ["7 days", "against the week before"]


def test_load_opens_with_the_medical_part_and_closes_with_it(house: House, qtbot: QtBot) -> None:
    with_medical_part(house.desk)
    made = screen(house)
    assert made.locked.isVisible()
    house.session.unlock(PHRASE)
    assert made.unlocked.isVisible()
    made.unlocked.chosen.emit(LOAD)
    assert any("AU" in square.spoken for row in made.model.rows for square in row.squares)
    house.session.lock()
    assert made.locked.isVisible()
    assert made.locked.key == MINUTES
    assert not any("AU" in square.spoken for row in made.model.rows for square in row.squares)


def test_the_dancer_selected_is_pinned_and_told(house: House, qtbot: QtBot) -> None:
    made = screen(house)
    assert made.reveal(Ref(Person, "fox"))
    assert "Isa Fox" in made.head.accessibleName()
    assert not made.reveal(Ref(Person, "hall"))
    QTest.keyClick(made.table, Qt.Key.Key_Up)
    assert "Isa Fox" not in made.head.accessibleName()


def test_one_rank_hides_the_others_and_reveal_brings_them_back(house: House, qtbot: QtBot) -> None:
    made = screen(house)
    made.ranks.choose("Principal")
    made.ranks.chosen.emit("Principal")
    assert {row.rank for row in made.model.rows} == {"Principal"}
    assert made.reveal(Ref(Person, "fox"))
    assert made.table.key == "fox"


def test_a_cell_chooses_its_night_and_casting_is_one_undo(house: House, qtbot: QtBot) -> None:
    made = screen(house)
    made.reveal(Ref(Person, "hana-kim"))
    made.table.setCurrentIndex(made.model.index(made.table.currentIndex().row(), BACK + 2))
    tried = made.details.tried
    assert tried is not None
    assert tried.day == THURSDAY
    assert made.details.role_choice.currentText() == "Spirits 2 (covers it)"
    QTest.mouseClick(made.details.cast_button, Qt.MouseButton.LeftButton)
    (override,) = house.desk.book.all(Override)
    assert override.person_id == "hana-kim"
    row = made.model.row_of("hana-kim")
    assert row is not None
    assert row.squares[BACK + 1].text == "1½"
    house.window.do("edit.undo")
    assert not house.desk.book.all(Override)
    row = made.model.row_of("hana-kim")
    assert row is not None
    assert row.squares[BACK + 1].text == ""


def test_arrows_move_a_week_and_a_narrow_window_shows_one_less(house: House, qtbot: QtBot) -> None:
    made = screen(house)
    house.window.do("go.forward")
    assert made.heading().text == "Wednesday 21 October 2026"
    assert made.model.days[0] == WEDNESDAY.replace(day=7)
    made.resize(700, 500)
    assert made.model.days[0] == WEDNESDAY


def test_the_chart_is_read_out(house: House, qtbot: QtBot) -> None:
    asked = Question(WEDNESDAY, WEDNESDAY)
    said = curve_words(curve(house.desk.book, "fox", asked))
    assert "7 days to" in said
    assert "7 days to Thu 15 Oct 5 h 05" in said


def test_an_empty_company_is_taught(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    house = House(new_company(str(tmp_path / "e.castapp"), "Empty", zone="UTC"), qapp)
    made = screen(house)
    assert made.model.rows == ()
    assert made._stack.currentIndex() == 1
    house.close()
