from __future__ import annotations

import pytest

from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.services.findings import new_findings
from castapp.services.places import place_all
from tests.builders import FRIDAY, call, company_book


def test_the_whole_tray_finds_places_that_leave_each_other_room() -> None:
    book = company_book(
        *(
            call(name, 600, 60, people=("vega", "okoro"), day=FRIDAY, studio_id=None)
            for name in ("a", "b", "c")
        )
    )
    placing = place_all(book, ["a", "b", "c"], [FRIDAY])
    assert {call_id for call_id, _ in placing.places} == {"a", "b", "c"}
    assert placing.left == ()
    assert placing.edit.label == "Place 3 calls"
    assert not [one for one in new_findings(book, placing.edit) if one.severity == "hard"]
    after = book.apply(placing.edit)
    assert all(after.get(Call, one).studio_id for one in ("a", "b", "c"))


def test_what_finds_no_place_is_left_with_the_reason() -> None:
    book = company_book(
        call("a", 600, 60, people=("vega",), day=FRIDAY, studio_id=None),
        call("b", 420, 900, people=("vega",), day=FRIDAY),
    )
    placing = place_all(book, ["a"], [FRIDAY])
    assert placing.places == ()
    assert placing.left[0][1].startswith("Whenever a studio is free")
    assert not placing.edit


def test_a_call_that_is_gone_is_refused() -> None:
    with pytest.raises(Invalid, match="no longer there"):
        place_all(company_book(), ["gone"], [FRIDAY])
