from __future__ import annotations

import pytest

from castapp.domain.checks import Invalid
from castapp.services.stagecraft import fill
from castapp.ui.screens.casting.columns import performance_columns
from castapp.ui.screens.casting.rows import grid_rows
from castapp.ui.screens.casting.sheet_cells import copied, pasted
from tests.builders import FRIDAY, THURSDAY, company_book, show

BOOK = company_book(show(FRIDAY, cast_id="cast-2"))
ROWS = grid_rows(BOOK, "lake", {"couple"})
NIGHTS = performance_columns(BOOK, "lake", THURSDAY)


def test_cells_go_out_by_tabs_and_lines_act_heads_left_out() -> None:
    text = copied(BOOK, ROWS, NIGHTS)
    assert text.split("\n")[:3] == ["Vega\tMoss", "Okoro\tLund", "Paz, Orr\tPaz, Hart"]


def test_what_was_copied_pastes_to_nothing_new() -> None:
    assert pasted(BOOK, copied(BOOK, ROWS, NIGHTS), ROWS, NIGHTS) == []


def test_names_are_understood_as_people_write_them() -> None:
    text = "Cleo Moss\tpaz\r\nopen\tOrr\r\n"
    after = BOOK.apply(fill(BOOK, pasted(BOOK, text, ROWS, NIGHTS)))
    assert copied(after, ROWS[:3], NIGHTS) == "Moss\tPaz\nopen\tOrr"


def test_a_pair_is_pasted_with_a_comma() -> None:
    wishes = pasted(BOOK, "Moss, Lund", [ROWS[4]], NIGHTS)
    assert [(one.spot, one.person_id) for one in wishes] == [(1, "moss"), (2, "lund")]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Vega\nNobody", "Nobody here is called “Nobody” (line 2, cell 1); nothing was pasted."),
        ("Kim", "“Kim” could be 2 people (line 1, cell 1); write the given name too."),
        ("a\tb\tc", "Line 1 has 3 cells; 2 fit here."),
        ("\n" * 20 + "x", "21 lines do not fit into the 6 rows from here down."),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Invalid) as wrong:
        pasted(BOOK, text, ROWS, NIGHTS)
    assert str(wrong.value) == sentence


def test_more_names_than_spots() -> None:
    with pytest.raises(Invalid, match="3 names for Duet, which has 2"):
        pasted(BOOK, "Moss, Lund, Paz", [ROWS[4]], NIGHTS)
