from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.draft import Draft
from castapp.domain.edit import Change, Edit
from castapp.domain.finding import Finding, Ref
from castapp.domain.office import AcceptedBreach
from castapp.domain.people import Person
from castapp.ui.commit import Committer
from castapp.ui.desk_signals import DeskSignals
from castapp.ui.widgets import clash
from castapp.ui.widgets.banner import Banner
from castapp.ui.widgets.clash import ClashPanel
from castapp.ui.widgets.inspector import Fold
from tests.ui.fake_desk import FakeDesk
from tests.ui.showing import show_active

TWICE = Finding("person_twice", "hard", "Popov is called twice.", date(2026, 10, 15), ("popov",))


class Stage:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        self.fold, self.banner = Fold(), Banner()
        self.typing = QLineEdit()
        column.addWidget(self.typing)
        column.addWidget(self.banner)
        column.addWidget(self.fold)
        self.desk = FakeDesk(Book.of([Person("popov", given="Iveta", family="Popov")]))
        self.signals = DeskSignals(self.desk)  # type: ignore[arg-type]
        self.commit = Committer(
            self.desk,  # type: ignore[arg-type]
            self.signals,
            self.fold,
            self.banner,
            self.window,
        )
        self.heard: list[str] = []
        show_active(self.window)

    def try_it(self, name: str = "Okabe") -> bool:
        draft = Draft(self.desk.book)
        draft.put(Person(name.lower(), given="Kenji", family=name))
        return self.commit(
            draft.edit(f"New person {name}"),
            written=lambda: self.heard.append(f"written {name}"),
            put_back=lambda: self.heard.append(f"put back {name}"),
        )

    @property
    def panel(self) -> ClashPanel | None:
        return next((each for each in self.fold.findChildren(ClashPanel) if each.isVisible()), None)

    @property
    def names(self) -> set[str]:
        return {person.family for person in self.desk.book.all(Person)}


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(qtbot)
    yield made
    made.signals.close()


def press(panel: ClashPanel | None, word: str, qtbot: QtBot) -> None:
    assert panel is not None
    button = next(each for each in panel.findChildren(QPushButton) if each.text() == word)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_edit_without_a_clash_is_written_at_once(stage: Stage) -> None:
    assert stage.try_it()
    assert stage.names == {"Popov", "Okabe"}
    assert stage.heard == ["written Okabe"]
    assert stage.panel is None


def test_a_clash_is_asked_in_place_and_kept_with_its_reason(stage: Stage, qtbot: QtBot) -> None:
    stage.desk.found = [TWICE]
    assert not stage.try_it()
    assert stage.names == {"Popov"}
    panel = stage.panel
    assert panel is not None
    keep = next(
        each for each in panel.findChildren(QPushButton) if each.text() == "Keep it tentative"
    )
    assert not keep.isEnabled()
    QTest.keyClicks(panel.reason, "agreed with her")
    QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    assert stage.names == {"Popov", "Okabe"}
    assert stage.desk.reasons == ["agreed with her"]
    assert stage.heard == ["written Okabe"]
    assert stage.panel is None


def test_a_breach_of_several_is_asked_once_and_kept_firm(stage: Stage) -> None:
    over = replace(
        TWICE, rule="hours_a_day", severity="breach", what="15 min over 6 h", about="day"
    )
    others = ("byrne", "gagnon", "ito")
    people = (Person(one, given="A", family=one.title()) for one in others)
    stage.desk.book = stage.desk.book.apply(
        Edit("more", tuple(Change(None, one) for one in people))
    )
    stage.desk.found = [replace(over, people=(one,)) for one in ("popov", *others)]
    assert not stage.try_it()
    panel = stage.panel
    assert panel is not None
    assert panel.buttons == ["Keep anyway", "Put back"]
    said = [one.text() for one in panel.findChildren(QLabel)]
    assert "Hours a day, Byrne, Gagnon, Ito and 1 more, Thu 15 Oct" in said
    assert said.count("15 min over 6 h") == 1
    panel.kept.emit("agreed")
    assert "Okabe" in stage.names


def test_those_who_cannot_come_are_left_out_at_a_press(stage: Stage, qtbot: QtBot) -> None:
    day = TWICE.day
    stage.desk.book = stage.desk.book.apply(Edit("", (Change(None, Call("c", day, 600, 60)),)))
    gone = replace(TWICE, rule="absent", severity="breach", refs=(Ref(Call, "c"),))
    stage.desk.found = [gone]
    draft = Draft(stage.desk.book)
    draft.put(Called("l", "c", "person", person_id="popov"))
    draft.set(stage.desk.book.get(Call, "c"), note="with piano")
    assert not stage.commit(draft.edit("Call Popov"))
    stage.desk.found = []
    press(stage.panel, "Without them", qtbot)
    assert stage.panel is None
    assert stage.desk.book.count(Called) == 0
    assert stage.desk.book.get(Call, "c").note == "with piano"


def test_putting_back_writes_nothing_and_tells_the_screen(stage: Stage, qtbot: QtBot) -> None:
    stage.desk.found = [TWICE]
    stage.try_it()
    press(stage.panel, "Put back", qtbot)
    assert stage.names == {"Popov"}
    assert stage.heard == ["put back Okabe"]
    assert not stage.commit.asking


def test_esc_puts_back(stage: Stage, qtbot: QtBot) -> None:
    stage.desk.found = [TWICE]
    stage.try_it()
    assert stage.panel is not None
    QTest.keyClick(stage.panel.reason, Qt.Key.Key_Escape)
    assert stage.heard == ["put back Okabe"]


def test_another_edit_puts_an_unanswered_one_back(stage: Stage) -> None:
    stage.desk.found = [TWICE]
    stage.try_it()
    stage.desk.found = []
    assert stage.try_it("Marsh")
    assert stage.heard == ["put back Okabe", "written Marsh"]
    assert stage.panel is None


def test_an_edit_that_is_not_judged_is_not_asked_about(stage: Stage) -> None:
    stage.desk.found = [TWICE]
    assert stage.commit(Edit("Note"), judged=False)


def test_a_refusal_stands_in_the_banner_and_can_be_tried_again(stage: Stage, qtbot: QtBot) -> None:
    stage.desk.refusing = "The disk is full."
    with qtbot.waitSignal(stage.signals.failed) as failed:
        assert not stage.try_it()
    assert failed.args == ["The disk is full."]
    assert stage.banner.sentence == "The disk is full."
    assert stage.heard == []
    stage.desk.refusing = ""
    press_banner = next(each for each in stage.banner.findChildren(QPushButton) if each.text())
    QTest.mouseClick(press_banner, Qt.MouseButton.LeftButton)
    assert stage.names == {"Popov", "Okabe"}
    assert stage.heard == ["written Okabe"]
    assert stage.banner.sentence == ""


def test_a_retry_that_fails_again_says_so_again(stage: Stage) -> None:
    stage.desk.refusing = "The disk is full."
    stage.try_it()
    stage.desk.refusing = "The disk is gone."
    stage.commit.retry()
    assert stage.banner.sentence == "The disk is gone."


def test_a_finding_is_lived_with_for_a_reason(stage: Stage, qtbot: QtBot) -> None:
    stage.commit.accept(TWICE)
    panel = stage.panel
    assert panel is not None
    QTest.keyClicks(panel.reason, "she asked for it")
    QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    kept = list(stage.desk.book.all(AcceptedBreach))
    assert [(each.rule, each.reason, each.by) for each in kept] == [
        ("person_twice", "she asked for it", "Jana Mills")
    ]
    assert stage.panel is None


def test_leaving_a_finding_open_keeps_nothing(stage: Stage, qtbot: QtBot) -> None:
    stage.commit.accept(TWICE)
    press(stage.panel, "Leave it", qtbot)
    assert not stage.desk.book.all(AcceptedBreach)
    assert stage.panel is None


def test_undo_and_redo_go_through_the_same_door(stage: Stage) -> None:
    stage.try_it()
    stage.commit.undo()
    assert stage.names == {"Popov"}
    stage.commit.redo()
    assert stage.names == {"Popov", "Okabe"}
    stage.desk.refusing = "Later changes stand on it."
    stage.commit.undo()
    assert stage.banner.sentence == "Later changes stand on it."


def test_whoever_types_on_types_no_reason(stage: Stage) -> None:
    stage.desk.found = [TWICE]
    stage.typing.setFocus()
    stage.try_it()
    QTest.keyClicks(stage.typing, "11.30")
    QTest.keyClick(stage.typing, Qt.Key.Key_Return)
    assert stage.panel is not None
    assert (stage.typing.text(), stage.panel.reason.text()) == ("11.30", "")
    assert stage.commit.asking
    assert stage.names == {"Popov"}
    QTest.keyClick(stage.typing, Qt.Key.Key_Tab)
    assert stage.panel.reason.hasFocus()
    QTest.keyClick(stage.panel.reason, Qt.Key.Key_Return)
    assert stage.commit.asking


def test_what_the_next_edit_puts_back_is_said(stage: Stage) -> None:
    stage.desk.found = [TWICE]
    stage.try_it()
    stage.desk.found = []
    stage.try_it("Marsh")
    assert stage.banner.sentence == "“New person Okabe” was put back."
    stage.try_it("Lyle")
    assert stage.banner.sentence == ""


def test_undo_puts_the_question_back_and_nothing_else(stage: Stage) -> None:
    stage.try_it("Marsh")
    stage.desk.found = [TWICE]
    stage.try_it()
    undo = QAction(stage.window)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    undo.triggered.connect(stage.commit.undo)
    stage.window.addAction(undo)
    assert stage.panel is not None
    stage.panel.reason.setFocus()
    QTest.keyClick(stage.panel.reason, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stage.heard == ["written Marsh", "put back Okabe"]
    assert stage.names == {"Popov", "Marsh"}
    assert stage.banner.sentence == "“New person Okabe” was put back."


def test_a_file_for_reading_only_is_not_a_save_that_failed(stage: Stage, qtbot: QtBot) -> None:
    stage.desk.read_only = True
    stage.desk.refusing = "This company is open for reading only."
    with qtbot.assertNotEmitted(stage.signals.failed):
        stage.try_it()
        stage.try_it()
    assert stage.banner.sentence == "This company is open for reading only."
    assert not [each for each in stage.banner.findChildren(QPushButton) if each.text() == "Retry"]


def test_what_was_refused_stays_said_until_it_is_saved(stage: Stage) -> None:
    stage.desk.refusing = "The disk is full."
    stage.try_it()
    stage.banner.clear()
    assert stage.banner.sentence == "The disk is full."
    stage.desk.refusing = ""
    stage.commit.retry()
    assert stage.banner.sentence == ""


def test_a_question_is_read_out(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(clash, "announce", lambda widget: told.append(widget.accessibleName()))
    stage.desk.found = [TWICE]
    stage.try_it()
    assert len(told) == 1
    assert "Popov is called twice." in told[0]
