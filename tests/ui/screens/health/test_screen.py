"""The Health screen on a real company file: a dancer is set off and put back; the locked part."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from castapp.app import new_company
from castapp.domain.availability import Absence, Injury, Participation
from castapp.domain.calls import Call
from castapp.domain.casting import BillItem, Performance
from castapp.domain.draft import Draft
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.domain.standing import standing
from castapp.services import injuries
from castapp.ui.screens.casting.screen import CastingScreen
from castapp.ui.screens.cover.screen import CoverScreen
from castapp.ui.screens.health.absence_rows import AbsenceForm, AbsenceRow
from castapp.ui.screens.health.injury_form import InjuryForm
from castapp.ui.screens.health.key_forms import KeyForm
from castapp.ui.screens.health.limit_rows import LimitRow
from castapp.ui.screens.health.medical_panel import LOCKED
from castapp.ui.screens.health.present import LISTED
from castapp.ui.screens.health.screen import HealthScreen
from castapp.ui.screens.health.sealed_records import SealedRecord
from castapp.ui.screens.health.setting_up import SettingUp
from castapp.ui.screens.health.touch_rows import TouchButton
from castapp.ui.widgets.button import Button
from tests.builders import (
    FRIDAY,
    THURSDAY,
    WEDNESDAY,
    call,
    company_book,
    role_line,
    show,
)
from tests.ui.fake_dialogs import FakeDialogs
from tests.ui.medical_house import PHRASE, House, desk_with, with_medical_part
from tests.ui.showing import show_active

MEDICAL_WORDS = ("injur", "diagnos", "sprain", "ankle", "medical record", "stage of return", "hurt")
FOUND = "Lateral ankle sprain"


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    book = company_book(
        call("queen", 660, 60, role_line("l", "queen", "cast-1"), production_id="lake")
    )
    made = House(desk_with(tmp_path, book), qapp)
    show_active(made.window)
    yield made
    made.close()


def screen(house: House, person_id: str = "vega") -> HealthScreen:
    house.window.show_screen("health")
    made = house.window.screen_widget("health")
    assert isinstance(made, HealthScreen)
    assert made.reveal(Ref(Person, person_id))
    return made


def child(parent: QWidget | None, kind: type[QWidget], text: str = "") -> QWidget:
    assert parent is not None
    QApplication.processEvents()
    return next(
        each
        for each in reversed(parent.findChildren(kind))
        if each.isVisible() and (not text or getattr(each, "text", str)() == text)
    )


def press(parent: QWidget | None, text: str, qtbot: QtBot) -> None:
    QTest.mouseClick(child(parent, Button, text), Qt.MouseButton.LeftButton)


def unlock(house: House, made: HealthScreen, qtbot: QtBot) -> None:
    press(made.details.medical, "Unlock…", qtbot)
    form = child(made.details.medical, KeyForm)
    assert isinstance(form, KeyForm)
    QTest.keyClicks(form.lines[0], PHRASE)
    QTest.keyClick(form.lines[0], Qt.Key.Key_Return)
    assert house.session.is_open


def touches(made: HealthScreen) -> list[TouchButton]:
    QApplication.processEvents()
    return [one for one in made.details.findChildren(TouchButton) if one.isVisible()]


def test_set_off_shows_what_it_touches_and_undo_puts_back(house: House, qtbot: QtBot) -> None:
    made = screen(house)
    assert touches(made) == []
    made.details.status.chosen.emit("off")
    assert standing(house.desk.book, "vega", WEDNESDAY).status == "off"
    assert [one.touch.title for one in touches(made)] == ["Lake, Queen", "Lake Queen"]
    assert made.counts.findChildren(QWidget)
    assert house.desk.undo_label == "Set Ada Vega to off"
    house.window.do("edit.undo")
    assert standing(house.desk.book, "vega", WEDNESDAY).status == "full"
    assert touches(made) == []
    assert made.details.status.key == "full"


def test_a_touched_line_leads_there(house: House, qtbot: QtBot) -> None:
    made = screen(house)
    went: list[object] = []
    made.details.shown_there.connect(lambda touch: went.append((touch.kind, touch.ref_id)))
    made.details.status.chosen.emit("off")
    for one in touches(made):
        QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    (show,) = house.desk.book.all(Performance)
    assert went == [("show", show.id), ("call", "queen")]
    assert house.desk.book.find(Call, "queen") is not None


def test_limits_are_added_counted_and_taken_away(house: House, qtbot: QtBot) -> None:
    made = screen(house)
    made.details.status.chosen.emit("modified")
    press(made.details, "Add from the list", qtbot)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    entries = {entry.text(): entry for entry in menu.actions()}
    menu.close()
    assert len(entries) == 18
    entries["No jumps"].trigger()
    entries["At most … h a day"].trigger()
    codes = [one.code for one in standing(house.desk.book, "vega", WEDNESDAY).restrictions]
    assert codes == ["no_jumps", "hours_a_day"]
    row = child(made.details, LimitRow)
    assert isinstance(row, LimitRow)
    assert row.number is not None
    row.number.setFocus()
    row.number.selectAll()
    QTest.keyClicks(row.number, "3")
    QTest.keyClick(row.number, Qt.Key.Key_Return)
    assert standing(house.desk.book, "vega", WEDNESDAY).restrictions[1].amount == 3
    row = child(made.details, LimitRow)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    codes = [one.code for one in standing(house.desk.book, "vega", WEDNESDAY).restrictions]
    assert codes == ["no_jumps"]


def test_a_review_before_the_beginning_is_refused_in_words(house: House, qtbot: QtBot) -> None:
    made = screen(house)
    made.details.status.chosen.emit("off")
    before = house.desk.book
    field = made.details.review
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "1 oct 2026")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert house.desk.book == before
    said = [field.refusal for field in made.details._fields]
    assert any("review" in sentence for sentence in said)


def test_an_absence_is_added_changed_and_removed(house: House, qtbot: QtBot) -> None:
    made = screen(house)
    press(made.details, "Add an absence", qtbot)
    form = child(made.details, AbsenceForm)
    assert isinstance(form, AbsenceForm)
    form.kind.chosen.emit("guest engagement")
    form = child(made.details, AbsenceForm)
    assert isinstance(form, AbsenceForm)
    form.last.setFocus()
    form.last.selectAll()
    QTest.keyClicks(form.last, "16 oct 2026")
    QTest.keyClick(form.last, Qt.Key.Key_Return)
    (absence,) = house.desk.book.all(Absence)
    assert (absence.kind, absence.first, absence.last) == ("guest engagement", WEDNESDAY, FRIDAY)
    form = child(made.details, AbsenceForm)
    press(form, "Done", qtbot)
    row = child(made.details, AbsenceRow)
    assert isinstance(row, AbsenceRow)
    row.removed.emit(absence.id)
    assert not house.desk.book.all(Absence)


def test_unlock_log_and_locked_again(house: House, qtbot: QtBot) -> None:
    with_medical_part(house.desk)
    made = screen(house)
    assert made.log_button.text() == "Set off or modified"
    press(made.details.medical, "Unlock…", qtbot)
    form = child(made.details.medical, KeyForm)
    assert isinstance(form, KeyForm)
    QTest.keyClicks(form.lines[0], "something else")
    QTest.keyClick(form.lines[0], Qt.Key.Key_Return)
    assert form.refusal == "The passphrase is not right. Type it again."
    assert made.log_button.text() == "Set off or modified"
    QTest.keyClicks(form.lines[0], PHRASE)
    QTest.keyClick(form.lines[0], Qt.Key.Key_Return)
    assert house.session.is_open
    assert made.log_button.text() == "Log an injury"
    QTest.mouseClick(made.log_button, Qt.MouseButton.LeftButton)
    log = child(made.details.medical, InjuryForm)
    assert isinstance(log, InjuryForm)
    log.area.choose("ankle")
    log.side.choose("left")
    QTest.keyClicks(log.diagnosis, FOUND)
    QTest.keyClicks(log.hour, "20.17")
    log.notes.setPlainText("Landed short.")
    press(log, "Log it", qtbot)
    now = standing(house.desk.book, "vega", WEDNESDAY)
    assert (now.status, now.since_clock) == ("off", 20 * 60 + 17)
    assert house.desk.undo_label == "Set Ada Vega to off"
    record = child(made.details.medical, SealedRecord)
    assert isinstance(record, SealedRecord)
    record.stage.chosen.emit("2")
    vault = house.session.vault
    assert vault is not None
    (opened,) = injuries.records(house.desk.book, vault, "vega")
    assert opened.notes is not None
    assert (opened.notes.diagnosis, opened.notes.stage) == (FOUND, 2)
    house.window.show_screen("today")
    qtbot.waitUntil(lambda: not house.session.is_open)
    house.window.show_screen("health")
    records = made.details.medical.findChildren(SealedRecord)
    assert not any(one.isVisible() for one in records)
    assert child(made.details.medical, Button, "Unlock…").isVisible()


def test_going_to_workload_keeps_it_open(house: House, qtbot: QtBot) -> None:
    with_medical_part(house.desk)
    made = screen(house)
    unlock(house, made, qtbot)
    house.window.show_screen("workload")
    qtbot.wait(1)
    assert house.session.is_open


def test_a_medical_part_is_set_up_and_its_key_typed_back(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    page = tmp_path / "recovery key.txt"
    house = House(desk_with(tmp_path, company_book()), qapp, dialogs=FakeDialogs(page))
    show_active(house.window)
    made = screen(house)
    press(made.details.medical, "Set up…", qtbot)
    steps = child(made.details.medical, SettingUp)
    assert isinstance(steps, SettingUp)
    QTest.keyClicks(steps.form.lines[0], PHRASE)
    QTest.keyClicks(steps.form.lines[1], "not the same")
    steps.form.send()
    assert "not the same" in steps.form.refusal
    steps.form.lines[1].setText(PHRASE)
    steps.form.send()
    key = steps.recovery_key
    assert len(key.split("-")) == 8
    press(steps, "Save…", qtbot)
    assert key in page.read_text(encoding="utf-8")
    steps.form.lines[0].setText("AAAA")
    steps.form.send()
    assert "not the recovery key" in steps.form.refusal
    steps.form.lines[0].setText(key.lower().replace("-", " "))
    steps.form.send()
    assert house.session.is_open
    house.close()


def test_nothing_medical_outside_the_unlocked_part(house: House, qtbot: QtBot) -> None:
    with_medical_part(house.desk)
    made = screen(house)
    unlock(house, made, qtbot)
    made.log()
    log = child(made.details.medical, InjuryForm)
    assert isinstance(log, InjuryForm)
    log.area.choose("ankle")
    QTest.keyClicks(log.diagnosis, FOUND)
    press(log, "Log it", qtbot)
    house.session.lock()
    qtbot.wait(1)
    (record,) = house.desk.book.all(Injury)
    labels = [house.desk.history()[0].label]
    names = [
        text
        for widget in house.window.findChildren(QWidget)
        for text in (widget.accessibleName(), widget.toolTip(), widget.windowTitle())
    ]
    shown = [
        getattr(widget, "text", str)()
        for widget in house.window.findChildren(QWidget)
        if callable(getattr(widget, "text", None))
    ]
    told = [text for text in (*labels, *names, *shown) if text and text != LOCKED]
    for word in MEDICAL_WORDS:
        assert [text for text in told if word in text.casefold()] == []
    assert FOUND not in record.payload


def test_an_empty_company_is_taught(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    house = House(new_company(str(tmp_path / "e.castapp"), "Empty", zone="UTC"), qapp)
    house.window.show_screen("health")
    made = house.window.screen_widget("health")
    assert isinstance(made, HealthScreen)
    assert not made.log_button.isEnabled()
    assert made.details.status.isHidden()
    house.close()


def test_another_day_shows_that_day(house: House, qtbot: QtBot) -> None:
    made = screen(house)
    made.details.status.chosen.emit("off")
    house.window.go_to(WEDNESDAY.replace(day=1))
    assert made.details.status.key == "full"
    assert made.heading().text == "Thursday 1 October 2026"


def test_an_injury_is_of_today_or_earlier_whatever_day_is_shown(house: House, qtbot: QtBot) -> None:
    with_medical_part(house.desk)
    made = screen(house)
    unlock(house, made, qtbot)
    house.window.go_to(FRIDAY)
    made.log()
    log = child(made.details.medical, InjuryForm)
    assert isinstance(log, InjuryForm)
    assert log.day.value == WEDNESDAY
    log.day.show_value(FRIDAY)
    log.send()
    assert "cannot lie in the future" in log.sentence
    assert not house.desk.book.all(Injury)
    log.day.show_value(WEDNESDAY)
    log.send()
    assert len(house.desk.book.all(Injury)) == 1


def test_the_locked_part_stands_above_what_is_touched(house: House, qtbot: QtBot) -> None:
    made = screen(house)
    made.details.status.chosen.emit("off")
    assert touches(made)
    below = touches(made)[0].mapTo(made.details, touches(made)[0].rect().topLeft()).y()
    medical = made.details.medical
    assert medical.mapTo(made.details, medical.rect().topLeft()).y() < below


def test_more_touches_are_unfolded_and_folded(house: House, qtbot: QtBot) -> None:
    made = screen(house)
    made.details.status.chosen.emit("off")
    draft = Draft(house.desk.book)
    for number in range(12):
        for record in call(f"more-{number}", 720 + number, 30, people=["vega"], title="Duet"):
            draft.put(record)
    house.desk.commit(draft.edit("Many calls"), judged=False)
    assert len(touches(made)) == LISTED
    press(made.details, "2 more stand in the way", qtbot)
    assert len(touches(made)) == LISTED + 2
    press(made.details, "Show fewer", qtbot)
    assert len(touches(made)) == LISTED


def test_a_show_leads_to_its_cell_in_casting(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    later = show(THURSDAY, 21 * 60)
    desk = desk_with(tmp_path, company_book(show(THURSDAY), later))
    house = House(desk, qapp, screens=("health", "casting"))
    show_active(house.window)
    made = screen(house)
    made.details.status.chosen.emit("off")
    target = next(one for one in touches(made) if one.touch.when.endswith("21.00"))
    target.click()
    assert house.window.shown == "casting"
    casting = house.window.screen_widget("casting")
    assert isinstance(casting, CastingScreen)
    row, column = casting.grid.current_keys
    bill_of = {one.id: one.performance_id for one in desk.book.all(BillItem)}
    assert (row, bill_of[column]) == ("queen", target.touch.ref_id)
    qtbot.waitUntil(lambda: not any(one.isActive() for one in casting.findChildren(QTimer)))
    house.close()


def test_everything_sealed_can_be_erased_once_it_is_confirmed(house: House, qtbot: QtBot) -> None:
    with_medical_part(house.desk)
    made = screen(house)
    unlock(house, made, qtbot)
    vault = house.session.vault
    assert vault is not None
    notes = injuries.InjuryNotes(WEDNESDAY, diagnosis=FOUND)
    house.desk.commit(injuries.add_record(house.desk.book, vault, "vega", notes), judged=False)
    house.dialogs.yes = False
    press(made.details.medical, "Erase all of it…", qtbot)
    assert house.desk.book.count(Injury) == 1
    house.dialogs.yes = True
    press(made.details.medical, "Erase all of it…", qtbot)
    assert house.desk.book.count(Injury) == 0
    house.desk.undo()
    (opened,) = injuries.records(house.desk.book, vault, "vega")
    assert opened.notes is None
    assert "erased" in opened.refusal


def test_cover_tonight_asks_who_is_off_until_somebody_is_chosen(
    tmp_path: Path, qapp: QApplication
) -> None:
    book = company_book([Participation("p", "vega", THURSDAY, "off")])
    house = House(desk_with(tmp_path, book), qapp, today=THURSDAY, screens=("health", "cover"))
    house.window.show_screen("health")
    made = house.window.screen_widget("health")
    assert isinstance(made, HealthScreen)
    QTest.mouseClick(made.cover, Qt.MouseButton.LeftButton)
    asked = house.window.screen_widget("cover")
    assert isinstance(asked, CoverScreen)
    first = asked.asked.people
    assert made.reveal(Ref(Person, "moss"))
    QTest.mouseClick(made.cover, Qt.MouseButton.LeftButton)
    assert (first, asked.asked.people) == ((), ("moss",))
    while house.window.jobs.running:
        QApplication.processEvents()
    house.close()
