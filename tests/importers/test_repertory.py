from __future__ import annotations

import pytest

from castapp.importers.repertory import Place, english_title, find_place, find_production
from castapp.services.intake import stage, template_titled
from tests.builders import company_book


@pytest.mark.parametrize("text", ["The Lake", "lake", "LK", "the  LAKE"])
def test_productions_are_found(text: str) -> None:
    found = find_production(company_book(), text)
    assert found is not None
    assert found.id == "lake"


def test_a_title_nobody_knows_stays_as_it_is() -> None:
    assert english_title("Highland") == "Highland"
    assert template_titled("Highland") is None


def place(text: str) -> tuple[str, int, int] | None:
    book = company_book()
    book = book.apply(stage(book, "Swan Lake"))
    production = find_production(book, "Swan Lake")
    assert production is not None
    found: Place | None = find_place(book, production.id, text)
    return (found.roles[0].name, found.spot, found.cover) if found else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Prince Siegfried", ("Siegfried", 0, 0)),
        ("SIEGFRIED", ("Siegfried", 0, 0)),
        ("Odette", ("Odette/Odile", 0, 0)),
        ("Odile", ("Odette/Odile", 0, 0)),
        ("Odette / Odile", ("Odette/Odile", 0, 0)),
        ("Rothbart", ("Von Rothbart", 0, 0)),
        ("Cygnets 2", ("Cygnets", 2, 0)),
        ("Swan #16", ("Swans", 16, 0)),
        ("Siegfried cover", ("Siegfried", 0, 1)),
        ("Siegfried (cover 2)", ("Siegfried", 0, 2)),
        ("Czardas", ("Czárdás", 0, 0)),
        ("Big Swans", None),
        ("Cygnets 9", None),
        ("Orchestra", None),
    ],
)
def test_roles_are_found_by_what_files_call_them(
    text: str, found: tuple[str, int, int] | None
) -> None:
    assert place(text) == found
