from __future__ import annotations

import pytest

from castapp.domain.casting import Override
from castapp.domain.checks import Invalid
from castapp.domain.repertory import Role, StagePlace
from castapp.services.castgrid.stagemap import (
    clear_places,
    dancer_at,
    in_lines,
    map_letters,
    move_place,
    places,
    swap,
)
from castapp.services.stagecraft import Wish, fill
from tests.builders import company_book, show

BOOK = company_book()
SHOW = "show-2026-10-15-1170"
CAST = [Wish("spirits", spot, None, cast_id="cast-1") for spot in (1, 2)]
NIGHT = [Wish("spirits", spot, None, performance_id=SHOW) for spot in (1, 2)]


@pytest.mark.parametrize("spots", [1, 2, 6, 7, 16, 24, 99])
def test_lines_hold_everybody_on_the_stage_and_apart(spots: int) -> None:
    stand = in_lines(spots)
    assert len(set(stand)) == spots
    lines = {one.depth for one in stand}
    assert max(sum(one.depth == depth for one in stand) for depth in lines) <= 6
    assert [one.depth for one in stand] == sorted(one.depth for one in stand)


def test_places_are_moved_kept_on_the_stage_and_drawn_in_lines_again() -> None:
    edit = move_place(BOOK, "spirits", 2, 120, 30)
    book = BOOK.apply(edit)
    assert edit.label == "Spirits 2 stands elsewhere"
    assert places(book.get(Role, "spirits"))[1] == StagePlace(100, 30)
    assert places(book.get(Role, "spirits"))[0] == in_lines(2)[0]
    assert not move_place(book, "spirits", 2, 100, 30)
    assert book.apply(clear_places(book, "spirits")) == BOOK
    assert not clear_places(BOOK, "spirits")


def test_two_change_places_in_the_cast_and_back() -> None:
    edit = swap(BOOK, *CAST)
    assert edit.label == "Fox and Kim G. change places in Spirits, 1st cast"
    book = BOOK.apply(edit)
    assert [dancer_at(book, one) for one in (*CAST, *NIGHT)] == ["gia-kim", "fox"] * 2
    assert not book.all(Override)
    back = book.apply(swap(book, *CAST))
    assert [dancer_at(back, one) for one in CAST] == ["fox", "gia-kim"]


def test_on_one_night_the_cast_stays_and_back_follows_it_again() -> None:
    edit = swap(BOOK, *NIGHT)
    assert edit.label == "Fox and Kim G. change places in Spirits, Thu 15 Oct"
    book = BOOK.apply(edit)
    assert [dancer_at(book, one) for one in CAST] == ["fox", "gia-kim"]
    assert [dancer_at(book, one) for one in NIGHT] == ["gia-kim", "fox"]
    assert book.apply(swap(book, *NIGHT)) == BOOK


def test_an_open_place_takes_the_other_but_two_open_are_refused() -> None:
    book = BOOK.apply(fill(BOOK, [CAST[0]]))
    edit = swap(book, *CAST)
    assert edit.label == "Kim G. changes places in Spirits, 1st cast"
    assert [dancer_at(book.apply(edit), one) for one in CAST] == ["gia-kim", None]
    empty = book.apply(fill(book, [CAST[1]]))
    with pytest.raises(Invalid, match="Nobody dances Spirits 1 or 2"):
        swap(empty, *CAST)


def test_maps_have_letters_and_the_same_map_has_the_same() -> None:
    role = BOOK.get(Role, "spirits")
    assert map_letters(BOOK, role) == {"cast-1": "A", "cast-2": "B"}
    same = BOOK.apply(fill(BOOK, [Wish("spirits", 2, "gia-kim", cast_id="cast-2")]))
    assert map_letters(same, role) == {"cast-1": "A", "cast-2": "A"}
    assert map_letters(company_book(show(cast_id=None)), role)["cast-2"] == "B"
