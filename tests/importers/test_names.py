from __future__ import annotations

import pytest

from castapp.domain.checks import Invalid
from castapp.importers.names import Names, split_name
from tests.builders import company_book, dancer


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        ("Sasha De Sola", "Sasha", "De Sola"),
        ("De Sola, Sasha", "Sasha", "De Sola"),
        ("Wei WANG", "Wei", "Wang"),
        ("WANG Wei", "Wei", "Wang"),
        ("Mary Ann Smith", "Mary Ann", "Smith"),
        ("Ludmila van der Berg", "Ludmila", "van der Berg"),
        ("Madonna", "", "Madonna"),
    ],
)
def test_names_are_split(text: str, given: str, family: str) -> None:
    assert split_name(text) == (given, family)


@pytest.mark.parametrize("text", ["Ada Vega", "vega", "VEGA, Ada", "A. Vega", "Véga", "vega a"])
def test_people_are_found_however_they_are_written(text: str) -> None:
    found = Names.of(company_book()).find(text)
    assert found is not None
    assert found.id == "vega"


def test_a_stage_name_is_a_name() -> None:
    names = Names.of(company_book(dancer("Ida Long", stage_name="La Longue")))
    assert names.get("la longue").id == "long"


def test_namesakes_must_be_told_apart() -> None:
    names = Names.of(company_book())
    with pytest.raises(Invalid, match="could be Gia Kim or Hana Kim"):
        names.find("Kim")
    assert names.get("H. Kim").id == "hana-kim"
