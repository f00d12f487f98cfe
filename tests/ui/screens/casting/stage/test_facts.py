from __future__ import annotations

from dataclasses import replace

import pytest

from castapp.domain.repertory import Role
from castapp.services.castgrid.stagemap import move_place
from castapp.services.casting import override
from castapp.ui.screens.casting.stage.facts import (
    beside,
    column_of,
    mapped_roles,
    maps,
    stage_facts,
)
from tests.builders import FRIDAY, THURSDAY, company_book, show

SHOW = "show-2026-10-15-1170"
RUN = company_book(show(FRIDAY, cast_id="cast-2"))
ROLE = RUN.get(Role, "spirits")


def test_roles_of_several_spots_are_mapped_casts_by_letter_then_nights() -> None:
    assert [role.id for role in mapped_roles(RUN, "lake")] == ["couple", "spirits"]
    assert [words for _, words in maps(RUN, "lake", ROLE, THURSDAY)] == [
        "Map A · 1st cast",
        "Map B · 2nd cast",
        "Only Thu 15 Oct 19.30",
        "Only Fri 16 Oct 19.30",
    ]
    assert column_of(RUN, "lake", THURSDAY, "gone") is None


def test_who_stands_where_and_who_could_stand_in() -> None:
    column = column_of(RUN, "lake", THURSDAY, "cast-1")
    assert column is not None
    facts = stage_facts(RUN, ROLE, column)
    assert [(one.number, one.person_id) for one in facts.stands] == [("1", "fox"), ("2", "gia-kim")]
    assert [(one.name, one.covers) for one in facts.alternates] == [("Kim H.", "covers 2")]
    assert not facts.drawn


def test_a_night_s_map_marks_what_differs_and_moved_places_are_kept() -> None:
    book = RUN.apply(override(RUN, SHOW, "spirits", 2, "paz", why="guest"))
    book = book.apply(move_place(book, "spirits", 1, 10, 90))
    column = column_of(book, "lake", THURSDAY, f"bill-{SHOW}")
    assert column is not None
    facts = stage_facts(book, book.get(Role, "spirits"), column)
    assert [one.cell.override for one in facts.stands] == [False, True]
    assert (facts.stands[0].across, facts.stands[0].depth, facts.drawn) == (10, 90, True)


@pytest.mark.parametrize(
    ("spot", "right", "back", "to"),
    [(1, 1, 0, 2), (2, -1, 0, 1), (1, -1, 0, 1), (2, 0, 1, 6), (6, 0, -1, 2), (8, 1, 0, 8)],
)
def test_arrows_go_to_the_next_one_on_the_stage(spot: int, right: int, back: int, to: int) -> None:
    column = column_of(RUN, "lake", THURSDAY, "cast-1")
    assert column is not None
    two_lines_of_four = replace(ROLE, spots=8)
    stands = stage_facts(RUN, two_lines_of_four, column).stands
    assert beside(stands, spot, right, back) == to
