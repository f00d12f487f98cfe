from __future__ import annotations

import pytest

from castapp.domain.casting import Cast, Casting, Override, Performance
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.domain.repertory import Production, Role
from castapp.ui.screens.casting.places import Found, find_place
from tests.builders import THURSDAY, company_book

SHOW = "show-2026-10-15-1170"
ITEM = f"bill-{SHOW}"
BOOK = company_book([Override("o", SHOW, "spirits", 2, "fox")])


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        (Ref(Performance, SHOW), Found("lake", ITEM, day=THURSDAY)),
        (Ref(Cast, "cast-2"), Found("lake", "cast-2", by_cast=True)),
        (Ref(Casting, "cast-1-couple-2-0-orr"), Found("lake", "cast-1", True, "couple", 2)),
        (Ref(Casting, "cast-1-queen-1-0-vega"), Found("lake", "cast-1", True, "queen", 0)),
        (Ref(Override, "o"), Found("lake", ITEM, False, "spirits", 2, THURSDAY)),
        (Ref(Role, "queen"), Found("lake", ITEM, role_id="queen")),
        (Ref(Production, "lake"), Found("lake", "")),
        (Ref(Person, "vega"), None),
        (Ref(Performance, "gone"), None),
    ],
)
def test_place(ref: Ref, found: Found | None) -> None:
    assert find_place(BOOK, ref, "lake", THURSDAY) == found
