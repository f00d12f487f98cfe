from __future__ import annotations

from castapp.domain.called_lines import called_lines
from castapp.domain.calls import Call, Called
from castapp.domain.draft import Draft
from castapp.domain.record import new_id
from tests.builders import call, company_book


def test_a_line_taken_out_comes_back_to_its_place() -> None:
    made = [
        Called(new_id(), "c", "person", person_id=one) for one in ("vega", "okoro", "moss", "fox")
    ]
    book = company_book(call("c", 600, 60), made)
    draft = Draft(book)
    for line in made[:2]:
        draft.drop(line)
    edit = draft.edit("Take two out")
    without = book.apply(edit)
    again = without.apply(edit.inverse())
    told = called_lines(again, again.get(Call, "c"))
    assert list(told) == made
    assert list(again.where(Called, "call_id", "c")) != made
    assert called_lines(again, again.get(Call, "c")) is told
    assert [line.person_id for line in called_lines(without, book.get(Call, "c"))] == [
        "moss",
        "fox",
    ]
