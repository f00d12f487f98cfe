from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Override
from castapp.ui.screens.casting.columns import Column, cast_columns, performance_columns
from castapp.ui.screens.casting.edits import (
    cover,
    dance,
    empty,
    paint,
    say_why,
    seat_of,
    take_over,
)
from tests.builders import FRIDAY, THURSDAY, company_book, show

BOOK = company_book(show(FRIDAY))
NIGHT = performance_columns(BOOK, "lake", THURSDAY)[0]
NEXT = performance_columns(BOOK, "lake", THURSDAY)[1]
FIRST = cast_columns(BOOK, "lake", THURSDAY)[0]


def queen(book: Book, column: Column) -> tuple[tuple[str, ...], list[str]]:
    seat = seat_of(book, "queen", 1, column)
    return seat.dancing, [who for _, who in seat.covers]


def test_a_pick_on_one_night_leaves_the_cast_and_the_other_nights() -> None:
    after = BOOK.apply(dance(BOOK, "queen", 1, NIGHT, "paz"))
    assert queen(after, NIGHT) == (("paz",), ["moss"])
    assert queen(after, NEXT) == (("vega",), ["moss"])
    assert queen(after, FIRST) == (("vega",), ["moss"])


def test_a_pick_in_the_cast_changes_every_night() -> None:
    after = BOOK.apply(dance(BOOK, "queen", 1, FIRST, "paz"))
    assert queen(after, NIGHT)[0] == queen(after, NEXT)[0] == ("paz",)


def test_a_cover_who_goes_on_covers_no_more_and_it_is_one_edit() -> None:
    edit = dance(BOOK, "queen", 1, FIRST, "moss")
    after = BOOK.apply(edit)
    assert queen(after, FIRST) == (("moss",), [])
    assert after.apply(edit.inverse()) == BOOK


def test_covers_are_added_last_and_once() -> None:
    after = BOOK.apply(cover(BOOK, "queen", 1, NIGHT, "paz"))
    assert queen(after, NIGHT)[1] == ["moss", "paz"]
    assert not cover(after, "queen", 1, NIGHT, "paz")


def test_why_is_kept_with_the_same_dancer() -> None:
    changed = BOOK.apply(dance(BOOK, "queen", 1, NIGHT, "paz"))
    after = changed.apply(say_why(changed, "queen", 1, NIGHT, "put in"))
    assert [(one.person_id, one.why) for one in after.all(Override)] == [("paz", "put in")]


def test_taking_over_mid_show_keeps_who_begins() -> None:
    after = BOOK.apply(take_over(BOOK, "queen", 1, NIGHT, "moss", "lake-ii"))
    turn = seat_of(after, "queen", 1, NIGHT).turn
    assert queen(after, NIGHT)[0] == ("vega",)
    assert turn is not None
    assert (turn.section_id, turn.person_id) == ("lake-ii", "moss")


def test_emptying_is_one_edit_and_leaves_out_what_is_open() -> None:
    edit = empty(BOOK, [("queen", 1, NIGHT), ("prince", 1, NIGHT)])
    after = BOOK.apply(edit)
    assert edit.label == "2 spots left open"
    assert queen(after, NIGHT)[0] == ()
    assert not empty(after, [("queen", 1, NIGHT)])


def test_painting_changes_the_nights_that_differ() -> None:
    edit = paint(BOOK, [NIGHT.key, NEXT.key], "cast-2")
    after = BOOK.apply(edit)
    assert {one.cast_id for one in after.all(BillItem)} == {"cast-2"}
    assert not paint(after, [NIGHT.key], "cast-2")
