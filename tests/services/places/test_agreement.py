"""The search and the judge agree: nothing hard in a place offered, and the same breaches told."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from castapp.bench.season import FIRST_DAY, season_book
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.services.calls import move_calls
from castapp.services.findings import new_findings
from castapp.services.places import Place, find_places, moved_to
from castapp.services.sample import sample_book

MONDAY = date(2026, 10, 19)
KINDS = ("rehearsal", "coaching", "class", "fitting", "warm-up")
NOT_RULES = {"outside", "wait", "alone", "before class", "standby", "travel"}
NOT_FORESEEN = {"restriction", "not_under_contract", "travel"}


def week(first: date) -> list[date]:
    return [first + timedelta(days=n) for n in range(7)]


def some_calls(book: Book, first: date, count: int) -> list[Call]:
    calls = [
        call for day in week(first) for call in book.where(Call, "day", day) if call.kind in KINDS
    ]
    calls.sort(key=lambda call: (call.day, call.start, call.studio_id or ""))
    return Random(5).sample(calls, count)


def found_in(book: Book, call: Call, place: Place, severity: str) -> set[str]:
    edit = move_calls(book, [moved_to(call, place.spot)])
    return {one.rule for one in new_findings(book, edit) if one.severity == severity}


@pytest.mark.parametrize("where", ["sample", "season"])
def test_the_best_five_have_no_hard_finding(where: str) -> None:
    book = sample_book(date(2026, 10, 14)) if where == "sample" else season_book()
    first = MONDAY if where == "sample" else FIRST_DAY + timedelta(days=14)
    judged = same = 0
    for call in some_calls(book, first, 12):
        for place in find_places(book, call, week(first)).best:
            if place.hard:
                continue
            assert found_in(book, call, place, "hard") == set(), (call, place)
            breaches = found_in(book, call, place, "breach") - NOT_FORESEEN
            judged += 1
            same += breaches == {cost.what for cost in place.costs} - NOT_RULES
    assert judged > 30
    assert same / judged > 0.95
