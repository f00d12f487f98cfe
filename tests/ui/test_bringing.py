from __future__ import annotations

import pytest

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.draft import Draft
from castapp.domain.people import Person
from castapp.domain.record import Record
from castapp.domain.repertory import Production
from castapp.ui.bringing import in_words, screen_for
from tests.builders import MONDAY

VEGA = Person("vega", given="Ada", family="Vega")
LAKE = Production("lake", work="Swan Lake", title="Swan Lake")
CLASS = Call("class", day=MONDAY, start=600, minutes=75, kind="class")


@pytest.mark.parametrize(
    ("records", "screen"),
    [
        ((VEGA, LAKE, CLASS), "schedule"),
        ((VEGA, LAKE), "company"),
        ((LAKE,), "repertory"),
        ((), "today"),
    ],
)
def test_what_was_brought_is_shown_where_it_stands(
    records: tuple[Record, ...], screen: str
) -> None:
    draft = Draft(Book.of(()))
    for record in records:
        draft.put(record)
    assert screen_for(draft.edit("Import")) == screen


def test_what_comes_in_and_every_doubt_are_told() -> None:
    draft = Draft(Book.of(()))
    draft.put(VEGA)
    doubts = [f"Row {number} names nobody." for number in range(30)]
    shown = in_words("people.csv", draft.edit("Import"), doubts)
    assert shown.parts == (("What comes in", ("1 person",)), ("Look at these", tuple(doubts)))
    assert shown.yes == "Take it in"
