"""How ready somebody is for a role, and saying otherwise by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from castapp.domain.casting import Cast
from castapp.domain.checks import Invalid
from castapp.domain.people import CareerLine
from castapp.domain.record import Record
from castapp.services.readiness import STATES, Readiness, correct, readiness, readiness_of
from tests.builders import (
    FRIDAY,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    call,
    casting,
    company_book,
    role_line,
)

DAYS = (date(2026, 10, 8), date(2026, 10, 9), MONDAY, TUESDAY, WEDNESDAY)


def rehearsals(count: int, kind: str = "rehearsal") -> list[Record]:
    records: list[Record] = []
    for number, day in enumerate(DAYS[:count]):
        line = role_line(f"l{number}", "queen", "cast-2")
        records += call(f"c{number}", 660, 60, line, day=day, production_id="lake", kind=kind)
    return records


def of(person_id: str, *more: Iterable[Record], day: date = FRIDAY) -> Readiness:
    book = company_book(*more)
    return next(one for one in readiness(book, "queen", day) if one.person_id == person_id)


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ([], "learning"),
        (rehearsals(1), "knows"),
        (rehearsals(3), "rehearsed"),
        (rehearsals(1, "stage call"), "stage call"),
        ([CareerLine("k", "moss", "Lake", "Queen", when="2018")], "performed"),
    ],
)
def test_the_record_speaks(more: list[Record], state: str) -> None:
    found = of("moss", more)
    assert found.state == found.derived == state
    assert not found.by_hand


def test_a_show_here_counts_from_the_day_after() -> None:
    assert of("vega", day=FRIDAY).state == "performed"
    assert of("vega", day=WEDNESDAY).state == "learning"


def test_what_it_stands_on_is_told() -> None:
    found = of("moss", rehearsals(3))
    assert (found.rehearsals, found.last, found.shows) == (3, MONDAY, 0)


def test_it_is_corrected_by_hand_and_given_back() -> None:
    book = company_book()
    said = book.apply(correct(book, "moss", "queen", "rehearsed"))
    found = next(one for one in readiness(said, "queen", FRIDAY) if one.person_id == "moss")
    assert (found.state, found.derived, found.by_hand) == ("rehearsed", "learning", True)
    again = said.apply(correct(said, "moss", "queen", "knows"))
    assert len(correct(again, "moss", "queen", None).changes) == 1
    back = again.apply(correct(again, "moss", "queen", None))
    assert back == book


def test_somebody_nothing_is_recorded_of_can_be_ready_by_hand() -> None:
    book = company_book()
    said = book.apply(correct(book, "fox", "queen", "knows"))
    assert ("fox", "knows") in {
        (one.person_id, one.state) for one in readiness(said, "queen", FRIDAY)
    }
    with pytest.raises(Invalid, match="The readiness “perfect” is not known"):
        correct(book, "fox", "queen", "perfect")
    assert STATES[-1] == "performed"


def test_all_roles_of_one_dancer_in_billing_order() -> None:
    line = CareerLine("k", "moss", "Lake", "Duet", when="2018")
    book = company_book(rehearsals(1), [line])
    said = book.apply(correct(book, "moss", "spirits", "learning"))
    found = readiness_of(said, "moss", FRIDAY)
    assert [(one.role_id, one.state) for one in found] == [
        ("queen", "knows"),
        ("couple", "performed"),
        ("spirits", "learning"),
    ]
    assert readiness_of(book, "hall", FRIDAY) == ()


@pytest.mark.parametrize("person_id", ["vega", "moss", "paz", "fox"])
def test_seen_from_the_dancer_it_is_the_same_as_seen_from_the_role(person_id: str) -> None:
    book = company_book(rehearsals(3))
    for one in readiness_of(book, person_id, FRIDAY):
        assert one in readiness(book, one.role_id, FRIDAY)


def test_a_cast_nobody_dances_changes_nothing() -> None:
    line = [role_line(f"l{number}", "queen") for number in range(3)]
    days = zip(DAYS, line, strict=False)
    calls = [
        record
        for day, one in days
        for record in call(f"c{day}", 660, 60, one, day=day, production_id="lake")
    ]
    pencilled = [
        Cast("cast-5", production_id="lake", name="5th", order=5),
        casting("cast-5", "queen", 1, "moss"),
        casting("cast-5", "queen", 1, "paz", 1),
    ]
    before, after = company_book(calls), company_book(calls, pencilled)
    assert readiness(after, "queen", FRIDAY) == readiness(before, "queen", FRIDAY)


def test_covers_learn_it_too() -> None:
    named = [replace(role_line(f"l{n}", "queen"), whom="person", person_id="fox", as_cover=True)
             for n in range(3)]  # fmt: skip
    calls = [
        record
        for day, one in zip(DAYS, named, strict=False)
        for record in call(f"c{day}", 660, 60, one, day=day, production_id="lake")
    ]
    assert of("fox", calls).state == "rehearsed"
