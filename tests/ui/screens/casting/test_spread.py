from __future__ import annotations

import pytest

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.services.casting import override
from castapp.services.findings import new_findings
from castapp.ui.screens.casting.columns import Column, cast_columns, performance_columns
from castapp.ui.screens.casting.present import DANCERS, ROLES, column_seats, grid
from castapp.ui.screens.casting.rows import Row, grid_rows
from castapp.ui.screens.casting.spread import fill_right, places_in, put_in_all
from tests.builders import FRIDAY, SATURDAY, THURSDAY, company_book, show

RUN = company_book(show(FRIDAY, cast_id="cast-2"), show(SATURDAY, cast_id=None))
ROWS = {row.key: row for row in grid_rows(RUN, "lake", ("couple",))}
NIGHTS = performance_columns(RUN, "lake", THURSDAY)


def seat(book: Book, role_id: str, column: Column, spot: int = 1) -> tuple[object, object]:
    held = column_seats(book, "lake", column)[(role_id, spot)]
    return held.dancing, tuple(who for _, who in held.covers)


def row_of(view: str, key: str) -> Row:
    return next(row for row in grid(RUN, "lake", view, THURSDAY, ("queen",)).rows if row.key == key)


def test_one_dancer_in_several_cells_is_one_edit() -> None:
    cells = [(ROWS["queen"], column) for column in NIGHTS]
    edit = put_in_all(RUN, cells, "paz")
    assert edit.label == "Paz in 3 cells of casting"
    after = RUN.apply(edit)
    assert [seat(after, "queen", one)[0] for one in NIGHTS] == [("paz",)] * 3
    assert after.apply(edit.inverse()) == RUN


def test_a_role_that_is_not_opened_and_rows_of_people_are_refused() -> None:
    with pytest.raises(Invalid, match="Spirits has 2 spots; open it"):
        put_in_all(RUN, [(ROWS["spirits"], NIGHTS[0])], "paz")
    with pytest.raises(Invalid, match="these are of people"):
        put_in_all(RUN, [(row_of(DANCERS, "vega"), NIGHTS[0])], "paz")
    with pytest.raises(Invalid, match="these are of people"):
        fill_right(RUN, [row_of(DANCERS, "vega")], NIGHTS)


def test_the_same_dancer_twice_in_a_section_is_for_the_rules_but_in_a_cast_refused() -> None:
    night = put_in_all(RUN, [(ROWS["queen"], NIGHTS[0]), (ROWS["prince"], NIGHTS[0])], "paz")
    assert {"two_roles"} & {one.rule for one in new_findings(RUN, night)}
    cast = cast_columns(RUN, "lake", THURSDAY)[0]
    with pytest.raises(Invalid, match=r"Paz would be in both Queen and Prince in Waltz"):
        put_in_all(RUN, [(ROWS["queen"], cast), (ROWS["prince"], cast)], "paz")


def test_filling_right_fills_what_can_be_and_says_what_not() -> None:
    taken = put_in_all(RUN, [(ROWS["prince"], NIGHTS[1])], "vega")
    busy = RUN.apply(taken)
    edit = fill_right(busy, [ROWS["queen"]], NIGHTS)
    assert edit.label.startswith("Thu 15 filled right over 2 columns, but not ")
    assert "Vega dances Prince then" in edit.label
    after = busy.apply(edit)
    assert seat(after, "queen", NIGHTS[2])[0] == ("vega",)
    assert seat(after, "queen", NIGHTS[1])[0] != ("vega",)


def test_what_stands_left_is_filled_right_with_its_covers() -> None:
    edit = fill_right(RUN, [ROWS["queen"], ROWS["couple"]], NIGHTS)
    assert edit.label == "Thu 15 filled right over 2 columns"
    after = RUN.apply(edit)
    for column in NIGHTS[1:]:
        assert seat(after, "queen", column) == (("vega",), ("moss",))
        assert seat(after, "couple", column, 2) == (("orr",), ("hart",))
    assert seat(after, "prince", NIGHTS[1]) == seat(RUN, "prince", NIGHTS[1])


def test_casts_are_filled_right_too_and_one_column_is_none() -> None:
    columns = cast_columns(RUN, "lake", THURSDAY)
    after = RUN.apply(fill_right(RUN, [ROWS["queen"]], columns))
    assert seat(after, "queen", columns[1]) == (("vega",), ("moss",))
    with pytest.raises(Invalid, match="two columns or more"):
        fill_right(RUN, [ROWS["queen"]], columns[:1])


def test_a_person_s_cell_stands_for_what_they_dance_there() -> None:
    book = RUN.apply(override(RUN, "show-2026-10-15-1170", "couple", 1, "vega"))
    dancer, who = row_of(DANCERS, "vega"), row_of(ROLES, "queen|vega")
    assert [one[:2] for one in places_in(book, [(dancer, NIGHTS[0])])] == [
        ("queen", 1),
        ("couple", 1),
    ]
    assert [one[:2] for one in places_in(book, [(who, NIGHTS[0])])] == [("queen", 1)]
    assert places_in(book, [(who, NIGHTS[1])]) == []
