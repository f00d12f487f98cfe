"""The rules as they are read and set: every rule in words, numbers over the pack, and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.company import RuleSetting
from castapp.domain.roster import company
from castapp.rules import ALL
from castapp.rules.limits import OFF
from castapp.services.findings import findings
from castapp.services.rulebook import (
    GROUPS,
    RuleText,
    back_to_pack,
    choose_pack,
    own_count,
    packs,
    put_number,
    put_severity,
    rulebook,
    works_by,
)
from tests.builders import THURSDAY, call, company_book

BOOK = company_book(call("c1", 600, 150, people=["fox"]), call("c2", 840, 120, people=["fox"]))


def told(book: Book, name: str) -> RuleText:
    return next(rule for _, rules in rulebook(book) for rule in rules if rule.name == name)


def test_every_rule_and_every_number_is_in_the_book() -> None:
    shown = {rule.name: rule for _, rules in rulebook(BOOK) for rule in rules}
    assert sorted(name for _, names in GROUPS for name in names) == sorted(r.name for r in ALL)
    for rule in ALL:
        keys = [number.key for number in shown[rule.name].numbers]
        assert keys == [*rule.needs, *rule.defaults]
    assert all(rule.title and rule.about for rule in shown.values())
    assert told(BOOK, "hours_a_day").source == "Canadian “Engager” clauses [caea-reh]"


def test_a_number_of_the_companys_own_stands_above_the_pack() -> None:
    book = BOOK.apply(put_number(BOOK, "hours_a_day", "hours", 4.0))
    rule = told(book, "hours_a_day")
    assert rule.numbers[0].value == 4.0
    assert rule.pack_words == "The pack says 6 h."
    assert rule.own
    assert own_count(book) == 1
    assert not told(BOOK, "hours_a_day").own


def test_findings_follow_a_number_there_and_back() -> None:
    def over(book: Book) -> list[str]:
        found = findings(book, THURSDAY, THURSDAY, ["fox"])
        return [one.what for one in found if one.rule == "hours_a_day"]

    tight = BOOK.apply(put_number(BOOK, "hours_a_day", "hours", 3.0))
    assert over(BOOK) == ["5 min over 6 h a day"]
    assert over(tight) == ["3 h 05 over 3 h a day"]
    assert not over(BOOK.apply(put_number(BOOK, "hours_a_day", "hours", 8.0)))
    assert over(tight.apply(back_to_pack(tight, "hours_a_day"))) == over(BOOK)


def test_the_packs_own_number_or_severity_is_no_setting() -> None:
    book = BOOK.apply(put_number(BOOK, "span", "hours", 8.0))
    assert book.count(RuleSetting) == 1
    assert book.apply(put_number(book, "span", "hours", 9.0)).count(RuleSetting) == 0
    book = BOOK.apply(put_severity(BOOK, "meal", OFF))
    assert told(book, "meal").severity == OFF
    assert told(book, "meal").pack_words == "The pack says asks for a reason."
    assert book.apply(put_severity(book, "meal", "breach")).count(RuleSetting) == 0


def test_a_number_of_zero_is_a_setting() -> None:
    book = BOOK.apply(put_number(BOOK, "hours_a_day", "shows", 0.0))
    assert told(book, "hours_a_day").pack_words == "The pack says shows count: yes."


def test_a_rule_the_pack_lacks_needs_its_number_first() -> None:
    book = BOOK.apply(choose_pack(BOOK, "uk"))
    assert works_by(book) == "uk"
    rule = told(book, "hours_a_day")
    assert (rule.severity, rule.numbers[0].value) == (OFF, None)
    book = book.apply(put_severity(book, "hours_a_day", "breach"))
    assert told(book, "hours_a_day").missing
    book = book.apply(put_number(book, "hours_a_day", "hours", 6.0))
    assert not told(book, "hours_a_day").missing
    assert told(book, "hours_a_day").pack_words == "The pack does not have this rule."


@pytest.mark.parametrize("value", [-1.0, 10_001.0])
def test_a_number_out_of_reach_is_refused(value: float) -> None:
    with pytest.raises(Invalid):
        put_number(BOOK, "span", "hours", value)


def test_back_to_the_pack_takes_all_or_one() -> None:
    book = BOOK.apply(put_number(BOOK, "span", "hours", 8.0))
    book = book.apply(put_severity(book, "meal", OFF))
    assert own_count(book.apply(back_to_pack(book, "meal"))) == 1
    assert book.apply(back_to_pack(book)) == BOOK


def test_an_unknown_pack_is_said() -> None:
    book = company_book([replace(company(BOOK), rulepack="atlantis")])
    with pytest.raises(Invalid, match="atlantis"):
        rulebook(book)


def test_the_house_pack_is_offered_first() -> None:
    assert packs()[0] == ("house", "House · House rules")
    assert ("us1", "US-1 · New York pattern, 2007–2011") in packs()
