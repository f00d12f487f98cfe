from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.people import Engagement, Person
from castapp.importers.table import BadRows
from tests.builders import company_book
from tests.importers.tables import brought, new_book, written

LIST = """Last name;First name;Rank;Sex;Height;Born;From;To;Guest;E-mail;Coach
Vega;Ada;Principals;F;1,68 m;14.3.2001;1.8.2020;;;ada@house.example;
Ohm;Zoë;Corps de ballet;w;168;;01.08.2026;31.07.2027;ja;;Ada Vega
"""


def test_new_people_come_in_with_their_contracts() -> None:
    book = new_book()
    book = book.apply(brought(book, LIST).edit)
    people = {one.name: one for one in book.all(Person)}
    ada, zoe = people["Ada Vega"], people["Zoë Ohm"]
    assert (ada.gender, ada.height_cm, ada.born) == ("F", 168, date(2001, 3, 14))
    assert (zoe.gender, zoe.height_cm, zoe.coach_id) == ("F", 168, ada.id)
    (contract,) = book.where(Engagement, "person_id", zoe.id)
    assert (contract.rank, contract.first, contract.last, contract.guest) == (
        "Corps",
        date(2026, 8, 1),
        date(2027, 7, 31),
        True,
    )


def test_somebody_known_is_brought_up_to_date_not_doubled() -> None:
    book = company_book()
    before = book.count(Person)
    book = book.apply(brought(book, "Name,Rank,Phone\nEva Paz,Principal,555 01\n").edit)
    assert book.count(Person) == before
    assert book.get(Person, "paz").phone == "555 01"
    assert [one.rank for one in book.where(Engagement, "person_id", "paz")] == ["Principal"]


def test_the_same_list_again_changes_nothing() -> None:
    book = new_book()
    book = book.apply(brought(book, LIST).edit)
    assert not brought(book, LIST).edit


def test_staff_have_duties_and_titles() -> None:
    book = new_book()
    text = "Nom,Prénom,Fonction,Titre\nHall,Rosa,répétiteur; teacher,Principal répétiteur\n"
    book = book.apply(brought(book, text).edit)
    (rosa,) = book.all(Person)
    assert (rosa.given, rosa.family, rosa.duties) == ("Rosa", "Hall", ("répétiteur", "teacher"))
    assert [one.title for one in book.all(Engagement)] == ["Principal répétiteur"]


def test_a_new_rank_goes_to_the_end_and_is_told() -> None:
    book = company_book()
    found = brought(book, "Name,Rank\nZoë Ohm,Étoile\n")
    assert book.apply(found.edit).get(Company, COMPANY_ID).ranks[-1] == "Étoile"
    assert any("Étoile" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("Zoë Ohm,9 m,,", "line 2, Height: “9 m” is not a height"),
        ("Zoë Ohm,tall,,", "line 2, Height: “tall” is not a height"),
        ("Zoë Ohm,,zebra,", "line 2, Sex: “zebra” is not understood"),
        ("Zoë Ohm,,,juggler", "line 2, Duties: “juggler” is not known"),
        (",168,,", "line 2: The person's name is missing"),
        ("Zoë Ohm,,,\nzoe ohm,,,", "line 3: Zoë Ohm stands in line 2 already"),
    ],
)
def test_a_bad_row_is_named(row: str, sentence: str) -> None:
    with pytest.raises(BadRows) as caught:
        brought(company_book(), f"Name,Height,Sex,Duties\n{row}\n")
    assert sentence in str(caught.value)


def test_a_contract_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BadRows, match="line 2: The engagement ends on 2026-01-01, before"):
        brought(company_book(), "Name,Rank,From,To\nZoë Ohm,Corps,2026-08-01,2026-01-01\n")


def test_what_nothing_says_is_told() -> None:
    found = brought(company_book(), "Name,Rank\nZoë Ohm,Corps\nBo Lee,Corps\n")
    assert "Nothing says since when 2 people are engaged; 2026-08-01 was taken." in found.doubts
    said = brought(company_book(), "Name,From\nZoë Ohm,2026-09-01\n", "people")
    assert said.doubts == ()


@pytest.mark.parametrize("name", ["@SUM(A1:A9) X", "=1+1", "-Zoë OHM", "+Bo Lee"])
def test_a_name_that_looks_like_a_formula_stays_as_typed(name: str) -> None:
    book = company_book()
    found = brought(book, written([["Name", "Rank"], [name, "Corps"]]))
    assert name in {one.name for one in book.apply(found.edit).all(Person)}
