from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from castapp.domain.book import Book
from castapp.domain.company import COMPANY_ID, Company, RuleSetting
from castapp.domain.draft import Draft
from castapp.domain.record import Record
from castapp.rules import ALL
from castapp.rules.pack import BadPack, limits, load_packs, read_pack
from tests.builders import company_book

GOOD = """
name = "X"
title = "Ten"
year = "2026"
source = "x"

[[rule]]
name = "hours_a_day"
severity = "breach"
clause = "X · hours"
source = "x"
limits = { hours = 6.5 }
"""


def by(book: Book, *records: Record) -> Book:
    draft = Draft(book)
    for record in records:
        draft.put(record)
    return book.apply(draft.edit("test"))


def pack_of(book: Book, key: str) -> Book:
    return by(book, replace(book.get(Company, COMPANY_ID), rulepack=key))


def test_the_shipped_packs_are_sound_and_house_has_every_rule() -> None:
    packs = load_packs()
    assert {"house", "ca", "de", "fr", "no", "uk"} <= set(packs)
    assert set(packs["house"].rules) == {rule.name for rule in ALL}


def test_a_pack_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ten.toml"
    path.write_text(GOOD, encoding="utf-8")
    pack = read_pack(path)
    rule = pack.rules["hours_a_day"]
    assert (pack.key, pack.title) == ("ten", "Ten")
    assert rule.limits.minutes("hours") == 390
    assert rule.limits["class"] == 1


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "hours = 6.5",
            "hour = 6.5",
            "the limits of the rule hours_a_day have the unknown key “hour”",
        ),
        ("hours = 6.5", "", "the limit “hours” of the rule hours_a_day is missing"),
        ("6.5", '"six"', "the limit “hours” of the rule hours_a_day is not a number"),
        ("6.5", "-1", "the limit “hours” of the rule hours_a_day is not a number"),
        ("6.5", "true", "the limit “hours” of the rule hours_a_day is not a number"),
        ("6.5", "nan", "the limit “hours” of the rule hours_a_day is not a number"),
        ('"breach"', '"bad"', "the severity of the rule hours_a_day is “bad”"),
        ('"hours_a_day"', '"hours_a_year"', "names the rule “hours_a_year”, which does not exist"),
        ('clause = "X · hours"\n', "", "lacks the key “clause” of the rule hours_a_day"),
        ('year = "2026"', "year = 2026", "the key “year” is not a str"),
        ('year = "2026"', 'jahr = "2026"', "unknown key “jahr”"),
        ("[[rule]]", "[[rules]]", "unknown key “rules”"),
        ('name = "X"', "name = ", "cannot be read"),
        ("limits = { hours = 6.5 }", "limits = 6.5", "the key “limits” of the rule hours_a_day"),
    ],
)
def test_a_bad_pack_is_refused_by_file_and_key(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    path = tmp_path / "ten.toml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(BadPack) as refused:
        read_pack(path)
    assert "ten.toml" in str(refused.value)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_rule_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ten.toml"
    path.write_text(GOOD + GOOD[GOOD.index("[[rule]]") :], encoding="utf-8")
    with pytest.raises(BadPack, match="has the rule hours_a_day twice"):
        read_pack(path)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "ten.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadPack, match=r"ten\.toml cannot be read"):
        read_pack(path)


def test_the_company_s_own_numbers_stand_above_the_pack() -> None:
    book = company_book()
    assert limits(book, "hours_a_day").minutes("hours") == 360
    own = by(
        book,
        RuleSetting("s", "hours_a_day", "hours", 5.5),
        RuleSetting("t", "hours_a_day", word="warning"),
        RuleSetting("u", "hours_a_day", "hats", 3),
    )
    assert limits(own, "hours_a_day").minutes("hours") == 330
    assert limits(own, "hours_a_day").severity == "warning"
    assert "hats" not in limits(own, "hours_a_day").values


def test_what_a_pack_does_not_name_is_silent_unless_it_always_stands() -> None:
    book = pack_of(company_book(), "us3")
    assert limits(book, "meal").severity == "off"
    assert limits(book, "person_twice").severity == "hard"
    assert limits(book, "show_day").clause == "US-3 · show day"


def test_a_company_can_add_a_rule_its_pack_leaves_out() -> None:
    book = by(
        pack_of(company_book(), "us3"),
        RuleSetting("s", "overnight_rest", "hours", 12),
        RuleSetting("t", "overnight_rest", word="breach"),
    )
    assert limits(book, "overnight_rest").severity == "breach"
    assert limits(by(book, RuleSetting("u", "meal", word="breach")), "meal").severity == "off"


def test_an_unknown_pack_is_refused_in_a_sentence() -> None:
    with pytest.raises(BadPack, match="“nope” does not ship with Castapp"):
        limits(pack_of(company_book(), "nope"), "meal")
