"""How ready a dancer is and whom they dance with, on their page."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from castapp.domain.casting import Correction, Partnership
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.ui.screens.company.career_page import partner_lines, ready_lines, wish_lines
from castapp.ui.screens.company.screen import CompanyScreen
from castapp.ui.widgets.pick import Option
from tests.builders import FRIDAY, SATURDAY, THURSDAY, company_book, show
from tests.ui.screens.company.window import Opened

BOOK = company_book(show(FRIDAY))


def test_roles_with_their_readiness_under_their_ballets() -> None:
    ((work, (line,)),) = ready_lines(BOOK, "vega", FRIDAY)
    assert (work, line.text, line.state, line.why) == ("The Lake", "Queen", "performed", "1 show")
    book = company_book([Correction("c", "vega", "queen", "learning")])
    ((_, (line,)),) = ready_lines(book, "vega", THURSDAY)
    assert not line.by_hand


def test_partners_with_roles_shows_and_wishes() -> None:
    book = company_book(show(FRIDAY), [Partnership("w", "okoro", "vega")])
    (line,) = partner_lines(book, "vega", SATURDAY)
    assert (line.text, line.side) == ("Bo Okoro", "2 shows")
    assert line.about == "Queen, Prince · last 16 Oct 2026 · kept together"
    (wish,) = wish_lines(book, "vega")
    assert (wish.text, wish.side) == ("Bo Okoro", "kept together")
    assert wish_lines(book, "moss") == []


def opened(qtbot: QtBot) -> tuple[Opened, CompanyScreen]:
    house = Opened(qtbot, BOOK, "company", SATURDAY, None)
    screen = house.window.screen_widget("company")
    assert isinstance(screen, CompanyScreen)
    screen.reveal(Ref(Person, "vega"))
    screen.side.show_view("roles")
    return house, screen


def test_readiness_is_corrected_on_the_page(qtbot: QtBot) -> None:
    house, screen = opened(qtbot)
    (row,) = screen.side.roles.ready.rows
    row.said.emit("knows")
    assert house.labels == ["Vega in Queen: knows"]
    (row,) = screen.side.roles.ready.rows
    assert row.stated.by_hand
    house.window.do("edit.undo")
    assert house.book == BOOK


def test_a_wish_is_set_and_taken_back_on_the_page(qtbot: QtBot) -> None:
    house, screen = opened(qtbot)
    section = screen.side.roles.partners
    section.keep.click()
    assert section._field.refusal == "Name a dancer first."
    section.other.show_option(Option("lund", "Dan Lund"))
    section.part.click()
    assert [line.text for line in section.wishes.lines] == ["Dan Lund"]
    assert section.other.key == ""
    section.wishes.press("lund")
    assert house.book == BOOK
    assert section.wishes.lines == []
