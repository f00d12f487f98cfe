from __future__ import annotations

from castapp.domain.availability import Absence
from castapp.domain.book import Book
from castapp.services.casting import override
from castapp.ui.screens.casting.cells import NUMBER, TROUBLE, Cell
from castapp.ui.screens.casting.present import DANCERS, Grid, grid
from tests.builders import FRIDAY, SATURDAY, THURSDAY, company_book, show
from tests.ui.screens.casting.mixed import SHOW, second_work

MATINEE = 14 * 60
RUN = company_book(
    show(FRIDAY, cast_id="cast-2"), show(SATURDAY, MATINEE), show(SATURDAY), second_work()
)


def shown(book: Book = RUN, *closed: str) -> Grid:
    return grid(book, "lake", DANCERS, THURSDAY, (), closed)


def cells(person_id: str, book: Book = RUN) -> tuple[Cell, ...]:
    made = shown(book)
    return next(
        cells for row, cells in zip(made.rows, made.cells, strict=True) if row.key == person_id
    )


def test_everybody_by_rank_under_their_rank() -> None:
    rows = shown().rows
    heads = [row.label for row in rows if row.kind == "act"]
    assert heads == ["Principal", "Soloist", "Corps"]
    assert [row.label for row in rows][:5] == ["Principal", "Lund", "Moss", "Okoro", "Vega"]
    folded = shown(RUN, "Principal").rows
    assert [row.label for row in folded][:2] == ["Principal", "Soloist"]


def test_what_is_danced_and_covered_each_night() -> None:
    first, second = cells("vega")[:2]
    assert (first.name, first.cover, first.debut) == ("Queen", "c. TD Wave", True)
    assert (second.name, second.cover) == ("", "c. Queen")
    assert "Vega dances Queen, first time in the role" in first.spoken
    assert "Vega is cover of Queen" in second.spoken


def test_other_works_of_the_night_are_named_with_their_code() -> None:
    thursday = cells("moss")[0]
    assert (thursday.name, thursday.cover) == ("TD Wave", "c. Queen")


def test_totals_count_two_shows_a_day_as_two() -> None:
    made = shown()
    assert [column.total for column in made.columns][-3:] == ["shows", "leads", "covers"]
    numbers = cells("vega")[-3:]
    assert [one.name for one in numbers] == ["3", "3", "2"]
    assert {one.state for one in numbers} == {NUMBER}
    assert numbers[0].spoken == "Vega: 3 shows"
    fox = cells("fox")[-3:]
    assert [one.name for one in fox] == ["4", "0", "0"]


def test_the_head_of_a_row_counts_too() -> None:
    details = {row.label: row.detail for row in shown().rows}
    assert details["Vega"] == "3 shows · 3 leads · 2 covers"
    book = company_book()
    made = grid(book, "lake", DANCERS, THURSDAY)
    assert {row.label: row.detail for row in made.rows}["Kim H."] == "1 cover"


def test_what_differs_and_what_stands_against_them_is_marked() -> None:
    book = RUN.apply(override(RUN, SHOW, "queen", 1, "paz", why="guest"))
    assert cells("paz", book)[0].override
    away = company_book([Absence("a", "vega", THURSDAY, THURSDAY, kind="leave")])
    cell = cells("vega", away)[0]
    assert (cell.state, cell.word) == (TROUBLE, "away")
