from __future__ import annotations

import pytest

from castapp.domain.checks import Invalid
from castapp.services.castgrid.naming import DancerNames
from tests.builders import company_book, dancer

NAMES = DancerNames(company_book(dancer("Élise Müller")))


@pytest.mark.parametrize(
    ("written", "person_id"),
    [
        ("Ada Vega", "vega"),
        ("Vega, Ada", "vega"),
        ("VEGA Ada", "vega"),
        ("a. vega", "vega"),
        ("Kim H.", "hana-kim"),
        ("elise  muller", "müller"),
        ("open", None),
        (" – ", None),
        ("", None),
    ],
)
def test_any_way_a_name_is_written(written: str, person_id: str | None) -> None:
    assert NAMES.find(written, "Queen, Thu 15") == person_id


def test_staff_who_do_not_dance_are_nobody() -> None:
    with pytest.raises(Invalid, match=r"No dancer is called “Rosa Hall” \(Queen, Thu 15\)"):
        NAMES.find("Rosa Hall", "Queen, Thu 15")
