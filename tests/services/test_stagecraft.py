"""Verbs of the casting and repertory screens."""

from __future__ import annotations

from dataclasses import replace

import pytest

from castapp.domain.book import Book
from castapp.domain.casting import Cast, Casting, Override, Performance
from castapp.domain.checks import Invalid
from castapp.domain.programme import parts, roles, sections
from castapp.domain.repertory import Role, Section
from castapp.services.casting import add_cast, override
from castapp.services.stagecraft import (
    Wish,
    clear_overrides,
    copy_spots,
    fill,
    insert_section,
    move_role,
    move_section,
    order_covers,
    rename_cast,
)
from tests.builders import company_book

SHOW = "show-2026-10-15-1170"
BOOK = company_book()


def held(book: Book, role_id: str, spot: int = 1) -> list[str | None]:
    show = book.get(Performance, SHOW)
    found = [one for one in parts(book, show) if (one.role_id, one.spot) == (role_id, spot)]
    return [one.person_id for one in sorted(found, key=lambda one: one.cover)]


def test_wishes_are_one_edit_and_one_undo() -> None:
    edit = fill(
        BOOK,
        [
            Wish("queen", 1, "paz", performance_id=SHOW),
            Wish("prince", 1, "orr", performance_id=SHOW),
        ],
        "Both",
    )
    after = BOOK.apply(edit)
    assert (held(after, "queen")[0], held(after, "prince")[0]) == ("paz", "orr")
    assert edit.label == "Both"
    assert after.apply(edit.inverse()) == BOOK


def test_a_wish_in_a_cast_changes_the_cast() -> None:
    after = BOOK.apply(fill(BOOK, [Wish("queen", 1, "paz", cast_id="cast-1")]))
    assert held(after, "queen")[0] == "paz"
    assert not after.all(Override)


@pytest.mark.parametrize(
    "wish",
    [
        Wish("queen", 1, None, performance_id=SHOW),
        Wish("queen", 1, None, cast_id="cast-1"),
    ],
)
def test_covers_are_put_in_order_and_taken_away(wish: Wish) -> None:
    two = BOOK.apply(order_covers(BOOK, wish, ["paz", "moss"]))
    assert held(two, "queen") == ["vega", "paz", "moss"]
    turned = two.apply(order_covers(two, wish, ["moss", "paz"]))
    assert held(turned, "queen") == ["vega", "moss", "paz"]
    none = turned.apply(order_covers(turned, wish, []))
    assert held(none, "queen") == ["vega"]


def test_following_the_cast_again_drops_dancer_covers_and_the_change_mid_show() -> None:
    book = BOOK.apply(override(BOOK, SHOW, "queen", 1, "paz"))
    book = book.apply(override(book, SHOW, "queen", 1, "fox", cover=1))
    book = book.apply(override(book, SHOW, "queen", 1, "moss", from_section_id="lake-ii"))
    book = book.apply(override(book, SHOW, "prince", 1, "orr"))
    after = book.apply(clear_overrides(book, SHOW, "queen", 1))
    assert held(after, "queen") == ["vega", "moss"]
    assert held(after, "prince")[0] == "orr"


def test_a_cast_is_renamed_and_not_to_nothing() -> None:
    after = BOOK.apply(rename_cast(BOOK, "cast-1", " A  team "))
    assert after.get(Cast, "cast-1").name == "A team"
    with pytest.raises(Invalid, match="name"):
        rename_cast(BOOK, "cast-1", " ")


def test_open_places_are_filled_from_another_cast() -> None:
    added = add_cast(BOOK, "lake")
    book = BOOK.apply(added)
    new = added.changes[0].id
    after = book.apply(copy_spots(book, "cast-1", new))
    assert len(after.where(Casting, "cast_id", new)) == len(
        after.where(Casting, "cast_id", "cast-1")
    )
    assert not copy_spots(after, "cast-1", new)


@pytest.mark.parametrize(
    ("section", "step", "order"),
    [
        ("lake-i-2", -1, ["lake-i-2", "lake-i-1", "lake-int", "lake-ii"]),
        ("lake-ii", 1, ["lake-i-1", "lake-i-2", "lake-int", "lake-ii"]),
        ("lake-i-1", 1, ["lake-i-2", "lake-i-1", "lake-int", "lake-ii"]),
    ],
)
def test_a_section_moves_and_stops_at_the_ends(section: str, step: int, order: list[str]) -> None:
    after = BOOK.apply(move_section(BOOK, section, step))
    assert [one.id for one in sections(after, "lake")] == order


def test_a_section_is_put_between_others() -> None:
    fresh = Section("new", "lake", 2, "Act I", "Entrance", 4)
    after = BOOK.apply(insert_section(BOOK, fresh))
    assert [one.id for one in sections(after, "lake")][:3] == ["lake-i-1", "new", "lake-i-2"]


def test_a_role_moves_in_the_billing() -> None:
    after = BOOK.apply(move_role(BOOK, "prince", -1))
    assert [one.id for one in roles(after, "lake")][:2] == ["prince", "queen"]


def test_roles_taken_together_follow_the_cast_again_together() -> None:
    book = company_book(
        [replace(BOOK.get(Role, one), together="queen") for one in ("queen", "couple")]
    )
    changed = book.apply(override(book, SHOW, "queen", 1, "paz"))
    assert held(changed, "couple")[0] == "paz"
    after = changed.apply(clear_overrides(changed, SHOW, "queen", 1))
    assert not after.all(Override)
