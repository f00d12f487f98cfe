"""Two hundred generated emergencies, each with a way out planted in it."""

from __future__ import annotations

import pytest

from castapp.bench.cover import EMERGENCIES, LEAD, as_planted
from castapp.bench.emergencies import DANCERS, FIRST_NIGHT, NIGHTS, emergency, run_book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.programme import parts
from castapp.services.cover.openings import gaps
from castapp.services.cover.request import Request


@pytest.mark.parametrize("first", range(0, EMERGENCIES, 25))
def test_the_fewest_changes_are_complete_and_no_more_than_planted(first: int) -> None:
    assert [seed for seed in range(first, first + 25) if not as_planted(seed)] == []


def test_some_need_a_chain() -> None:
    planted = {emergency(seed).planted for seed in range(30)}
    assert {1, 2, 3, 4} <= planted


def test_the_run_is_as_large_as_it_says() -> None:
    book = run_book()
    assert book.count(Person) == DANCERS
    assert book.count(Performance) == NIGHTS
    first = min(book.all(Performance), key=lambda show: show.day)
    assert len([part for part in parts(book, first) if part.cover == 0]) == 60
    assert gaps(book, Request((LEAD,), FIRST_NIGHT))
