from __future__ import annotations

from dataclasses import replace

import pytest

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.repertory import Role
from castapp.services.castgrid.doubling import check_doubling
from castapp.services.stagecraft import Wish, fill
from tests.builders import company_book

BOOK = company_book()
SHOW = "show-2026-10-15-1170"


def check(*wishes: Wish, book: Book = BOOK) -> None:
    check_doubling(book, book.apply(fill(book, wishes)), wishes)


def test_two_roles_in_one_section_are_refused() -> None:
    with pytest.raises(Invalid, match="Vega would be in both Prince and Queen in Waltz"):
        check(Wish("prince", 1, "vega", performance_id=SHOW))


def test_two_spots_of_one_role_are_refused_in_a_cast() -> None:
    with pytest.raises(Invalid, match=r"Fox would be in spots 1 and 2 of Spirits \(in that cast\)"):
        check(Wish("spirits", 2, "fox", cast_id="cast-1"))


def test_changing_places_and_other_sections_are_fine() -> None:
    check(
        Wish("spirits", 1, "gia-kim", performance_id=SHOW),
        Wish("spirits", 2, "fox", performance_id=SHOW),
    )
    check(Wish("couple", 1, "vega", performance_id=SHOW))
    check(Wish("queen", 1, "lund", cover=1, performance_id=SHOW))


def test_roles_together_are_one_but_not_for_two_people() -> None:
    roles = [replace(BOOK.get(Role, one), together="lead") for one in ("queen", "prince")]
    book = company_book(roles)
    check(Wish("queen", 1, "paz", cast_id="cast-1"), book=book)
    with pytest.raises(Invalid, match="Queen is danced together with another role"):
        check(
            Wish("queen", 1, "paz", cast_id="cast-1"),
            Wish("prince", 1, "orr", cast_id="cast-1"),
            book=book,
        )
