"""The company screen in a window: people are found, added, engaged, changed; all is undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from castapp.domain.book import Book
from castapp.domain.finding import Finding, Ref
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.roster import rank
from castapp.services.company import found_company
from castapp.services.people import change_person
from castapp.services.sample import sample_book
from castapp.ui.screens.company.screen import CompanyScreen
from castapp.ui.screens.company.side import NOW, PERSON, ROLES
from tests.builders import FRIDAY, company_book
from tests.ui.screens.company.window import Opened
from tests.ui.showing import type_into

LINE = CareerLine("line", "vega", "Giselle", "Myrtha", "Old house", "2018", times=2)
Open = Callable[[Book], tuple[Opened, CompanyScreen]]


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def build(book: Book, today: date = FRIDAY) -> tuple[Opened, CompanyScreen]:
        made = Opened(qtbot, book, "company", today, None)
        screen = made.window.screen_widget("company")
        assert isinstance(screen, CompanyScreen)
        return made, screen

    return build


def test_the_first_person_is_shown_and_selection_is_kept(opened: Open) -> None:
    made, screen = opened(company_book())
    assert screen.table.key == "lund"
    screen.table.select_key("paz")
    made.desk.commit(change_person(made.book, "paz", family="Abel"))
    assert screen.table.key == "paz"
    screen.search.setText("abel")
    assert (screen.model.rowCount(), screen.table.key) == (2, "paz")
    screen.search.setText("nobody at all")
    assert screen.not_found.isVisible()
    assert not screen.nothing.isVisible()


def test_an_empty_company_offers_the_first_person(opened: Open) -> None:
    _, screen = opened(Book.of(()).apply(found_company("New Ballet", "Europe/Madrid")))
    assert screen.nothing.isVisible()
    screen.nothing.started.emit()
    assert screen.side.new.isVisible()


def test_new_engage_rename_and_all_undone(opened: Open) -> None:
    made, screen = opened(company_book())
    before = made.book
    made.window.do("company.new")
    form = screen.side.new
    QTest.keyClicks(form.given, "Nina")
    QTest.keyClicks(form.family, "Sol")
    QTest.keyClick(form.family, Qt.Key.Key_Return)
    fresh = next(one for one in made.book.all(Person) if one.family == "Sol")
    assert rank(made.book, fresh.id, FRIDAY) == "Corps"
    assert (screen.table.key, screen.side.views.key) == (fresh.id, PERSON)

    panel = screen.side.person
    panel.contracts.begin()
    editor = panel.contracts.editor
    editor.rank.choose("Soloist")
    type_into(editor.first, "1 nov 2026")
    editor.engage.click()
    assert rank(made.book, fresh.id, date(2026, 11, 2)) == "Soloist"
    assert [line.text for line in panel.contracts.lines.lines] == ["Soloist", "Corps"]
    assert not editor.isVisible()

    type_into(panel.words["family"], "Sol  Ito")
    assert made.book.get(Person, fresh.id).name == "Nina Sol Ito"
    assert made.labels == ["New person Nina Sol", "Engage Nina Sol as Soloist", "Change Nina Sol"]
    while made.desk.done:
        made.window.do("edit.undo")
    assert made.book == before
    assert screen.table.key


def test_a_form_without_a_name_says_so_and_keeps_the_rest(opened: Open) -> None:
    made, screen = opened(company_book())
    screen.begin()
    form = screen.side.new
    form.take()
    assert form.family_field.refusal == "The person's name is missing."
    form.family.setText("Sol")
    form.first.setText("31 feb")
    form.first.setModified(True)
    form.take()
    assert made.labels == []
    assert form.first.text() == "31 feb"
    form.first.setText("1 nov 2026")
    form.last.setText("1 oct 2026")
    form.take()
    assert made.labels == []
    QTest.keyClick(form.family, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert screen.new.isEnabled()


def test_a_wrong_height_is_said_under_its_field_and_kept(opened: Open) -> None:
    made, screen = opened(company_book())
    screen.side.show_view(PERSON)
    panel = screen.side.person
    type_into(panel.tall, "-5")
    assert "from 90 to 230" in panel.fields["height_cm"].refusal
    assert panel.tall.text() == "-5"
    type_into(panel.words["email"], "dan@example.org")
    assert panel.tall.text() == "-5"
    assert panel.fields["height_cm"].refusal
    assert made.labels == ["Change Dan Lund"]
    type_into(panel.tall, "182")
    assert made.book.get(Person, "lund").height_cm == 182
    assert panel.fields["height_cm"].refusal == ""


def test_duties_coach_and_removal(opened: Open) -> None:
    made, screen = opened(company_book())
    screen.side.show_view(PERSON)
    panel = screen.side.person
    panel.more_duties.chosen.emit("teacher")
    assert made.book.get(Person, "lund").duties == ("dancer", "teacher")
    panel.duties.removed.emit("teacher")
    assert made.book.get(Person, "lund").duties == ("dancer",)
    panel.coach.picked.emit("hall")
    assert made.book.get(Person, "lund").coach_id == "hall"
    panel.remove.click()
    assert "end the engagement instead" in panel._refusal.text()
    assert made.book.find(Person, "lund")


def test_a_contract_is_changed_and_a_wrong_end_refused(opened: Open) -> None:
    made, screen = opened(company_book())
    screen.reveal(Ref(Engagement, "e-vega"))
    assert (screen.table.key, screen.side.views.key) == ("vega", PERSON)
    editor = screen.side.person.contracts.editor
    type_into(editor.last, "1 jan 2019")
    assert "before it begins" in editor._fields["last"].refusal
    assert editor.last.text() == "1 Jan 2019"
    type_into(editor.last, "31 dec 2026")
    assert made.book.get(Engagement, "e-vega").last == date(2026, 12, 31)
    editor.remove.click()
    assert made.book.find(Engagement, "e-vega") is None


def test_what_a_rule_asks_about_can_be_put_back(opened: Open) -> None:
    made, screen = opened(company_book())
    made.desk.found = [Finding("not_under_contract", "breach", "Called without", FRIDAY)]
    screen.reveal(Ref(Engagement, "e-vega"))
    editor = screen.side.person.contracts.editor
    type_into(editor.last, "31 dec 2026")
    assert made.window.committer.asking
    assert editor.last.text() == "31 Dec 2026"
    made.window.committer._drop_question()
    assert editor.last.text() == ""
    assert made.labels == []


def test_a_career_line_is_added_changed_removed(opened: Open) -> None:
    made, screen = opened(company_book([LINE]))
    screen.reveal(Ref(CareerLine, "line"))
    assert screen.side.views.key == ROLES
    panel = screen.side.roles
    type_into(panel.editor.when, "sep 2018")
    assert made.book.get(CareerLine, "line").when == "2018-09"
    type_into(panel.editor.when, "some day")
    assert "will not do" in panel.editor._fields["when"].refusal
    panel.editor.remove.click()
    assert made.book.find(CareerLine, "line") is None
    panel.begin()
    panel.editor.add.click()
    assert panel.editor._fields["work"].refusal
    panel.editor.work.setText("Giselle")
    panel.editor.role.setText("Giselle")
    panel.editor.add.click()
    kept = made.book.where(CareerLine, "person_id", "vega")
    assert [line.role for line in kept] == ["Giselle"]
    assert not panel.editor.isVisible()


def test_names_that_look_like_markup_stay_words(opened: Open) -> None:
    made, screen = opened(company_book())
    screen.side.show_view(PERSON)
    type_into(screen.side.person.words["stage_name"], "<b>=1+1")
    assert made.book.get(Person, "lund").name == "<b>=1+1"
    assert screen.side.inspector._title.text() == "<b>=1+1"


def test_keys_find_rename_and_remove(opened: Open) -> None:
    made, screen = opened(company_book([Person("new", "Nina", "Sol")]))
    made.window.do("edit.find")
    assert screen.search.hasFocus()
    screen.reveal(Ref(Person, "new"))
    made.window.do("edit.rename")
    assert screen.side.person.words["family"].hasFocus()
    made.window.do("edit.delete")
    assert made.book.find(Person, "new") is None
    screen.reveal(Ref(Person, "vega"))
    made.window.do("edit.delete")
    assert "end the engagement instead" in made.window.frame.banner.sentence


def test_the_sample_company_by_keyboard_and_ear(
    opened: Callable[..., tuple[Opened, CompanyScreen]],
) -> None:
    _, screen = opened(sample_book(date(2026, 10, 14)), date(2026, 10, 14))
    for view in (NOW, ROLES, PERSON):
        screen.side.show_view(view)
        QApplication.processEvents()
        reached = [
            widget
            for widget in screen.side.inspector.findChildren(QWidget)
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert len(reached) > 5
        assert all(widget.accessibleName() for widget in reached)


def test_nobody_is_shown_in_a_window_of_their_own_and_the_focus_stays(opened: Open) -> None:
    class Strays(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.seen: list[str] = []

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if (
                event.type() == QEvent.Type.Show
                and isinstance(watched, QWidget)
                and watched.isWindow()
            ):
                self.seen.append(watched.accessibleName() or type(watched).__name__)
            return False

    made, screen = opened(sample_book(FRIDAY))
    screen.table.setFocus()
    strays = Strays()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(strays)
    for view in (NOW, ROLES, PERSON):
        screen.side.show_view(view)
        for person_id in [one.id for one in made.book.all(Person)][:6]:
            screen.table.select_key(person_id)
            QApplication.processEvents()
            assert QApplication.focusWidget() is screen.table
    app.removeEventFilter(strays)
    assert strays.seen == []
