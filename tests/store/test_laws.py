from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from castapp.domain.availability import RESTRICTIONS, STATUSES, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.calls import CALL_KINDS, Call, Called
from castapp.domain.casting import Performance
from castapp.domain.draft import Draft
from castapp.domain.office import Note
from castapp.domain.people import Person
from castapp.domain.record import Record
from castapp.domain.records import KINDS
from castapp.domain.repertory import DEMANDS, Production, Role
from castapp.services.desk import Desk, Refused
from tests.store.places import Opened

Step = Callable[[Draft, Book], None]

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn")), max_size=20
)
NAMES = TEXTS.filter(str.strip)
PEOPLE = st.sampled_from([f"p{n}" for n in range(4)])
CALLS = st.sampled_from([f"c{n}" for n in range(4)])
ROLES = st.sampled_from(["r0", "r1"])
CLOCKS = st.integers(0, 1439)
MAYBE_CLOCK = st.none() | CLOCKS


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


def named(prefix: str) -> st.SearchStrategy[str]:
    return st.integers(0, 3).map(lambda number: f"{prefix}{number}")


RECORDS: st.SearchStrategy[Record] = st.one_of(
    st.builds(
        Person,
        named("p"),
        given=TEXTS,
        family=NAMES,
        born=st.none() | DAYS,
        height_cm=st.none() | st.integers(90, 230),
        coach_id=st.none() | PEOPLE,
        duties=some(st.sampled_from(["dancer", "coach", "répétiteur"])),
    ),
    st.builds(Production, named("w"), work=NAMES, title=NAMES, new_work=st.booleans()),
    st.builds(
        Role,
        st.sampled_from(["r0", "r1"]),
        production_id=named("w"),
        order=st.integers(0, 9),
        name=NAMES,
        demands=some(st.sampled_from(DEMANDS)),
        effort=st.floats(0, 10),
    ),
    st.builds(
        Call,
        named("c"),
        day=DAYS,
        start=CLOCKS,
        minutes=st.integers(1, 960),
        kind=st.sampled_from(CALL_KINDS),
        production_id=st.none() | named("w"),
        sections=some(NAMES),
        lead_id=st.none() | PEOPLE,
        note=TEXTS,
        actual_start=MAYBE_CLOCK,
    ),
    st.builds(
        Called,
        named("l"),
        call_id=CALLS,
        whom=st.just("role"),
        role_id=ROLES,
        cast_ids=some(NAMES),
        spots=some(st.integers(1, 99)),
        covers=st.booleans(),
        joins=MAYBE_CLOCK,
    ),
    st.builds(
        Participation,
        named("s"),
        person_id=PEOPLE,
        since=DAYS,
        status=st.sampled_from(STATUSES),
        restrictions=some(
            st.builds(Restriction, st.sampled_from(RESTRICTIONS), st.floats(0, 10_000))
        ),
        since_clock=MAYBE_CLOCK,
    ),
    st.builds(Performance, named("v"), day=DAYS, curtain=CLOCKS, note=TEXTS),
    st.builds(Note, named("n"), text=NAMES, day=st.none() | DAYS, about_id=st.none() | PEOPLE),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.lists(RECORDS, min_size=1, max_size=6)),
        st.tuples(st.just("drop"), st.lists(RECORDS, min_size=1, max_size=3)),
        st.tuples(st.sampled_from(["undo", "redo", "swap"]), st.just([])),
    ),
    max_size=8,
)
REFERENCES = {
    "person_id": Person,
    "coach_id": Person,
    "lead_id": Person,
    "call_id": Call,
    "role_id": Role,
    "production_id": Production,
}


def loose(book: Book) -> list[Record]:
    """Records of the book that point at what is not there."""
    return [
        record
        for kind in KINDS
        for record in book.all(kind)
        for name, target in REFERENCES.items()
        if getattr(record, name, None) and book.find(target, getattr(record, name)) is None
    ]


def stepped(book: Book, what: str, records: list[Record]) -> Draft:
    """The step as a draft, without what would leave a record pointing at nothing."""
    draft = Draft(book)
    for record in records:
        if what == "put":
            draft.put(record)
        else:
            draft.drop(record)
    after = book.apply(draft.edit(""))
    while found := loose(after):
        for record in found:
            draft.drop(record)
        after = book.apply(draft.edit(""))
    return draft


@given(records=st.lists(RECORDS), steps=STEPS)
def test_an_edit_and_its_inverse_leave_the_book_as_it_was(
    records: list[Record], steps: list[tuple[str, list[Record]]]
) -> None:
    book = Book.of(records)
    for what, changed in steps:
        edit = stepped(book, what, changed).edit("Step")
        after = book.apply(edit)
        assert after.apply(edit.inverse()) == book
        book = after


@pytest.fixture
def made(address: str, opened: Opened) -> str:
    """The address of a new company; every example clears it first."""
    opened.create(address).close()
    return address


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_what_is_stored_is_what_the_desks_have(
    made: str, opened: Opened, steps: list[tuple[str, list[Record]]]
) -> None:
    desk, other = opened.desk(made, "Ada"), opened.desk(made, "Bo")
    clear(desk)
    for what, records in steps:
        if what in ("undo", "redo"):
            with suppress(Refused):  # the other desk's changes may stand on it
                desk.undo() if what == "undo" else desk.redo()
        elif what == "swap":
            desk, other = other, desk
            desk.catch_up()
        else:
            desk.commit(stepped(desk.book, what, records).edit("Step"))
    again = opened.desk(made)
    assert again.book == desk.book
    other.catch_up()
    assert other.book == desk.book
    for one in (desk, other, again):
        one.close()


def clear(desk: Desk) -> None:
    draft = Draft(desk.book)
    for kind in KINDS:
        for record in desk.book.all(kind):
            draft.drop(record)
    desk.commit(draft.edit("Cleared"))
