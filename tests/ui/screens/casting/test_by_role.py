from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.people import CareerLine
from castapp.ui.screens.casting.present import ROLES, Grid, grid
from tests.builders import FRIDAY, THURSDAY, company_book, show

RUN = company_book(
    show(FRIDAY, cast_id="cast-2"), [CareerLine("c", "paz", "Lake", "Queen", when="2019")]
)


def shown(*opened: str, book: Book = RUN) -> Grid:
    return grid(book, "lake", ROLES, THURSDAY, opened)


def test_a_role_opens_into_who_dances_covers_and_knows_it() -> None:
    made = shown("queen")
    people = [row for row in made.rows if row.person_id]
    assert [row.label for row in people] == ["Moss", "Vega", "Paz"]
    assert [row.detail for row in people] == ["1 show · learning", "1 show · learning", "performed"]
    assert not [row for row in shown().rows if row.person_id]


def test_their_cells_say_dances_cover_or_what_else() -> None:
    made = shown("queen")
    cells = {
        row.label: cells for row, cells in zip(made.rows, made.cells, strict=True) if row.person_id
    }
    assert [(one.name, one.cover) for one in cells["Moss"]] == [("", "cover"), ("dances", "")]
    assert [(one.name, one.cover) for one in cells["Paz"]] == [("", "in Duet"), ("", "in Duet")]
    assert cells["Paz"][0].spoken == "Paz dances Duet that night"


def test_a_spot_is_named_by_its_number() -> None:
    made = shown("spirits")
    fox = next(
        cells for row, cells in zip(made.rows, made.cells, strict=True) if row.label == "Fox"
    )
    assert [one.name for one in fox] == ["spot 1", "spot 1"]
