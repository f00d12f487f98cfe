from __future__ import annotations

from dataclasses import replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Casting, Override, Performance
from castapp.domain.edit import Change, Edit
from castapp.domain.people import CareerLine
from castapp.domain.repertory import Role
from castapp.services.casting import override
from castapp.services.rulebook import put_number
from castapp.services.stagecraft import Wish, fill
from castapp.ui.screens.casting.cells import Cell
from castapp.ui.screens.casting.present import CASTS, EMPTY, PERFORMANCES, grid, heading
from tests.builders import FRIDAY, SATURDAY, THURSDAY, casting, company_book, show

SHOW = "show-2026-10-15-1170"
RUN = company_book(show(FRIDAY, cast_id="cast-2"), show(SATURDAY, cast_id=None))


def at(book: Book, row: str, column: int = 0, view: str = PERFORMANCES, *opened: str) -> Cell:
    made = grid(book, "lake", view, THURSDAY, opened)
    place = next(n for n, one in enumerate(made.rows) if one.key == row)
    return made.cells[place][column]


def test_columns_tell_day_time_cast_and_conductor() -> None:
    made = grid(RUN, "lake", PERFORMANCES, THURSDAY)
    assert [one.lines for one in made.columns] == [
        ("Thu 15", "19.30 · 1st", "Reyes"),
        ("Fri 16", "19.30 · 2nd", "Reyes"),
        ("Sat 17", "19.30 · no cast", "Reyes"),
    ]
    assert made.corner == ("Lake", "3 performances, Stage")
    assert [one.shade for one in made.columns] == [0, 1, 0]


def test_dancer_cover_and_first_time() -> None:
    cell = at(RUN, "queen")
    assert (cell.name, cell.cover, cell.debut, cell.state) == ("Vega", "Moss", True, "")
    known = company_book([CareerLine("c", "vega", "Lake", "Queen")])
    assert not at(known, "queen").debut


def test_open_and_uncovered_say_so_in_words() -> None:
    cell = at(RUN, "queen", 2)
    assert (cell.name, cell.cover, cell.state) == ("open", "no cover", "open")
    cell = at(RUN, "couple|1", 0, PERFORMANCES, "couple")
    assert (cell.name, cell.cover, cell.state) == ("Paz", "no cover", "uncovered")
    assert at(RUN, "couple").cover == "no cover F"


def test_a_group_counts_the_others_and_what_is_open() -> None:
    cell = at(RUN, "spirits")
    assert (cell.name, cell.more, cell.cover) == ("Fox", "+1", "Kim H., for 2")
    gone = RUN.apply(override(RUN, SHOW, "spirits", 2, None))
    cell = at(gone, "spirits")
    assert (cell.name, cell.more, cell.cover, cell.state) == ("Fox", "", "1 open", "open")


def test_a_night_that_differs_is_marked_and_says_why() -> None:
    book = RUN.apply(override(RUN, SHOW, "queen", 1, "paz", why="guest"))
    cell = at(book, "queen")
    assert cell.override
    assert "differs from its cast (guest)" in cell.spoken
    assert not at(book, "prince").override


def test_nobody_covers_what_they_dance_that_night() -> None:
    book = RUN.apply(override(RUN, SHOW, "queen", 1, "moss"))
    cell = at(book, "queen")
    assert (cell.name, cell.cover, cell.state) == ("Moss", "no cover", "uncovered")


def test_a_role_that_asks_no_cover_says_nothing_of_it() -> None:
    held = [one for one in RUN.all(Casting) if one.role_id == "spirits" and one.cover]
    bare = RUN.apply(fill(RUN, [Wish("spirits", one.spot, None, cast_id=one.cast_id, cover=1)
                                for one in held]))  # fmt: skip
    cell = at(bare, "spirits")
    assert (cell.cover, cell.state) == ("", "")
    assert "no cover" not in cell.spoken
    asked = at(bare.apply(put_number(bare, "uncovered", "corps", 1)), "spirits")
    assert (asked.cover, asked.state) == ("no cover", "uncovered")


def test_a_cover_who_dances_then_covers_one_spot_and_is_none() -> None:
    book = RUN.apply(override(RUN, SHOW, "spirits", 2, "fox", cover=1))
    cell = at(book, "spirits")
    assert (cell.cover, cell.state) == ("Fox on stage, for 2", "uncovered")


def test_two_in_one_spot_are_both_named() -> None:
    book = company_book([casting("cast-1", "queen", 1, "paz")])
    assert at(book, "queen").name == "Vega / Paz"


def test_casts_as_columns() -> None:
    made = grid(RUN, "lake", CASTS, THURSDAY)
    assert [one.lines for one in made.columns] == [
        ("1st cast", "1 performance", "15"),
        ("2nd cast", "1 performance", "16"),
    ]
    assert at(RUN, "queen", 1, CASTS).name == "Moss"


def test_a_cancelled_night_says_so() -> None:
    off = replace(RUN.get(Performance, SHOW), state="cancelled")
    book = company_book([off])
    assert grid(book, "lake", PERFORMANCES, THURSDAY).columns[0].state == "cancelled"


def test_only_the_season_of_the_day() -> None:
    later = show(date(2027, 9, 4))
    book = company_book(later)
    assert len(grid(book, "lake", PERFORMANCES, THURSDAY).columns) == 1
    assert len(grid(book, "lake", PERFORMANCES, date(2027, 8, 1)).columns) == 2


def test_no_production_no_grid() -> None:
    assert grid(RUN, "gone", PERFORMANCES, THURSDAY) == EMPTY
    assert heading(RUN, "gone", THURSDAY) == ("Casting", "")


def test_heading_names_the_run() -> None:
    assert heading(RUN, "lake", THURSDAY) == ("Lake · 15–17 October 2026", "lake")


def test_a_change_of_cast_is_seen_in_the_next_book() -> None:
    first = at(RUN, "queen")
    old = next(one for one in RUN.all(Casting) if one.id == "cast-1-queen-1-0-vega")
    book = company_book([replace(old, person_id="paz")])
    assert (first.name, at(book, "queen").name) == ("Vega", "Paz")


def test_a_change_mid_show_leaves_who_begins() -> None:
    later = Override("o", SHOW, "queen", 1, "moss", from_section_id="lake-ii")
    cell = at(company_book([later]), "queen")
    assert (cell.name, cell.override) == ("Vega", True)


def test_a_character_without_cover_is_no_warning() -> None:
    role = replace(RUN.get(Role, "queen"), kind="character")
    book = company_book([role])
    for one in book.where(Casting, "role_id", "queen"):
        if one.cover:
            book = book.apply(Edit("", (Change(one, None),)))
    cell = at(book, "queen")
    assert (cell.name, cell.cover, cell.state) == ("Vega", "", "")
