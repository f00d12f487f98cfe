from __future__ import annotations

import pytest

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.finding import Finding
from castapp.domain.office import AcceptedBreach
from castapp.rules import judge
from castapp.services.findings import (
    Counts,
    accept,
    accepted_findings,
    apart,
    counts,
    findings,
    gathered,
    new_findings,
    week_findings,
    withdraw,
)
from tests.builders import MONDAY, THURSDAY, call, company_book

BOTH = ["okoro", "vega"]
TWICE = [
    *call("a", 600, 90, people=BOTH, day=MONDAY),
    *call("b", 660, 60, people=BOTH, day=MONDAY, studio_id="studio-2"),
]

LONG = call("a", 600, 400, people=BOTH, day=MONDAY)


def hours(book: Book) -> list[Finding]:
    return [one for one in findings(book, MONDAY, MONDAY) if one.rule == "hours_a_day"]


def test_a_week_s_findings_worst_first() -> None:
    found = week_findings(company_book(TWICE), THURSDAY)
    assert [one.rule for one in found] == ["person_twice", "person_twice", "uncovered"]


def test_counts_in_words() -> None:
    found = week_findings(company_book(TWICE), MONDAY)
    assert counts(found) == Counts(hard=2, note=1)
    assert counts(found).words == "2 clashes · 1 note"
    assert Counts(hard=1, breach=1, warning=2).words == "1 clash · 1 rule · 2 warnings"
    assert Counts().words == ""


def test_the_same_for_several_people_is_one_and_comes_apart_again() -> None:
    found = findings(company_book(TWICE), MONDAY, MONDAY)
    (one,) = gathered(found)
    assert sorted(one.people) == BOTH
    assert sorted(each.key for each in apart(one)) == sorted(each.key for each in found)


def test_different_excesses_stay_apart() -> None:
    book = company_book(
        call("a", 600, 400, people=["vega"], day=MONDAY),
        call("b", 600, 430, people=["moss"], day=MONDAY, studio_id="studio-2"),
    )
    assert len(gathered(hours(book))) == 2


def test_accepting_a_gathered_finding_closes_it_for_all_until_it_is_withdrawn() -> None:
    book = company_book(LONG)
    (one,) = gathered(hours(book))
    after = book.apply(accept(book, one, "they split the call themselves", "JM"))
    assert hours(after) == []
    told = accepted_findings(after, MONDAY, MONDAY)
    assert [(each.people, breach.reason, breach.by) for each, breach in told] == [
        (("okoro",), "they split the call themselves", "JM"),
        (("vega",), "they split the call themselves", "JM"),
    ]
    again = after.apply(withdraw(after, one))
    assert findings(again, MONDAY, MONDAY) == findings(book, MONDAY, MONDAY)


def test_what_cannot_be_is_settled_by_no_reason() -> None:
    book = company_book(TWICE)
    (one,) = gathered(findings(book, MONDAY, MONDAY))
    after = book.apply(accept(book, one, "they split the call themselves", "JM"))
    assert findings(after, MONDAY, MONDAY) == findings(book, MONDAY, MONDAY)
    assert accepted_findings(after, MONDAY, MONDAY) == []


def test_a_reason_given_for_one_posting_leaves_the_finding_open() -> None:
    book = company_book(TWICE)
    one = findings(book, MONDAY, MONDAY)[0]
    for posting in ("issue-1", "issue-1", "issue-2"):
        book = book.apply(accept(book, one, "they are told", "JM", posting))
    assert one in findings(book, MONDAY, MONDAY)
    assert accepted_findings(book, MONDAY, MONDAY) == []
    assert [breach.reason for breach in book.all(AcceptedBreach)] == ["they are told"] * 2


def test_accepting_twice_changes_the_reason() -> None:
    book = company_book(LONG)
    one = hours(book)[0]
    book = book.apply(accept(book, one, "first"))
    book = book.apply(accept(book, one, "second"))
    breach = judge.accepted(book, one)
    assert breach is not None
    assert breach.reason == "second"
    assert len(accepted_findings(book, MONDAY, MONDAY)) == 1


def test_a_reason_is_asked_for() -> None:
    book = company_book(TWICE)
    with pytest.raises(Invalid, match="Say why"):
        accept(book, findings(book, MONDAY, MONDAY)[0], "  ")


def test_what_an_edit_would_break() -> None:
    book = company_book(
        call("a", 600, 60, people=["vega"], day=MONDAY),
        call("b", 660, 60, people=["vega"], day=MONDAY, studio_id="studio-2"),
    )
    draft = Draft(book)
    draft.set(book.get(Call, "b"), start=645)
    assert [one.rule for one in new_findings(book, draft.edit("move"))] == ["person_twice"]
