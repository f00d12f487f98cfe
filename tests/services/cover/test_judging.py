"""Whatever is offered on the sample company stands before the rules."""

from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.rules import judge
from castapp.services.cover.judging import FORBIDDING
from castapp.services.cover.recast import recast
from castapp.services.cover.request import Request
from castapp.services.cover.solve import solutions
from castapp.services.sample import sample_book

TODAY = date(2026, 10, 14)


@pytest.fixture(scope="module")
def sample() -> Book:
    return sample_book(TODAY)


@pytest.mark.parametrize("surname", ["Kuznetsov", "Popov", "Lindqvist", "Okabe", "Ito"])
@pytest.mark.parametrize("minute", [9 * 60, 20 * 60 + 30])
def test_no_solution_breaks_a_rule_that_forbids(sample: Book, surname: str, minute: int) -> None:
    who = next(one for one in sample.all(Person) if one.surname == surname)
    found = solutions(sample, Request((who.id,), TODAY, minute, date(2026, 10, 18)))
    assert found
    for solution in found:
        put_in = {move.in_id for move in solution.moves}
        broken = [
            one
            for one in judge.new_findings(sample, recast(sample, solution))
            if one.rule in FORBIDDING and one.severity in ("hard", "breach")
            and put_in & set(one.people)
        ]  # fmt: skip
        assert broken == []
