from __future__ import annotations

import pytest

from castapp.domain.availability import Absence
from castapp.domain.checks import Invalid
from castapp.services.places import who_is_free
from tests.builders import FRIDAY, THURSDAY, call, company_book


def test_people_by_rank_with_what_is_around() -> None:
    book = company_book(
        call("a", 600, 60, people=("vega", "fox"), day=FRIDAY, production_id="lake"),
        call("b", 720, 60, people=("vega",), day=FRIDAY, production_id="lake"),
        call("c", 660, 60, people=("okoro",), day=FRIDAY),
        [Absence("x", "moss", FRIDAY, FRIDAY)],
    )
    free = who_is_free(book, FRIDAY, 660, 720)
    ids = [one.person_id for one in free]
    assert ids[:2] == ["lund", "vega"]
    assert not {"okoro", "moss"} & set(ids)
    assert next(one for one in free if one.person_id == "vega").words == (
        "from LK (S1) until 11.00, to LK (S1) at 12.00"
    )
    assert next(one for one in free if one.person_id == "lund").words == "nothing else that day"
    assert next(one for one in free if one.person_id == "vega").minutes == 120


def test_the_show_is_in_the_way_and_what_one_goes_to() -> None:
    book = company_book()
    assert "vega" not in {one.person_id for one in who_is_free(book, THURSDAY, 1180, 1200)}
    early = {one.person_id: one for one in who_is_free(book, THURSDAY, 600, 660)}
    assert early["vega"].words == "to the show Lake at 18.55"


def test_staff_are_asked_for_apart() -> None:
    book = company_book(call("a", 600, 60, day=FRIDAY, lead_id="hall"))
    assert [one.person_id for one in who_is_free(book, FRIDAY, 600, 660, staff=True)] == [
        "reyes", "ito",
    ]  # fmt: skip


def test_a_span_the_wrong_way_round_is_refused() -> None:
    with pytest.raises(Invalid, match="ends before it begins"):
        who_is_free(company_book(), FRIDAY, 700, 600)
