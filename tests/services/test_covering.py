"""A put-in call on the schedule, and calls left by whoever is off."""

from __future__ import annotations

import pytest

from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.repertory import Role
from castapp.services.cover.openings import missed
from castapp.services.cover.putin import put_ins
from castapp.services.cover.request import Request
from castapp.services.cover.solve import fewest
from castapp.services.covering import add_put_in, leave_calls
from tests.builders import THURSDAY, call, company_book

NIGHT = Request(("vega",), THURSDAY, 12 * 60, THURSDAY)


def test_a_put_in_is_one_call_with_its_people() -> None:
    book = company_book()
    solution = fewest(book, NIGHT)
    assert solution is not None
    (proposed,) = put_ins(book, NIGHT, solution)
    after = book.apply(add_put_in(book, proposed))
    made = after.get(Call, proposed.call.id)
    people = {line.person_id for line in after.where(Called, "call_id", made.id)}
    assert people == {"moss", "okoro"}
    draft = Draft(book)
    draft.drop(book.get(Role, "queen"))
    with pytest.raises(Invalid, match="no longer there"):
        add_put_in(book.apply(draft.edit("without")), proposed)


def test_calls_missed_are_left_and_stay_for_the_others() -> None:
    book = company_book(call("c", 17 * 60, 30, people=["vega", "fox"]))
    edit = leave_calls(book, NIGHT)
    assert edit is not None
    after = book.apply(edit)
    assert not any(one.call_id for one in missed(after, NIGHT))
    assert after.get(Call, "c") == book.get(Call, "c")
    assert leave_calls(after, NIGHT) is None
