"""Covers in order, without gaps, and nobody for themselves."""

from __future__ import annotations

import pytest

from castapp.domain.checks import Invalid
from castapp.domain.programme import cast_parts
from castapp.domain.repertory import Role
from castapp.services.casting import cast_dancer, override
from castapp.services.coverplace import cover_severity, covers_asked, on_stage_words
from castapp.services.rulebook import put_number, put_severity
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


def test_the_company_says_which_roles_are_covered() -> None:
    book = company_book()
    asked = {one: covers_asked(book, book.get(Role, one)) for one in ("queen", "couple", "spirits")}
    assert asked == {"queen": 1, "couple": 1, "spirits": 0}
    corps = book.apply(put_number(book, "uncovered", "corps", 2))
    assert covers_asked(corps, corps.get(Role, "spirits")) == 2
    off = book.apply(put_severity(book, "uncovered", "off"))
    assert covers_asked(off, off.get(Role, "queen")) == 0
    assert (cover_severity(book), cover_severity(off)) == ("note", "note")


def test_a_cover_on_stage_is_told_of_on_a_night_and_in_a_cast() -> None:
    book = company_book()
    night = book.apply(override(book, SHOW, "queen", 1, "fox", cover=1))
    said = "Fox could not go on for Queen: dances Spirits 1 then."
    assert on_stage_words(night, "queen", 1, "fox", night=SHOW) == said
    assert on_stage_words(book, "queen", 1, "moss", night=SHOW) == ""
    cast = book.apply(cast_dancer(book, "cast-1", "queen", 1, "fox", 1))
    assert on_stage_words(cast, "queen", 1, "fox", cast_id="cast-1") == said
