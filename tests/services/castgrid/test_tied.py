"""Roles taken together, and the casting that says otherwise."""

from __future__ import annotations

from dataclasses import replace

from castapp.domain.casting import Override
from castapp.domain.repertory import Role
from castapp.services.castgrid.firsts import past_words, starred
from castapp.services.castgrid.tied import contradicting, tied
from tests.builders import company_book

SHOW = "show-2026-10-15-1170"


def test_who_contradicts_a_policy_is_named() -> None:
    book = company_book([Override("o", SHOW, "queen", 1, "okoro")])
    both = [replace(book.get(Role, one), together="pair") for one in ("queen", "prince")]
    tied_book = company_book([Override("o", SHOW, "queen", 1, "paz")], both)
    assert [one.name for one in tied(tied_book, "queen")] == ["Prince"]
    assert contradicting(tied_book, ["queen", "prince"]) == (
        "1st cast: Vega / Okoro", "2nd cast: Moss / Lund", "Thu 15 Oct: Paz / Okoro",
    )  # fmt: skip
    assert contradicting(tied_book, ["queen"]) == ()


def test_a_star_stands_at_the_name_it_is_of() -> None:
    book = company_book()
    assert starred(book, SHOW, "couple", [(1, "paz"), (2, "orr")]) == ["Paz*", "Orr*"]
    assert starred(book, SHOW, "couple", [(2, "paz")]) == ["Paz"]
    assert past_words(book) == ""
