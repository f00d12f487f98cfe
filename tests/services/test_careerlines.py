"""The career of a dancer: what was danced here and elsewhere, by role and house."""

from __future__ import annotations

import pytest

from castapp.domain.casting import BillItem, Override, Performance
from castapp.domain.people import CareerLine
from castapp.domain.repertory import Production, Role
from castapp.services.careerlines import lines_of
from castapp.services.personal import roles_danced
from tests.builders import FRIDAY, SATURDAY, SUNDAY, THURSDAY, company_book, show

BOOK = company_book(
    show(FRIDAY),
    show(SATURDAY),
    [
        CareerLine("c1", "vega", "Lake", "Queen", "Oslo", "2018", "Bo Okoro", 4),
        CareerLine("c2", "vega", "Giselle", "Myrtha", "Oslo", "2019-03"),
    ],
)


def test_own_house_first_ballet_by_ballet() -> None:
    giselle, here, elsewhere = lines_of(BOOK, ["vega"], SATURDAY)["vega"]
    assert (giselle.work, giselle.role, giselle.last) == ("Giselle", "Myrtha", "2019-03")
    assert (here.where, here.first, here.last, here.times) == (
        "Meridian Ballet", "2026-10-15", "2026-10-16", 2
    )  # fmt: skip
    assert (here.partners, here.here, here.debut) == (("Bo Okoro",), True, False)
    assert (elsewhere.where, elsewhere.first, elsewhere.last) == ("Oslo", "", "2018")
    assert (elsewhere.times, elsewhere.partners) == (4, ("Bo Okoro",))


def test_what_is_still_to_come_does_not_count() -> None:
    (line,) = lines_of(BOOK, ["okoro"], FRIDAY)["okoro"]
    assert (line.times, line.last) == (1, "2026-10-15")
    assert lines_of(BOOK, ["okoro"], THURSDAY)["okoro"] == ()


def test_a_first_time_anywhere_is_a_debut() -> None:
    (line,) = lines_of(BOOK, ["okoro"], SUNDAY)["okoro"]
    assert line.debut


def test_only_the_days_asked_for() -> None:
    (line,) = lines_of(BOOK, ["okoro"], SUNDAY, FRIDAY, FRIDAY)["okoro"]
    assert line.times == 1


def test_many_people_at_once() -> None:
    found = lines_of(BOOK, ["okoro", "paz", "hall"], SUNDAY)
    assert found["paz"][0].partners == ("Finn Orr",)
    assert [line.role for line in found["hall"]] == ["Myrtha"]


def test_another_staging_of_the_ballet_is_the_same_role() -> None:
    again = [
        Production("lake-2", work="Lake", title="The Lake, new"),
        Role("queen-2", "lake-2", 1, "Queen"),
        Performance("p2", SATURDAY, 14 * 60),
        BillItem("b2", "p2", "lake-2"),
        Override("o2", "p2", "queen-2", 1, "vega"),
    ]
    here = lines_of(company_book(again), ["vega"], SUNDAY)["vega"]
    assert [(one.role, one.times, one.last) for one in here] == [("Queen", 2, "2026-10-17")]


@pytest.mark.parametrize("person_id", ["vega", "okoro", "paz", "fox", "hall"])
def test_the_page_counts_the_same(person_id: str) -> None:
    lines: dict[tuple[str, str], int] = {}
    for line in lines_of(BOOK, [person_id], SATURDAY)[person_id]:
        key = (line.work, line.role)
        lines[key] = lines.get(key, 0) + line.times
    page = {
        (one.work, one.role): one.here + sum(line.times for line in one.elsewhere)
        for one in roles_danced(BOOK, person_id, SATURDAY)
    }
    assert lines == {key: times for key, times in page.items() if times}
