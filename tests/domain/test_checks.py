"""Text, clocks and spans that no file may hold are refused in a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.availability import Participation, Restriction
from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid, clean
from castapp.domain.company import Company
from castapp.domain.people import CareerLine, Person
from castapp.domain.repertory import Role

DAY = date(2026, 10, 15)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ada   Vega ", "Ada Vega"),
        ("E\u0301lise", "Élise"),
        ("\u202eAda\u202c", "Ada"),
        ("Ada\tVega\n", "Ada Vega"),
        ("<b>Ada</b>", "<b>Ada</b>"),
        ("=1+1", "=1+1"),
        ("نازنین\u200cزهرا", "نازنین\u200cزهرا"),
    ],
)
def test_clean_keeps_what_a_person_means(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize("typed", ["Ada\x00", "Ada\ud800"])
def test_clean_refuses_what_no_database_keeps(typed: str) -> None:
    with pytest.raises(Invalid, match="type it again"):
        clean(typed)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Person("p", "", ""), "name is missing"),
        (lambda: Person("p", "Ada", "Ve\x00ga"), "cannot be seen"),
        (lambda: Person("p", "Ada", "\u202eVega"), "cannot be seen"),
        (lambda: Person("p", "Ada", "Vega", height_cm=300), "between 90 and 230"),
        (lambda: Person("p", "Ada", "Vega", duties=("wizard",)), "is not known"),
        (lambda: Call("c", DAY, 600, -5), "cannot last -5 minutes"),
        (lambda: Call("c", DAY, 600, 0), "cannot last 0 minutes"),
        (lambda: Call("c", DAY, 600, 20 * 60), "cannot last 20 hours"),
        (lambda: Call("c", DAY, 25 * 60, 30), "25.00 is not a time of day"),
        (lambda: Call("c", DAY, 600, 30, tba=True), "must name the ballet"),
        (lambda: Called("l", "c", "role"), "must name its role"),
        (lambda: Company("company", "Ballet", "Atlantis/Deep"), "is not a time zone"),
        (lambda: CareerLine("l", "p", "Giselle", "Giselle", when="2018-13"), "is not a year"),
        (lambda: Restriction("no_dinner"), "is not known"),
        (lambda: Participation("x", "p", DAY, until=date(2026, 10, 1)), "before it begins"),
        (lambda: Role("r", "p", 1, "Pair", spots=2, genders="FMF"), "one for each spot"),
    ],
)
def test_records_refuse_in_a_sentence(make: object, sentence: str) -> None:
    assert callable(make)
    with pytest.raises(Invalid, match=sentence):
        make()
