from __future__ import annotations

from castapp.domain.calls import Call
from castapp.domain.draft import Draft
from castapp.services.replay import difference
from tests.builders import call, company_book


def test_the_difference_leads_from_one_book_to_the_other() -> None:
    old = company_book(call("a", 600, 60), call("b", 700, 60))
    draft = Draft(old)
    draft.set(old.get(Call, "a"), start=615)
    draft.drop(old.get(Call, "b"))
    for record in call("c", 800, 30):
        draft.put(record)
    new = old.apply(draft.edit("Move, drop, add"))
    there = difference(old, new)
    assert old.apply(there) == new
    assert {change.record.id for change in there.changes} == {"a", "b", "c"}
    assert not difference(new, new)
