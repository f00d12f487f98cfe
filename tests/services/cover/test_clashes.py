"""After somebody's being off is taken, the company has no clash it had not before."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from castapp.domain.availability import Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.impact import CALLED, impact
from castapp.domain.standing import standing
from castapp.services.cover.aftermath import aftermath
from castapp.services.cover.coming_back import coming_back
from castapp.services.cover.request import Request
from castapp.services.cover.solution import NO_RECASTING
from castapp.services.cover.solve import fewest
from castapp.services.cover.take import take
from castapp.services.findings import findings
from castapp.services.sample import sample_book
from castapp.services.sample.data import person_id
from tests.builders import FRIDAY, THURSDAY, WEDNESDAY, call, company_book, staff

POPOV = Request((person_id("Popov"),), WEDNESDAY, 16 * 60 + 9)
NIGHT = Request(("vega",), THURSDAY, 16 * 60, THURSDAY)


@pytest.fixture(scope="module")
def sample() -> Book:
    return sample_book(WEDNESDAY)


def taken(book: Book, request: Request, off: str = "off") -> Book:
    solution = fewest(book, request) or NO_RECASTING
    return book.apply(take(book, request, solution, aftermath(book, request, solution), off=off))


def clashes(book: Book) -> Counter[tuple[str, date]]:
    last = max(one.day for one in book.all(Performance))
    found = findings(book, WEDNESDAY, last)
    return Counter((one.rule, one.day) for one in found if one.severity in ("hard", "breach"))


@pytest.mark.parametrize("last", [WEDNESDAY, date(2026, 10, 24), None], ids=str)
def test_taking_it_leaves_no_clash_behind(sample: Book, last: date | None) -> None:
    after = taken(sample, replace(POPOV, last=last))
    assert clashes(after) - clashes(sample) == Counter()


def test_a_last_day_ends_it_by_the_same_edit() -> None:
    limit = (Restriction("no_turns_left"),)
    modified = Participation("p", "vega", THURSDAY - timedelta(days=9), "modified", limit)
    after = taken(company_book([modified]), NIGHT)
    assert standing(after, "vega", THURSDAY).word == "off"
    now = standing(after, "vega", FRIDAY)
    assert (now.word, now.restrictions) == ("modified", limit)
    assert standing(taken(company_book(), NIGHT), "vega", FRIDAY).word == "full"


def test_of_a_time_without_end_nothing_to_come_calls_them_any_more() -> None:
    later = THURSDAY + timedelta(days=40)
    book = company_book(call("c", 17 * 60, 30, people=["vega", "fox"], day=later))
    after = taken(book, replace(NIGHT, last=None))
    left = impact(after, "vega", THURSDAY, 16 * 60)
    assert [one for one in left if one.as_what == CALLED] == []
    assert standing(after, "vega", later).word == "off"


def test_back_on_leaves_no_end_behind() -> None:
    gone = taken(company_book(), NIGHT)
    again = gone.apply(coming_back(gone, "vega", THURSDAY, 16 * 60 + 5).edit)
    kept = [(one.status, one.since) for one in again.all(Participation)]
    assert kept == [("off", THURSDAY), ("full", THURSDAY)]


def test_staff_off_in_the_afternoon_were_there_in_the_morning() -> None:
    book = company_book(
        staff("Ned Orme", "pianist"),
        call("class", 10 * 60, 75, people=["fox"], pianist_id="ito"),
        call("c", 17 * 60, 30, people=["fox"], pianist_id="ito"),
    )
    after = taken(book, Request(("ito",), THURSDAY, 16 * 60, FRIDAY))
    assert standing(after, "ito", THURSDAY).absence is None
    assert standing(after, "ito", FRIDAY).absence is not None
    assert not [one for one in findings(after, THURSDAY, FRIDAY) if one.rule == "absent"]
