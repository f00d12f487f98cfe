from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from castapp.domain.repertory import Role
from castapp.ui import fonts
from castapp.ui.screens.casting.cell_words import Look, fitted, row_look
from castapp.ui.screens.casting.cells import Cell, cell
from castapp.ui.screens.casting.present import PERFORMANCES, grid
from castapp.ui.screens.casting.seats import cast_seats
from tests.builders import FRIDAY, THURSDAY, company_book, show

LONG = Cell("Ekström, Hartmann-Fitzgerald", cover="Kowalska, Danforth-Whitcombe", debut=True)
SHORT = Cell("Ito, Orr", cover="Moss, Hale")


@pytest.mark.usefixtures("qtbot")
def test_a_row_has_one_size() -> None:
    assert row_look([SHORT], 90).kind == fonts.TABLE
    names = [Cell("Castellane"), Cell("Bektemirova-Sorimachi-Lindqvist", cover="Vane"), SHORT]
    assert row_look(names, 90).kind == fonts.LABEL
    assert row_look(names, 300) == Look(fonts.TABLE)


@pytest.mark.usefixtures("qtbot")
def test_pairs_that_do_not_fit_take_a_line_each() -> None:
    look = row_look([SHORT, LONG], 140)
    assert (look.two_names, look.two_covers, look.lines) == (True, True, 2)
    for half in ("Ekström,", "Hartmann-Fitzgerald*"):
        assert fitted(half, 134, look.kind, 500)[0] == half
    assert row_look([SHORT, LONG], 320) == Look(fonts.TABLE)


def test_the_star_stands_at_the_name_that_has_it(qtbot: QtBot) -> None:
    book = company_book(show(FRIDAY, cast_id="cast-2"))
    shown = grid(book, "lake", PERFORMANCES, THURSDAY)
    row = next(n for n, one in enumerate(shown.rows) if one.key == "couple")
    first, second = shown.cells[row]
    assert (first.name, first.debut) == ("Paz*, Orr", True)
    assert (second.name, second.debut) == ("Paz, Hart", True)
    role = book.get(Role, "spirits")
    spirits = next(one for one in shown.rows if one.key == "spirits")
    seats = cast_seats(book, "cast-2", "lake")
    others = cell(book, spirits, role, seats, {("spirits", 2, "hana-kim")})
    assert (others.name, others.more, others.debut) == ("Fox", "+1*", False)
    first = cell(book, spirits, role, seats, {("spirits", 1, "fox")})
    assert (first.name, first.more, first.debut) == ("Fox", "+1", True)
