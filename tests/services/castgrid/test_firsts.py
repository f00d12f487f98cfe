from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from castapp.domain import career
from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Danced, Performance
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.people import CareerLine
from castapp.domain.repertory import Production, Role
from castapp.services.castgrid.firsts import firsts
from castapp.services.casting import cast_dancer, override
from castapp.services.sample import sample_book
from tests.builders import FRIDAY, SATURDAY, company_book, show

THU, FRI = "show-2026-10-15-1170", "show-2026-10-16-1170"
TODAY = date(2026, 10, 14)
RUN = company_book(show(FRIDAY, cast_id="cast-2"), show(SATURDAY))


def by_career(book: Book, production_id: str) -> set[tuple[str, str, int, str]]:
    """The first times as the career record tells them, show by show."""
    shows = (
        book.get(Performance, item.performance_id)
        for item in book.where(BillItem, "production_id", production_id)
    )
    return {
        (one.performance.id, one.role_id, one.spot, one.person_id)
        for one in career.debuts(book, [show for show in shows if show.state != "cancelled"])
        if book.get(Role, one.role_id).production_id == production_id
    }


def told(book: Book, production_id: str) -> set[tuple[str, str, int, str]]:
    found = firsts(book, production_id)
    return {(night, *one) for night, members in found.items() for one in members}


def put(book: Book, *records: Performance | CareerLine | Danced) -> Edit:
    draft = Draft(book)
    for one in records:
        draft.put(one)
    return draft.edit("Change")


EDITS: dict[str, Callable[[Book], Edit]] = {
    "cast": lambda book: cast_dancer(book, "cast-1", "queen", 1, "paz"),
    "one night": lambda book: override(book, FRI, "queen", 1, "fox"),
    "cancelled": lambda book: put(book, replace(book.get(Performance, THU), state="cancelled")),
    "earlier": lambda book: put(book, replace(book.get(Performance, FRI), day=TODAY)),
    "noted": lambda book: put(book, Danced("d", THU, "queen", 1, "hart")),
    "known": lambda book: put(
        book, CareerLine("l", "vega", book.get(Production, "lake").work, "Queen", times=2)
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_it_is_what_the_career_record_tells_after_each_change(
    edit: Callable[[Book], Edit],
) -> None:
    assert told(RUN, "lake") == by_career(RUN, "lake")
    after = RUN.apply(edit(RUN))
    assert told(after, "lake") == by_career(after, "lake")


def test_of_the_sample_too() -> None:
    book = sample_book(TODAY)
    for work in book.all(Production):
        assert told(book, work.id) == by_career(book, work.id)


def test_a_night_with_the_same_first_times_keeps_them() -> None:
    run = company_book(show(FRIDAY, cast_id="cast-2"))
    before = firsts(run, "lake")
    after = run.apply(cast_dancer(run, "cast-2", "queen", 1, "paz"))
    assert firsts(after, "lake")[THU] is before[THU]
    assert firsts(after, "lake")[FRI] != before[FRI]


def test_where_nothing_of_the_past_is_known_nothing_is_first() -> None:
    draft = Draft(RUN)
    for line in RUN.all(CareerLine):
        draft.drop(line)
    bare = RUN.apply(draft.edit("Bare"))
    assert told(bare, "lake") == by_career(bare, "lake") == set()
