"""The book's laws: applying and taking back, indexes that follow, caches that do not lie."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from castapp.domain.book import Book, Stale
from castapp.domain.calls import Call
from castapp.domain.draft import Draft
from castapp.domain.edit import Change, Edit
from castapp.domain.people import Person
from tests.builders import FRIDAY, THURSDAY, call, company_book

BOOK = company_book(*(call(f"c{n}", 600 + 15 * n, 30, people=["fox"]) for n in range(5)))


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """A handful of moves, removals and new calls on the book."""
    draft = Draft(BOOK)
    for number in draw(st.lists(st.integers(0, 7), max_size=8)):
        found = draft.find(Call, f"c{number}")
        if found is None:
            draft.put(Call(f"c{number}", THURSDAY, draw(st.integers(0, 1439)), 45))
        elif draw(st.booleans()):
            draft.set(found, start=draw(st.integers(0, 1439)), day=FRIDAY)
        else:
            draft.drop(found)
    return draft.edit("Some changes")


@given(edits())
def test_an_edit_and_its_inverse_leave_the_same_book(edit: Edit) -> None:
    assert BOOK.apply(edit).apply(edit.inverse()) == BOOK


@given(edits())
def test_indexes_follow_every_edit(edit: Edit) -> None:
    BOOK.where(Call, "day", THURSDAY)
    after = BOOK.apply(edit)
    fresh = Book.of(after.all(Call))
    for day in (THURSDAY, FRIDAY):
        assert set(after.where(Call, "day", day)) == set(fresh.where(Call, "day", day))


@given(edits(), st.integers(0, 1439))
def test_two_edits_in_one_do_what_both_did(edit: Edit, start: int) -> None:
    between = BOOK.apply(edit)
    draft = Draft(between)
    draft.put(Call("late", FRIDAY, start, 30))
    for found in between.where(Call, "day", THURSDAY):
        draft.set(found, start=start)
    later = draft.edit("And more")
    assert BOOK.apply(edit.then(later)) == between.apply(later)


def test_an_edit_against_an_older_record_is_stale() -> None:
    before = BOOK.get(Call, "c1")
    moved = BOOK.apply(Edit("Move", (Change(before, replace(before, start=700)),)))
    with pytest.raises(Stale):
        moved.apply(Edit("Move", (Change(before, replace(before, start=800)),)))


def test_untouched_buckets_stay_the_same_object() -> None:
    book = company_book(call("c1", 600, 30), call("c2", 600, 30, day=FRIDAY))
    friday = book.where(Call, "day", FRIDAY)
    moved = Draft(book)
    moved.set(book.get(Call, "c1"), start=660)
    assert book.apply(moved.edit("Move")).where(Call, "day", FRIDAY) is friday


def test_a_cache_lives_until_one_of_its_kinds_changes() -> None:
    book = company_book(call("c1", 600, 30))
    book.cache("names", Person)["kept"] = 1
    calls = Draft(book)
    calls.set(book.get(Call, "c1"), start=660)
    people = Draft(book)
    people.set(book.get(Person, "vega"), given="Ava")
    assert book.apply(calls.edit("Move")).cache("names", Person) == {"kept": 1}
    assert book.apply(people.edit("Rename")).cache("names", Person) == {}


def test_an_empty_edit_says_so() -> None:
    draft = Draft(BOOK)
    draft.set(BOOK.get(Call, "c1"), start=BOOK.get(Call, "c1").start)
    assert not draft.edit("Nothing")
