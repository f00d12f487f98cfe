from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.casting import Casting
from castapp.domain.draft import Draft
from castapp.domain.people import Person
from castapp.services.tally import tally


def test_what_comes_in_is_counted_by_kind_in_words() -> None:
    draft = Draft(Book.of([Person("okabe", given="Kenji", family="Okabe")]))
    draft.put(Person("okabe", given="Kenji", family="Okabe-Hall"))
    draft.put(Person("vega", given="Ada", family="Vega"))
    for number in range(3):
        draft.put(
            Casting(
                f"c{number}", cast_id="cast", role_id="odette", person_id="vega", spot=number + 1
            )
        )
    assert tally(draft.edit("Import")) == (
        "1 person",
        "3 castings",
        "1 known already, brought up to date",
    )


def test_nothing_is_no_words() -> None:
    assert tally(Draft(Book.of(())).edit("")) == ()
