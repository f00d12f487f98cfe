"""What a run asks of each dancer."""

from __future__ import annotations

from dataclasses import replace

from castapp.domain.casting import Performance
from castapp.domain.repertory import Role
from castapp.services.counting import (
    LEAD_AGAIN,
    TWO_SHOWS,
    counts,
    is_lead,
    leads,
    strains,
    stretches,
)
from tests.builders import FRIDAY, SATURDAY, casting, company_book, show

BOOK = company_book(
    show(FRIDAY), show(SATURDAY, cast_id="cast-2"), show(SATURDAY, 14 * 60, "cast-2")
)
SHOWS = sorted(BOOK.all(Performance), key=lambda one: (one.day, one.curtain))


def test_shows_leads_covers_and_debuts() -> None:
    found = {one.person_id: one for one in counts(BOOK, "lake", SHOWS)}
    vega, paz = found["vega"], found["paz"]
    assert (vega.shows, vega.leads, vega.covers, vega.debuts) == (2, 2, 2, 1)
    assert (paz.shows, paz.leads, paz.covers) == (4, 0, 0)
    assert "hall" not in found
    assert counts(BOOK, "lake", SHOWS)[0].leads == 2


def test_a_cancelled_night_does_not_count() -> None:
    off = [replace(one, state="cancelled") for one in SHOWS]
    assert counts(BOOK, "lake", off) == ()
    assert strains(BOOK, "lake", off) == ()


def test_two_shows_a_day_and_leads_night_after_night_once_each() -> None:
    found = strains(BOOK, "lake", SHOWS)
    assert [one.what for one in found if one.person_id == "moss"] == [TWO_SHOWS]
    (again,) = (one for one in found if one.person_id == "vega")
    assert again.what == LEAD_AGAIN
    assert {again.show.day, again.other.day} == {SHOWS[0].day, FRIDAY}
    assert all(one.what == TWO_SHOWS for one in found if one.person_id == "paz")


def test_the_leads_are_those_opposite_each_other() -> None:
    assert leads(BOOK, "lake") == {"queen", "prince"}
    assert is_lead(BOOK, "queen")
    assert not is_lead(BOOK, "couple")
    assert not is_lead(BOOK, "gone")


def test_without_a_pair_of_leads_couples_carry_it_else_hard_single_roles() -> None:
    queen = replace(BOOK.get(Role, "queen"), genders="X")
    duet = replace(BOOK.get(Role, "couple"), effort=8.0)
    assert leads(company_book([queen, duet]), "lake") == {"couple"}
    assert leads(company_book([queen]), "lake") == {"queen", "prince"}


def test_leads_day_after_day_are_one_line() -> None:
    book = company_book(show(FRIDAY), show(SATURDAY, 14 * 60), show(SATURDAY))
    shows = sorted(book.all(Performance), key=lambda one: (one.day, one.curtain))
    found = [one for one in stretches(book, "lake", shows) if one.person_id == "vega"]
    assert [one.words for one in found] == ["4 leads in 3 days, Thu 15–Sat 17"]


def test_who_dances_in_the_sections_they_cover_does_not_stand_by() -> None:
    book = company_book([casting("cast-1", "spirits", 2, "fox", 2)])
    found = {one.person_id: one for one in counts(book, "lake", book.all(Performance))}
    assert found["fox"].covers == 0
    assert found["hana-kim"].covers == 1
