"""Covers in order, without gaps, and nobody for themselves."""

from __future__ import annotations

import pytest

from castapp.domain.checks import Invalid
from castapp.domain.programme import cast_parts
from castapp.services.casting import cast_dancer, override
from tests.builders import company_book

SHOW = "show-2026-10-15-1170"


def test_nobody_covers_themselves() -> None:
    book = company_book()
    said = "Vega dances Queen there; nobody covers themselves"
    with pytest.raises(Invalid, match=said):
        cast_dancer(book, "cast-1", "queen", 1, "vega", 1)
    with pytest.raises(Invalid, match=said):
        override(book, SHOW, "queen", 1, "vega", cover=5)


def test_a_later_place_is_the_next_one() -> None:
    book = company_book()
    after = book.apply(cast_dancer(book, "cast-1", "queen", 1, "paz", 5))
    held = {slot[2] for slot in cast_parts(after, "cast-1") if slot[:2] == ("queen", 1)}
    assert held == {0, 1, 2}


def test_a_place_somebody_has_is_given_to_the_other() -> None:
    book = company_book()
    after = book.apply(cast_dancer(book, "cast-1", "queen", 1, "paz", 1))
    assert cast_parts(after, "cast-1")["queen", 1, 1][0].person_id == "paz"
