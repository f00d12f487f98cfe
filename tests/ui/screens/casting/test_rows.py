from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from castapp.domain.repertory import Role, RoleSection, Section
from castapp.ui.screens.casting.rows import grid_rows, role_detail, spot_label
from tests.builders import company_book

BOOK = company_book()


def test_roles_stand_under_their_acts_whole_ballet_first() -> None:
    rows = grid_rows(BOOK, "lake")
    assert [(row.kind, row.label) for row in rows] == [
        ("act", "Whole ballet"),
        ("role", "Queen"),
        ("role", "Prince"),
        ("act", "Act I"),
        ("role", "Duet"),
        ("act", "Act II"),
        ("role", "Spirits"),
    ]


def test_a_role_opens_into_its_spots_and_an_act_closes() -> None:
    rows = grid_rows(BOOK, "lake", open_roles={"couple"}, closed_acts={"Act II"})
    assert [row.key for row in rows if row.kind == "spot"] == ["couple|1", "couple|2"]
    assert "spirits" not in {row.role_id for row in rows}
    act = next(row for row in rows if row.key == "Act II")
    assert act.opens
    assert not act.is_open


def test_some_acts_of_four_are_named_and_roles_without_section_come_last() -> None:
    acts = [Section(f"s{n}", "lake", 10 + n, f"Act {roman}", "x", 5)
            for n, roman in enumerate(("III", "IV"))]  # fmt: skip
    swans = replace(BOOK.get(Role, "spirits"), sections=(RoleSection("lake-ii"), RoleSection("s1")))
    none = replace(BOOK.get(Role, "couple"), sections=())
    heads = [row.label for row in grid_rows(company_book(acts, [swans, none]), "lake")
             if row.kind == "act"]  # fmt: skip
    assert heads == ["Acts I & II", "Acts II & IV", "No section yet"]


def test_one_act_needs_no_head() -> None:
    second = replace(BOOK.get(Section, "lake-ii"), act="Act I")
    assert all(row.kind == "role" for row in grid_rows(company_book([second]), "lake"))


@pytest.mark.parametrize(
    ("fields", "detail"),
    [
        ({}, "1 F"),
        ({"sections": (RoleSection("lake-ii", "Swan Queen"),)}, "one dancer, 1 F"),
        ({"kind": "couple", "spots": 2, "genders": "FM"}, "couple"),
        ({"kind": "group", "spots": 5, "genders": "FMMMM"}, "1 F 4 M"),
        ({"kind": "corps", "spots": 18, "genders": "F"}, "18 F"),
        ({"kind": "group", "spots": 3, "genders": "X"}, "3"),
        ({"kind": "children", "spots": 8, "genders": "X"}, "8 children"),
    ],
)
def test_detail(fields: dict[str, Any], detail: str) -> None:
    assert role_detail(replace(BOOK.get(Role, "queen"), **fields)) == detail


def test_spots_by_number_or_by_name() -> None:
    group = replace(BOOK.get(Role, "spirits"), spot_names=("Moon",))
    assert [spot_label(group, n) for n in (1, 2)] == ["Spirits, Moon", "Spirits 2"]
    assert spot_label(BOOK.get(Role, "queen"), 1) == "Queen"
