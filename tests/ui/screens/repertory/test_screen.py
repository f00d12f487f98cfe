from __future__ import annotations

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from castapp.domain.book import Book
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.domain.programme import sections
from castapp.domain.repertory import Production, Role, Section
from castapp.services.desk import Desk
from castapp.services.repertory import templates
from castapp.services.sample import sample_book
from castapp.ui.screen import ScreenEntry
from castapp.ui.screens.repertory.screen import RepertoryScreen
from castapp.ui.screens.repertory.templates_menu import TemplatesMenu
from castapp.ui.theme import Theme
from castapp.ui.window import MainWindow
from tests.builders import WEDNESDAY, company_book, house
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_dialogs import FakeDialogs
from tests.ui.showing import show_active


def opened(qtbot: QtBot, book: Book) -> tuple[RepertoryScreen, FakeDesk, MainWindow]:
    desk = FakeDesk(book)
    entries = (ScreenEntry("repertory", "Repertory", "music", RepertoryScreen, (Production,)),)
    theme = Theme(cast(QApplication, QApplication.instance()))
    window = MainWindow(cast(Desk, desk), entries, FakeDialogs(), theme, WEDNESDAY)
    qtbot.addWidget(window)
    window.show_screen("repertory")
    show_active(window)
    return cast(RepertoryScreen, window.screen_widget("repertory")), desk, window


def newest(screen: RepertoryScreen, kind: type[QWidget], name: str) -> QWidget:
    found = reversed(screen.side.inspector.findChildren(kind))
    return next(one for one in found if one.accessibleName() == name)


def press(screen: RepertoryScreen, name: str) -> None:
    cast(QPushButton, newest(screen, QPushButton, name)).click()


def type_into(screen: RepertoryScreen, name: str, words: str) -> None:
    field = cast(QLineEdit, newest(screen, QLineEdit, name))
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_section_is_edited_moved_added_and_removed(qtbot: QtBot) -> None:
    screen, desk, window = opened(qtbot, company_book())
    screen.show_view("sections")
    screen.tables["sections"].select_key("lake-i-2")
    type_into(screen, "Minutes", "18")
    assert desk.book.get(Section, "lake-i-2").minutes == 18
    press(screen, "Move it earlier (Alt+Up)")
    assert sections(desk.book, "lake")[0].id == "lake-i-2"
    press(screen, "New section after it")
    assert [one.name for one in sections(desk.book, "lake")][1] == "New section"
    assert screen.tables["sections"].key == sections(desk.book, "lake")[1].id
    assert screen.act("edit.delete")
    assert len(sections(desk.book, "lake")) == 4
    for _ in range(4):
        window.do("edit.undo")
    assert desk.book == company_book()


def test_a_role_is_edited(qtbot: QtBot) -> None:
    screen, desk, _ = opened(qtbot, company_book())
    screen.tables["roles"].select_key("spirits")
    type_into(screen, "Name", "Shades")
    type_into(screen, "Spots", "24")
    press(screen, "Move it up (Alt+Up)")
    role = desk.book.get(Role, "spirits")
    assert (role.name, role.spots, role.order) == ("Shades", 24, 3)
    assert screen.tables["roles"].key == "spirits"


def test_what_a_role_cannot_be_is_one_sentence(qtbot: QtBot) -> None:
    screen, desk, window = opened(qtbot, company_book())
    screen.tables["roles"].select_key("spirits")
    type_into(screen, "Usually, a letter a spot or one for all", "FMF")
    assert desk.done == []
    assert window.frame.banner.isVisible()


def test_alt_arrows_move_the_row(qtbot: QtBot) -> None:
    screen, desk, _ = opened(qtbot, company_book())
    table = screen.tables["roles"]
    table.select_key("prince")
    QTest.keyClick(screen, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.book.get(Role, "prince").order == 1


def test_a_production_from_a_template_and_one_of_its_own(qtbot: QtBot) -> None:
    screen, desk, _ = opened(qtbot, Book.of(house()))
    assert screen.nothing.isVisible()
    template = next(one for one in templates() if one.production.work == "Giselle")
    assert template is not None
    screen._take(template)
    assert screen.tables["roles"].model().rowCount() == len(template.roles)
    assert screen.act("repertory.new")
    assert screen.no_roles.isVisible()
    screen.no_roles.started.emit()
    assert [one.name for one in desk.book.all(Role)][-1] == "New role"
    assert len(desk.done) == 3


def test_the_menu_offers_every_template(qtbot: QtBot) -> None:
    screen, _, _ = opened(qtbot, Book.of(house()))
    menu = TemplatesMenu(screen)
    chosen: list[object] = []
    menu.chosen.connect(chosen.append)
    action = next(one for one in menu.actions() if one.text().startswith("Swan Lake"))
    action.trigger()
    assert len(chosen) == 1
    menu.close()


def test_a_production_that_was_danced_stays(qtbot: QtBot) -> None:
    screen, desk, window = opened(qtbot, company_book())
    press(screen, "Remove")
    assert desk.book.find(Production, "lake") is not None
    assert window.frame.banner.isVisible()


def test_a_production_s_names_and_colour(qtbot: QtBot) -> None:
    screen, desk, _ = opened(qtbot, company_book())
    type_into(screen, "Title", "The Great Lake")
    screen.side._work.changed.emit({"colour": "moss"})
    work = desk.book.get(Production, "lake")
    assert (work.title, work.colour) == ("The Great Lake", "moss")


@pytest.mark.parametrize(
    ("ref", "view", "key"),
    [
        (Ref(Role, "prince"), "roles", "prince"),
        (Ref(Section, "lake-ii"), "sections", "lake-ii"),
    ],
)
def test_reveal(qtbot: QtBot, ref: Ref, view: str, key: str) -> None:
    screen, _, _ = opened(qtbot, company_book())
    assert screen.reveal(ref)
    assert screen.tables[view].key == key
    assert screen.tables[view].isVisible()
    assert not screen.reveal(Ref(Person, "vega"))


def test_the_sample_company_fills_every_table(qtbot: QtBot) -> None:
    screen, desk, _ = opened(qtbot, sample_book(date(2026, 10, 14)))
    for work in desk.book.all(Production):
        screen.show_work(work.id)
        for view in ("sections", "known", "roles"):
            screen.show_view(view)
            assert screen.tables[view].model().rowCount() > 0
    assert not screen.grab().isNull()
