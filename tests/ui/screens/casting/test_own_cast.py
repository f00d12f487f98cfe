from __future__ import annotations

from dataclasses import replace

from castapp.domain.book import Book
from castapp.domain.casting import Override
from castapp.domain.repertory import Role
from castapp.ui.screens.casting.cells import Cell
from castapp.ui.screens.casting.columns import performance_columns
from castapp.ui.screens.casting.present import PERFORMANCES, grid
from castapp.ui.screens.casting.spot_facts import spot_facts
from tests.builders import THURSDAY, company_book

SHOW = "show-2026-10-15-1170"


def cell_of(book: Book, key: str = "queen") -> Cell:
    shown = grid(book, "lake", PERFORMANCES, THURSDAY)
    return shown.cells[next(n for n, one in enumerate(shown.rows) if one.key == key)][0]


def panel(book: Book) -> str:
    column = performance_columns(book, "lake", THURSDAY)[0]
    return spot_facts(book, book.get(Role, "queen"), 1, column, THURSDAY).cast_has


def test_a_night_of_its_own_says_whom_its_cast_has() -> None:
    book = company_book([Override("o", SHOW, "queen", 1, "paz", why="a wish")])
    assert panel(book) == "The 1st cast has Vega, cover Moss."
    assert "differs from its cast (a wish), its cast has Vega, cover Moss" in cell_of(book).spoken
    assert not cell_of(book).covers_only


def test_a_night_with_other_covers_says_that_only_they_differ() -> None:
    book = company_book([Override("o", SHOW, "queen", 1, "paz", 1)])
    assert panel(book) == "Only the covers differ, the 1st cast has Moss."
    assert cell_of(book).covers_only
    assert replace(cell_of(book), spoken="") != replace(cell_of(company_book()), spoken="")


def test_a_night_as_its_cast_says_nothing() -> None:
    assert panel(company_book()) == ""


def test_a_change_mid_show_is_seen_in_the_cell() -> None:
    change = Override("o", SHOW, "queen", 1, "paz", 0, "act2")
    book = company_book([change])
    made = cell_of(book)
    assert (made.name, made.cover) == ("Vega", "then Paz")
    assert " on Paz" in made.spoken
    assert panel(book) == "The 1st cast has Vega to the end."
