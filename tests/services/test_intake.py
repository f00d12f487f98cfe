from __future__ import annotations

from pathlib import Path

import pytest

from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.domain.programme import roles
from castapp.domain.repertory import Production
from castapp.importers.table import BadRows
from castapp.services.intake import intake, person_named, stage, template_titled
from tests.builders import company_book
from tests.importers.tables import danced, expected, madrid, new_book, written


def test_several_files_are_one_edit(tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Name,Rank,Sex\nSasha De Sola,Principal,F\n", encoding="utf-8")
    run = tmp_path / "run.csv"
    run.write_bytes(written(madrid()))
    book = new_book()
    found = intake(book, [run, people])
    after = book.apply(found.edit)
    assert found.edit.label == "Import people.csv, run.csv"
    assert danced(after) == expected()
    assert after.count(Person) == 8
    assert after.apply(found.edit.inverse()) == book


def test_new_people_only_in_a_new_company_unless_asked(tmp_path: Path) -> None:
    run = tmp_path / "run.csv"
    run.write_bytes(written(madrid()))
    book = company_book()
    with pytest.raises(BadRows, match="nobody here is called “Sasha De Sola”"):
        intake(book, [run])
    after = book.apply(intake(book, [run], newcomers=True).edit)
    assert after.count(Person) == book.count(Person) + 8
    assert after.count(Performance) == book.count(Performance) + 8


def test_a_ballet_that_ships_comes_with_its_roles() -> None:
    book = new_book()
    book = book.apply(stage(book, "Giselle"))
    (production,) = book.all(Production)
    assert "Myrtha" in [role.name for role in roles(book, production.id)]


def test_people_are_named_as_people_name_them() -> None:
    book = company_book()
    assert person_named(book, " Véga ").id == "vega"
    with pytest.raises(Invalid, match=r"^Nobody here is called “Wega”; nearest: Ada Vega"):
        person_named(book, "Wega")
    with pytest.raises(Invalid, match="could be Gia Kim or Hana Kim"):
        person_named(book, "kim")


@pytest.mark.parametrize(
    ("title", "work"),
    [
        ("Swan Lake", "Swan Lake"),
        ("Schwanensee", "Swan Lake"),
        ("Le Lac des cygnes", "Swan Lake"),
        ("El lago de los cisnes", "Swan Lake"),
        ("Nutcracker", "The Nutcracker"),
        ("giselle", "Giselle"),
        ("Dornröschen", "The Sleeping Beauty"),
    ],
)
def test_ballets_that_ship_are_known_by_their_titles(title: str, work: str) -> None:
    template = template_titled(title)
    assert template is not None
    assert template.production.work == work
