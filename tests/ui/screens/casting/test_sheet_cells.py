from __future__ import annotations

from dataclasses import replace

import pytest

from castapp.domain.checks import Invalid
from castapp.services.stagecraft import Wish, fill
from castapp.ui.screens.casting.columns import performance_columns
from castapp.ui.screens.casting.rows import grid_rows
from castapp.ui.screens.casting.sheet_cells import copied, pasted
from tests.builders import FRIDAY, THURSDAY, company_book, show

BOOK = company_book(show(FRIDAY, cast_id="cast-2"))
ROWS = grid_rows(BOOK, "lake", {"couple"})
NIGHTS = performance_columns(BOOK, "lake", THURSDAY)


def test_cells_go_out_by_tabs_and_lines_act_heads_left_out() -> None:
    text = copied(BOOK, ROWS, NIGHTS)
    assert text.split("\n")[:3] == [
        "Vega (cover Moss)\tMoss (cover Vega)",
        "Okoro (cover Lund)\tLund (cover Okoro)",
        "Paz, Orr (cover Hart)\tPaz, Hart (cover Orr)",
    ]


def test_what_was_copied_pastes_to_nothing_new() -> None:
    assert pasted(BOOK, copied(BOOK, ROWS, NIGHTS), ROWS, NIGHTS) == []


def test_names_are_understood_as_people_write_them() -> None:
    text = "Cleo Moss\tpaz\r\nopen\tOrr\r\n"
    after = BOOK.apply(fill(BOOK, pasted(BOOK, text, ROWS, NIGHTS)))
    assert copied(after, ROWS[:3], NIGHTS) == (
        "Moss\tPaz (cover Vega)\nopen (cover Lund)\tOrr (cover Okoro)"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Cleo Moss\tpaz\nopen\tOrr",
        "\tThu 15\tFri 16\nQueen\tCleo Moss\tpaz\nPrince\topen\tOrr",
        "Role\t15 Oct\t16 Oct\nPrince\topen\tOrr\n\nQueen\tCleo Moss\tpaz",
        "Thu 15\tFri 16\nCleo Moss\tpaz\nopen\tOrr",
    ],
)
def test_heads_and_role_names_are_not_taken_for_dancers(text: str) -> None:
    after = BOOK.apply(fill(BOOK, pasted(BOOK, text, ROWS, NIGHTS, ROWS)))
    assert copied(after, ROWS[:3], NIGHTS) == (
        "Moss\tPaz (cover Vega)\nopen (cover Lund)\tOrr (cover Okoro)"
    )


def test_a_pair_is_pasted_with_a_comma() -> None:
    wishes = pasted(BOOK, "Moss, Lund", [ROWS[4]], NIGHTS)
    assert [(one.spot, one.person_id) for one in wishes] == [(1, "moss"), (2, "lund")]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Vega\nOkorro",
            (
                "No dancer is called “Okorro” (Prince, Thu 15), perhaps Bo Okoro or Finn Orr; "
                "nothing was pasted."
            ),
        ),
        (
            "Kim",
            (
                "“Kim” could be Gia Kim or Hana Kim; write the name in full (Queen, Thu 15); "
                "nothing was pasted."
            ),
        ),
        (
            "Petitt\tVega\nBrand\tXyzzy",
            (
                "No dancer is called “Petitt” (Queen, Thu 15). "
                "No dancer is called “Brand” (Prince, Thu 15). "
                "No dancer is called “Xyzzy” (Prince, Fri 16); nothing was pasted."
            ),
        ),
        ("a\tb\tc", "Line 1 has 3 cells; 2 fit here; nothing was pasted."),
        (
            "\n" * 20 + "x",
            "21 lines do not fit into the 6 rows from here down; nothing was pasted.",
        ),
        ("Queen\tPaz\nKing\tOrr", "No role here is called “King”; nothing was pasted."),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Invalid) as wrong:
        pasted(BOOK, text, ROWS, NIGHTS)
    assert str(wrong.value) == sentence


def test_more_names_than_spots() -> None:
    with pytest.raises(Invalid, match="3 names for Duet, which has 2"):
        pasted(BOOK, "Moss, Lund, Paz", [ROWS[4]], NIGHTS)


def covers_of(text: str) -> list[tuple[str | None, int]]:
    wishes = pasted(BOOK, text, [ROWS[2]], NIGHTS)
    return [(one.person_id, one.cover) for one in wishes if one.performance_id]


def test_covers_go_out_with_the_dancer_and_come_back() -> None:
    base = Wish("prince", 1, None, performance_id=NIGHTS[0].performance_id)
    people = [replace(base, person_id=who, cover=n) for n, who in ((1, "lund"), (2, "orr"))]
    book = BOOK.apply(fill(BOOK, people))
    text = copied(book, [ROWS[2]], NIGHTS[:1])
    assert text == "Okoro (cover Lund, Orr)"
    assert pasted(book, text, [ROWS[2]], NIGHTS) == []
    after = BOOK.apply(fill(BOOK, pasted(BOOK, text, [ROWS[2]], NIGHTS)))
    assert copied(after, [ROWS[2]], NIGHTS[:1]) == text
    assert pasted(book, "Okoro", [ROWS[2]], NIGHTS) == []
    gone = pasted(book, "Okoro (no cover)", [ROWS[2]], NIGHTS)
    assert [(one.person_id, one.cover) for one in gone] == [(None, 1), (None, 2)]


@pytest.mark.parametrize(
    "text",
    ["Orr / Hart", "Orr (cover Hart)", "Orr (covers: Hart)", '"Orr\nHart"', '"Orr\ncover Hart"'],
)
def test_a_cover_is_understood_however_it_is_written(text: str) -> None:
    assert covers_of(text) == [("orr", 0), ("hart", 1)]


def test_the_covers_of_a_group_stand_behind_each_name() -> None:
    wishes = pasted(BOOK, "Moss (cover Vega), Lund", [ROWS[4]], NIGHTS)
    assert [(one.spot, one.person_id, one.cover) for one in wishes] == [
        (1, "moss", 0),
        (1, "vega", 1),
        (2, "lund", 0),
    ]
    below = pasted(BOOK, '"Moss, Lund\nVega, Okoro"', [ROWS[4]], NIGHTS)
    assert [(one.spot, one.person_id) for one in below if one.cover] == [(1, "vega"), (2, "okoro")]


def test_a_cover_nobody_is_called_is_told_by_its_cell() -> None:
    with pytest.raises(Invalid, match=r"“Nobody” \(cover of Prince, Thu 15\)"):
        covers_of("Okoro (cover Nobody)")
