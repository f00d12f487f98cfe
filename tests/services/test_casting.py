"""The verbs on casting: casts, covers, overrides, and roles one dancer takes together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from castapp.domain.casting import BillItem, Casting, Danced, Override, Performance
from castapp.domain.checks import Invalid
from castapp.domain.programme import casts, parts
from castapp.domain.repertory import Production, Role
from castapp.services.casting import (
    add_cast,
    cast_dancer,
    clear_override,
    copy_cast,
    copy_into,
    override,
    record_danced,
    remove_cast,
    take_cast,
)
from tests.builders import THURSDAY, casting, company_book

SHOW = f"show-{THURSDAY.isoformat()}-1170"
BOOK = company_book()


def who(book: object, role_id: str, cover: int = 0) -> list[str | None]:
    from castapp.domain.book import Book

    assert isinstance(book, Book)
    show = book.get(Performance, SHOW)
    return [p.person_id for p in parts(book, show) if (p.role_id, p.cover) == (role_id, cover)]


def test_casting_follows_into_the_performance() -> None:
    edit = cast_dancer(BOOK, "cast-1", "queen", 1, "paz")
    assert who(BOOK.apply(edit), "queen") == ["paz"]
    assert edit.label == "Paz dances Queen, 1st cast of Lake"


def test_a_cover_is_ranked() -> None:
    after = BOOK.apply(cast_dancer(BOOK, "cast-1", "queen", 1, "paz", 2))
    assert who(after, "queen", 1) == ["moss"]
    assert who(after, "queen", 2) == ["paz"]


def test_an_emptied_spot_is_open() -> None:
    assert who(BOOK.apply(cast_dancer(BOOK, "cast-1", "queen", 1, None)), "queen") == [None]


def test_casting_mends_a_spot_filled_twice() -> None:
    twice = company_book([casting("cast-1", "queen", 1, "paz")])
    after = twice.apply(cast_dancer(twice, "cast-1", "queen", 1, "moss"))
    assert who(after, "queen") == ["moss"]


def test_roles_taken_together_move_together() -> None:
    queen, spirits = BOOK.get(Role, "queen"), BOOK.get(Role, "spirits")
    book = company_book(
        [replace(queen, together="both"), replace(spirits, together="both", spots=1)]
    )
    after = book.apply(cast_dancer(book, "cast-1", "queen", 1, "paz"))
    assert who(after, "spirits") == ["paz"]


def test_the_label_says_what_moves_with_it_and_spots_keep_their_number() -> None:
    pair = [replace(BOOK.get(Role, one), together="both") for one in ("queen", "spirits")]
    book = company_book(pair)
    first = cast_dancer(book, "cast-1", "spirits", 1, "paz")
    assert first.label == "Paz dances Spirits 1 with Queen, 1st cast of Lake"
    second = cast_dancer(book, "cast-1", "spirits", 2, "paz")
    assert who(book.apply(second), "queen") == ["vega"]
    assert override(book, SHOW, "queen", 1, "paz").label == (
        "Paz dances Queen with Spirits 1, Thu 15 Oct"
    )


def test_a_role_of_another_ballet_is_refused() -> None:
    other = [
        Production("other", work="Other", title="Other"),
        Role("stranger", production_id="other", order=1, name="Stranger"),
    ]
    book = company_book(other)
    with pytest.raises(Invalid, match="Stranger is not in Lake"):
        cast_dancer(book, "cast-1", "stranger", 1, "paz")
    with pytest.raises(Invalid, match="Stranger is of Other, which is not danced Thu 15 Oct"):
        override(book, SHOW, "stranger", 1, "paz")


def test_a_cast_is_made_exactly_as_another() -> None:
    edit = copy_into(BOOK, "cast-1", "cast-2")
    book = BOOK.apply(edit)
    assert edit.label == "2nd cast is now as the 1st"
    held = [
        {
            (one.role_id, one.spot, one.cover, one.person_id)
            for one in book.where(Casting, "cast_id", c)
        }
        for c in ("cast-1", "cast-2")
    ]
    assert held[0] == held[1]
    assert book.apply(edit.inverse()) == BOOK
    assert not copy_into(book, "cast-1", "cast-2")


def test_an_override_differs_and_is_cleared() -> None:
    after = BOOK.apply(override(BOOK, SHOW, "queen", 1, "moss", why="guesting"))
    assert who(after, "queen") == ["moss"]
    (kept,) = after.where(Override, "performance_id", SHOW)
    assert after.apply(clear_override(after, kept.id)) == BOOK


def test_giving_back_the_casts_own_dancer_takes_the_override_away() -> None:
    after = BOOK.apply(override(BOOK, SHOW, "queen", 1, "moss"))
    assert after.apply(override(after, SHOW, "queen", 1, "vega")) == BOOK


def test_casts_are_added_copied_taken_and_removed() -> None:
    added = BOOK.apply(add_cast(BOOK, "lake"))
    assert [cast.name for cast in casts(added, "lake")] == ["1st", "2nd", "3rd"]
    copied = BOOK.apply(copy_cast(BOOK, "cast-1"))
    third = casts(copied, "lake")[-1]
    assert len(copied.where(Casting, "cast_id", third.id)) == len(
        BOOK.where(Casting, "cast_id", "cast-1")
    )
    taken = BOOK.apply(take_cast(BOOK, [f"bill-{SHOW}"], "cast-2"))
    assert who(taken, "queen") == ["moss"]
    gone = taken.apply(remove_cast(taken, "cast-2"))
    assert gone.get(BillItem, f"bill-{SHOW}").cast_id is None
    assert who(gone, "queen") == [None]


def test_what_was_danced_is_written_down() -> None:
    after = BOOK.apply(record_danced(BOOK, SHOW))
    assert after.get(Performance, SHOW).state == "given"
    assert {one.person_id for one in after.where(Danced, "performance_id", SHOW)} == {
        "vega", "okoro", "paz", "orr", "fox", "gia-kim"
    }  # fmt: skip


def test_a_spot_a_role_does_not_have() -> None:
    with pytest.raises(Invalid, match="has no spot 3"):
        cast_dancer(BOOK, "cast-1", "spirits", 3, "fox")
