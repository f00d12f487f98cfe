"""The lines of a person's page."""

from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.availability import Absence
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.services.personal import (
    Status,
    casts_of,
    days_away,
    roles_danced,
    week,
)
from castapp.ui.screens.company.page import (
    age_words,
    away_line,
    career_line,
    cast_lines,
    coach_options,
    contract_lines,
    kind_words,
    role_lines,
    status_words,
    week_heading,
    week_lines,
    week_sums,
)
from tests.builders import FRIDAY, SATURDAY, THURSDAY, call, company_book, show

BOOK = company_book(show(SATURDAY), call("c1", 600, 75, people=["vega"]))


def test_the_week_under_its_days() -> None:
    found = week(BOOK, "vega", FRIDAY)
    assert week_heading(found) == "This week, 12–18 Oct"
    assert week_sums(found) == "4 h 25 · 2 shows"
    days = week_lines(found)
    assert [day for day, _ in days] == ["Thursday 15", "Saturday 17"]
    line = days[0][1][0]
    assert (line.start, line.side) == ("10.00–11.15", "Studio 1")
    assert line.target is not None
    assert line.target.id == "c1"


def test_a_week_over_two_months_names_both() -> None:
    assert week_heading(week(BOOK, "vega", date(2026, 10, 30))) == "This week, 26 Oct – 1 Nov"


def test_roles_tell_first_and_next_times() -> None:
    ((work, (line,)),) = role_lines(roles_danced(BOOK, "vega", FRIDAY), FRIDAY)
    assert (work, line.text, line.side) == ("Lake", "Queen", "1 ×")
    assert line.about == "last 15 Oct 2026 · that was the debut · next Sat 17 Oct"
    ((_, (first,)),) = role_lines(roles_danced(BOOK, "vega", THURSDAY), THURSDAY)
    assert (first.side, first.about) == ("", "debut Thu 15 Oct")


def test_a_line_of_the_career() -> None:
    line = CareerLine("l", "vega", "Giselle", "Myrtha", "Old house", "2018-09", "Bo Okoro", 3)
    said = career_line(line)
    assert (said.text, said.side) == ("Myrtha, Giselle", "3 ×")
    assert said.about == "Old house · Sep 2018 · with Bo Okoro"
    assert career_line(CareerLine("l", "vega", "Giselle", "Myrtha")).about == "no place noted"


def test_casts_and_covers() -> None:
    lines = cast_lines(casts_of(BOOK, "vega"))
    assert [(line.text, line.side, line.about) for line in lines] == [
        ("Queen", "1st cast", "Lake"),
        ("Queen", "2nd cast, cover", "Lake"),
    ]


def test_days_away() -> None:
    book = company_book(
        [Absence("a", "vega", FRIDAY, None), Absence("b", "vega", THURSDAY, THURSDAY)]
    )
    lines = [away_line(one, FRIDAY) for one in days_away(book, "vega", FRIDAY)]
    assert [(line.text, line.about, line.side) for line in lines] == [
        ("Leave", "from 16 Oct 2026, no day of return yet", "now"),
        ("Leave", "15 Oct 2026", "over"),
    ]


def test_contracts_latest_first() -> None:
    book = company_book(
        [Engagement("old", "vega", date(2015, 8, 1), date(2020, 7, 31), rank="Corps", guest=True)]
    )
    lines = contract_lines(book, book.get(Person, "vega"), FRIDAY)
    assert [(line.text, line.side, line.about) for line in lines] == [
        ("Principal", "now", "1 Aug 2020 – open"),
        ("Corps, guest", "", "1 Aug 2015 – 31 Jul 2020"),
    ]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Status("full", since=THURSDAY), ""),
        (Status("off", since=THURSDAY), "Since 15 Oct 2026"),
        (Status("off", since=THURSDAY, review=FRIDAY), "Since 15 Oct 2026, review today"),
        (
            Status("off", since=THURSDAY, review=THURSDAY, needs_review=True),
            "Since 15 Oct 2026, review was due 15 Oct 2026",
        ),
    ],
)
def test_status_in_words(found: Status, said: str) -> None:
    assert status_words(found, FRIDAY) == said


def test_heads_ages_and_coaches() -> None:
    vega = BOOK.get(Person, "vega")
    assert kind_words(BOOK, vega, FRIDAY) == "Principal"
    assert kind_words(BOOK, BOOK.get(Person, "ito"), FRIDAY) == "Pianist"
    assert age_words(date(2001, 10, 17), FRIDAY) == "24 years"
    assert age_words(None, FRIDAY) == ""
    offered = [name for _, name, _ in coach_options(BOOK, vega, FRIDAY)]
    assert "Ada Vega" not in offered
    assert offered[0] == "Rosa Hall"
