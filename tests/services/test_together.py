from __future__ import annotations

import pytest

from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.services.together import change_calls, copy_calls, shift_calls, unplace_calls
from tests.builders import FRIDAY, SATURDAY, THURSDAY, call, company_book

BOOK = company_book(
    call("a", 600, 60, people=["vega"]),
    call("b", 700, 60, day=FRIDAY, studio_id="studio-2"),
)
BOTH = ("a", "b")


def test_the_same_is_set_for_all_in_one_step() -> None:
    edit = change_calls(BOOK, BOTH, state="tentative", lead_id="hall")
    after = BOOK.apply(edit)
    calls = [after.get(Call, one) for one in BOTH]
    assert [(one.state, one.lead_id) for one in calls] == [("tentative", "hall")] * 2
    assert edit.label == "Change 2 calls"


def test_all_move_by_as_much_and_none_leaves_its_day() -> None:
    after = BOOK.apply(shift_calls(BOOK, BOTH, -15))
    assert [after.get(Call, one).start for one in BOTH] == [585, 685]
    with pytest.raises(Invalid):
        shift_calls(BOOK, BOTH, -615)


def test_all_wait_for_a_place() -> None:
    after = BOOK.apply(unplace_calls(BOOK, BOTH))
    assert [after.get(Call, one).studio_id for one in BOTH] == [None, None]


def test_copies_keep_their_days_apart() -> None:
    edit = copy_calls(BOOK, BOTH, FRIDAY)
    after = BOOK.apply(edit)
    assert [one.start for one in after.where(Call, "day", FRIDAY)].count(600) == 1
    assert [one.start for one in after.where(Call, "day", SATURDAY)] == [700]
    assert edit.label == "Copy 2 calls to Fri 16 Oct"
    assert after.where(Call, "day", THURSDAY) == BOOK.where(Call, "day", THURSDAY)
