from __future__ import annotations

from dataclasses import replace

from castapp.domain.programme import roles
from castapp.domain.repertory import Role, RoleSection, StagePlace
from castapp.ui.screens.repertory.role_changes import (
    add_place,
    drop_place,
    name_place,
    new_role,
    take_together,
    with_demand,
    with_spots,
)
from tests.builders import company_book

BOOK = company_book()
COUPLE = BOOK.get(Role, "couple")
QUEEN = BOOK.get(Role, "queen")


def test_more_spots_go_on_in_their_pattern() -> None:
    assert with_spots(COUPLE, 4)["genders"] == "FMFM"
    assert with_spots(COUPLE, 1)["genders"] == "F"
    assert with_spots(QUEEN, 4)["genders"] == "F"
    named = replace(COUPLE, spot_names=("Sun", "Moon"))
    assert with_spots(named, 1)["spot_names"] == ("Sun",)


def test_fewer_spots_keep_their_places_and_more_are_drawn_anew() -> None:
    placed = replace(COUPLE, places=(StagePlace(40, 20), StagePlace(60, 20)))
    assert replace(placed, **with_spots(placed, 1)).places == (StagePlace(40, 20),)
    assert replace(placed, **with_spots(placed, 3)).places == ()


def test_demands_keep_the_order_of_the_vocabulary() -> None:
    assert with_demand(QUEEN, "big_jumps", wanted=True)["demands"] == (
        "jumps",
        "big_jumps",
        "pointe",
        "lifted",
    )
    assert with_demand(QUEEN, "pointe", wanted=False)["demands"] == ("jumps", "lifted")


def test_sections_come_in_the_order_of_the_evening() -> None:
    order = ["lake-i-1", "lake-i-2", "lake-ii"]
    added = replace(QUEEN, **add_place(QUEEN, "lake-i-2", order))
    assert [one.section_id for one in added.sections] == order
    assert drop_place(added, "lake-i-2")["sections"] == QUEEN.sections
    named = name_place(QUEEN, "lake-ii", "Black Queen")["sections"]
    assert named == (RoleSection("lake-i-1"), RoleSection("lake-ii", "Black Queen"))


def test_a_new_role_goes_below_another_with_a_name_of_its_own() -> None:
    once = BOOK.apply(new_role(BOOK, "lake", QUEEN))
    twice = once.apply(new_role(once, "lake"))
    assert [one.name for one in roles(twice, "lake")] == [
        "Queen",
        "New role",
        "Prince",
        "Duet",
        "Spirits",
        "New role 2",
    ]


def test_roles_are_taken_together_and_apart_again() -> None:
    both = BOOK.apply(take_together(BOOK, "queen", "spirits"))
    assert both.get(Role, "queen").together == both.get(Role, "spirits").together != ""
    three = both.apply(take_together(both, "couple", "queen"))
    left = three.apply(take_together(three, "couple", ""))
    assert left.get(Role, "couple").together == ""
    assert left.get(Role, "queen").together != ""
    apart = left.apply(take_together(left, "queen", ""))
    assert {one.together for one in roles(apart, "lake")} == {""}
