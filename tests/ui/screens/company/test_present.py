"""The list of people: under ranks and duties, filtered, found, contracts in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from castapp.domain.availability import Absence
from castapp.domain.people import Engagement, Person
from castapp.services.sample import sample_book
from castapp.ui.screens.company.present import (
    DANCERS,
    EVERYONE,
    GUESTS,
    PAST,
    STAFF,
    GroupRow,
    PersonRow,
    Row,
    contract_words,
    counted,
    rows,
)
from tests.builders import FRIDAY, company_book, dancer

TODAY = FRIDAY
LEFT = [Person("old", "Olga", "Berg"), Engagement("e-old", "old", date(2010, 8, 1),
                                                  date(2020, 7, 31), rank="Soloist")]  # fmt: skip
GUEST = [Person("guest", "Gil", "Moon"), Engagement("e-g", "guest", TODAY, TODAY, guest=True)]
BOOK = company_book(LEFT, GUEST)


def heads(found: list[Row]) -> list[str]:
    return [row.words for row in found if isinstance(row, GroupRow)]


def names(found: list[Row]) -> list[str]:
    return [row.name for row in found if isinstance(row, PersonRow)]


def test_dancers_by_rank_then_staff_by_what_they_do() -> None:
    found = rows(BOOK, TODAY)
    assert heads(found) == [
        "Principals", "Soloists", "Corps", "Dancers without a rank", "Artistic staff", "Music"
    ]  # fmt: skip
    assert names(found)[:4] == ["Dan Lund", "Cleo Moss", "Bo Okoro", "Ada Vega"]
    assert names(found)[-2:] == ["Leo Reyes", "Ken Ito"]
    assert found[0] == GroupRow("Principals", "4")


def test_the_filters_tell_people_apart() -> None:
    everyone = names(rows(BOOK, TODAY))
    assert "Olga Berg" not in everyone
    assert names(rows(BOOK, TODAY, PAST)) == ["Olga Berg"]
    assert names(rows(BOOK, TODAY, GUESTS)) == ["Gil Moon"]
    assert len(names(rows(BOOK, TODAY, DANCERS))) == 11
    assert names(rows(BOOK, TODAY, STAFF)) == ["Rosa Hall", "Leo Reyes", "Ken Ito"]
    assert counted(rows(BOOK, TODAY, PAST)) == "1 person"
    assert counted(rows(BOOK, TODAY, STAFF)) == "3 people"


@pytest.mark.parametrize(
    ("find", "found"),
    [("vega", ["Ada Vega"]), ("KIM h", ["Hana Kim"]), ("pian", ["Ken Ito"]), ("zzz", [])],
)
def test_found_by_name_and_by_what_they_do(find: str, found: list[str]) -> None:
    assert names(rows(BOOK, TODAY, EVERYONE, find)) == found


def test_accents_do_not_hide_anybody() -> None:
    book = company_book(dancer("Élise Čapek"))
    assert names(rows(book, TODAY, find="elise capek")) == ["Élise Čapek"]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2020, 8, 1), None, ("since 1 Aug 2020", "t2")),
        (date(2020, 8, 1), TODAY + timedelta(3), ("ends 19 Oct, in 3 days", "breach")),
        (date(2020, 8, 1), TODAY + timedelta(35), ("ends 20 Nov, in 5 weeks", "breach")),
        (date(2020, 8, 1), TODAY, ("ends 16 Oct, today", "breach")),
        (date(2020, 8, 1), date(2027, 7, 31), ("2020 – 31 Jul 2027", "t2")),
        (date(2027, 1, 1), None, ("from 1 Jan 2027", "t2")),
        (date(2020, 8, 1), date(2021, 7, 31), ("until 31 Jul 2021", "t3")),
    ],
)
def test_contracts_in_words(first: date, last: date | None, said: tuple[str, str]) -> None:
    book = company_book([Engagement("e-vega", "vega", first, last, rank="Principal")])
    assert contract_words(book, "vega", TODAY) == said


def test_a_contract_that_is_followed_by_another_does_not_alarm() -> None:
    ends = Engagement("e-vega", "vega", date(2020, 8, 1), TODAY, rank="Soloist")
    follows = Engagement("next", "vega", TODAY + timedelta(1), rank="Principal")
    assert contract_words(company_book([ends, follows]), "vega", TODAY)[1] == "t2"


def test_somebody_without_a_contract_is_listed_and_said_so() -> None:
    book = company_book([Person("new", "Nina", "Sol")])
    assert "Nina Sol" in names(rows(book, TODAY))
    assert contract_words(book, "new", TODAY) == ("no contract yet", "warning")


def test_marks_are_for_dancers_and_for_staff_away() -> None:
    book = company_book([Absence("a", "ito", TODAY, TODAY)])
    marks = {row.id: row.status for row in rows(book, TODAY) if isinstance(row, PersonRow)}
    assert (marks["vega"], marks["hall"], marks["ito"]) == ("full", "", "away")


def test_a_row_says_coach_and_height() -> None:
    book = company_book()
    vega = replace(book.get(Person, "vega"), coach_id="hall", height_cm=168)
    found = rows(company_book([vega]), TODAY)
    row = next(one for one in found if isinstance(one, PersonRow) and one.id == "vega")
    assert (row.title, row.coach, row.height) == ("Principal", "Rosa Hall", "168 cm")


def test_the_sample_company_is_all_there() -> None:
    book = sample_book(date(2026, 10, 14))
    assert counted(rows(book, date(2026, 10, 14))) == "73 people"
