from __future__ import annotations

import pytest

from castapp.domain.edit import Change, Edit
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.services.eligible import Place, ask
from castapp.services.rank_meant import rank_meant
from tests.builders import WEDNESDAY, company_book

SHOW = "show-2026-10-15-1170"


def test_a_role_is_for_the_rank_of_those_who_dance_it() -> None:
    book = company_book()
    assert book.get(Person, "vega").family == "Vega"
    assert rank_meant(ask(book, Place("queen", 1, SHOW, "cast-1"), WEDNESDAY)) <= 1.0


@pytest.mark.parametrize(("kind", "place"), [("corps", 2.0), ("children", 2.0), ("group", 1.0)])
def test_a_new_role_is_for_the_rank_of_its_kind(kind: str, place: float) -> None:
    role = Role("new", "lake", 9, "Shadows", kind, 3, "F")
    book = company_book().apply(Edit("New role", (Change(None, role),)))
    assert rank_meant(ask(book, Place("new", 1, SHOW, "cast-1"), WEDNESDAY)) == place
