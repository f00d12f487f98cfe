"""The sample company, every dancer off in turn: what cannot be filled costs next to nothing."""

from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.domain.programme import parts
from castapp.services.cover.openings import gaps
from castapp.services.cover.request import Locks, Must, Request
from castapp.services.cover.solve import fewest, solutions
from castapp.services.sample import sample_book

TODAY = date(2026, 10, 14)
SWANS = [
    *("Amari", "Abbott", "Byrne", "Cho", "Diallo", "Doyle", "Ekström"),
    *("Gagnon", "Ito", "Keane", "Ortega-Ruiz", "Rousset", "Whitlock", "Zeman"),
]


@pytest.fixture(scope="module")
def sample() -> Book:
    return sample_book(TODAY)


@pytest.fixture(scope="module")
def spare(sample: Book) -> frozenset[str]:
    """Whoever is in no long line that night: without them a hole among the swans stays."""
    (show,) = sample.where(Performance, "day", TODAY)
    corps = {part.person_id for part in parts(sample, show)
             if part.cover == 0 and part.spot > 6}  # fmt: skip
    swans = {who.id for who in sample.all(Person) if who.family in SWANS}
    return frozenset(who.id for who in sample.all(Person)) - corps - swans


def named(book: Book, family: str) -> str:
    return next(who.id for who in book.all(Person) if who.family == family)


@pytest.mark.parametrize("family", SWANS)
def test_a_hole_among_the_swans_moves_nobody_else(
    sample: Book, spare: frozenset[str], family: str
) -> None:
    who = named(sample, family)
    request = Request((who,), TODAY, 16 * 60 + 2, TODAY)
    found = fewest(sample, request, Locks(without=spare - {who}))
    assert found is not None
    opened = len(gaps(sample, request))
    assert not found.complete
    assert found.changes <= opened + 2


def test_what_can_be_filled_beside_a_hole_is_filled(sample: Book, spare: frozenset[str]) -> None:
    who = named(sample, "Whitlock")
    request = Request((who,), TODAY, 16 * 60 + 2, TODAY)
    (found,) = solutions(sample, request, Locks(without=spare))
    assert (found.changes, len(found.open)) == (1, 1)
    assert found.open[0].out_id == who


@pytest.mark.parametrize("family", ["Ellery", "Marsh", "Popov", "Kuznetsov", "Okabe", "Faulkner"])
def test_the_kinds_are_what_they_say(sample: Book, family: str) -> None:
    for day in (TODAY, date(2026, 10, 17)):
        found = solutions(sample, Request((named(sample, family),), day, 9 * 60, day))
        for one in found[1:]:
            if one.kind == "lightest for the dancers":
                assert one.load < found[0].load
                assert one.warnings <= found[0].warnings or one.changes <= found[0].changes
            if one.kind == "keeps partnerships":
                assert "together" in one.said
        assert len({one.kind for one in found}) == len(found)


def test_who_may_not_dance_again_that_week_must_not(sample: Book) -> None:
    popov = named(sample, "Popov")
    request = Request((popov,), TODAY, 16 * 60 + 9, TODAY)
    (gap,) = gaps(sample, request)
    must = Locks(must=(Must(named(sample, "Bektemirova"), gap.role_id, gap.spot),))
    with pytest.raises(Invalid, match=r"at most 1 show a week: dances Thu 15\."):
        solutions(sample, request, must)
