from __future__ import annotations

import pytest

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.services.calltext import Reading, reading
from tests.builders import FRIDAY, THURSDAY, call, company_book, dancer

BOOK = company_book(
    dancer("Olu Osei", duties=("dancer", "répétiteur")),
    dancer("Pia Marsh"),
    call("taken", 600, 60, lead_id="marsh"),
)


def read(text: str, book: Book = BOOK) -> Reading:
    found = reading(book, text, THURSDAY)
    assert found.call is not None, found.problem
    return found


def who(found: Reading) -> tuple[str | None, set[str | None]]:
    assert found.call is not None
    return found.call.lead_id, {one.person_id for one in found.called if one.person_id}


@pytest.mark.parametrize("text", ["lake duet 1st osei", "lake duet 1st, osei", "lake II, osei",
                                  "lake duet 1st osei s2 14.00"])  # fmt: skip
def test_a_dancer_who_coaches_takes_a_call_that_has_its_dancers(text: str) -> None:
    assert who(read(text)) == ("osei", set())


def test_so_does_a_dancer_who_takes_a_call_that_day() -> None:
    assert who(read("lake duet 1st marsh")) == ("marsh", set())
    friday = reading(BOOK, "lake duet 1st marsh", FRIDAY)
    assert friday.call is not None
    assert friday.call.lead_id is None


@pytest.mark.parametrize("text", ["osei", "class osei vega", "lake duet osei vega",
                                  "lake duet also osei", "lake duet no osei"])  # fmt: skip
def test_else_a_dancer_who_coaches_is_one_of_the_dancers(text: str) -> None:
    lead, called = who(read(text))
    assert lead is None
    assert "osei" in called


def test_what_somebody_dances_there_counts_for_more_than_a_duty() -> None:
    vega = BOOK.get(Person, "vega")
    both = company_book(call("other", 600, 60, lead_id=vega.id))
    assert who(read("lake queen 1st vega", both))[0] is None
    assert who(read("lake duet 1st vega", both))[0] == "vega"


@pytest.mark.parametrize(
    ("text", "words", "instead"),
    [
        ("lake duet 1st osei", "Osei takes it", "lake duet 1st also Osei"),
        ("lake duet also osei", "Osei is called", "lake duet coach Osei"),
        ("lake duet coach osei", "Osei takes it", "lake duet also Osei"),
    ],
)
def test_which_it_is_is_said_and_can_be_switched(text: str, words: str, instead: str) -> None:
    found = read(text)
    piece = found.pieces[-1]
    assert piece.words == words
    assert piece.other is not None
    assert piece.other in found.completions
    other = text[: piece.other.start] + piece.other.text + text[piece.other.end :]
    assert other == instead
    assert who(read(other)) != who(found)
