from __future__ import annotations

from typing import Any

import pytest

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.repertory import Production, Section
from castapp.domain.wording import (
    act_words,
    call_short,
    call_title,
    coach_line,
    place,
    run_place,
    section_words,
    short_place,
)
from tests.builders import FRIDAY, SATURDAY, THURSDAY, call, company_book, role_line, show


def title(**fields: Any) -> str:
    book = company_book(call("one", 720, 60, **fields))
    return call_title(book, book.get(Call, "one")).text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": "class"}, "Class"),
        ({"kind": "physio", "title": "Knee"}, "Booked time"),
        ({"kind": "class", "title": "Class, men"}, "Class, men"),
        ({"production_id": "lake"}, "Lake"),
        ({"production_id": "lake", "title": "Act II pas de deux"}, "Lake Act II pas de deux"),
        ({"production_id": "lake", "sections": ("lake-ii",)}, "Lake Act II"),
        ({"production_id": "lake", "sections": ("lake-i-2",)}, "Lake Duet, act I"),
        ({"production_id": "lake", "kind": "stage call"}, "Lake Stage call"),
        (
            {"production_id": "lake", "kind": "dress", "sections": ("lake-ii",)},
            "Lake Act II, dress",
        ),
        ({"production_id": "lake", "tba": True}, "Lake TBA"),
        ({"production_id": "lake", "tba": True, "title": "Fri cast"}, "Lake TBA (Fri cast)"),
    ],
)
def test_a_call_is_titled(fields: dict[str, Any], said: str) -> None:
    assert title(**fields) == said


def test_without_sections_one_or_two_called_roles_are_named_with_their_act() -> None:
    book = company_book(call("one", 720, 60, role_line("l", "spirits"), production_id="lake"))
    assert call_title(book, book.get(Call, "one")).what == "Spirits, act II"
    queen = company_book(call("one", 720, 60, role_line("l", "queen"), production_id="lake"))
    assert call_title(queen, queen.get(Call, "one")).what == "Queen"


def test_of_more_roles_their_acts_are_named() -> None:
    lines = [role_line(one, one) for one in ("spirits", "queen", "couple")]
    book = company_book(call("one", 720, 60, *lines, production_id="lake"))
    assert call_title(book, book.get(Call, "one")).what == ""


def test_the_short_title_has_the_code_and_the_bare_act() -> None:
    book = company_book(call("one", 720, 60, production_id="lake", sections=("lake-i-2",)))
    assert call_short(book, book.get(Call, "one")) == "LK Duet, I"


def test_whole_acts_and_the_whole_ballet() -> None:
    book = company_book()
    assert section_words(book, "lake", ("lake-i-1", "lake-i-2")) == "Act I"
    assert section_words(book, "lake", ("lake-i-1", "lake-ii")) == "Waltz, act I; Act II"
    assert section_words(book, "lake", ("lake-i-1", "lake-i-2", "lake-ii")) == "whole ballet"
    assert section_words(book, "lake", ()) == ""


@pytest.mark.parametrize(
    ("acts", "said"),
    [
        ([], ""),
        (["Act I"], "Act I"),
        (["Act I", "Act II", "Act II"], "Acts I & II"),
        (["Act I", "Act II", "Act IV"], "Acts I, II & IV"),
        (["Prologue", "Act I"], "Prologue, Act I"),
    ],
)
def test_acts_in_a_row(acts: list[str], said: str) -> None:
    assert act_words(acts) == said


def test_who_takes_it_and_where() -> None:
    book = company_book(call("one", 720, 60, lead_id="hall", pianist_id="ito"))
    one = book.get(Call, "one")
    assert coach_line(book, one) == "Hall / Ito"
    assert (place(book, "studio-1"), short_place(book, "studio-1")) == ("Studio 1", "S1")
    assert (place(book, None), short_place(book, None)) == ("", "")


def test_the_place_in_the_run_counts_the_season_without_cancelled_shows() -> None:
    book = company_book(show(FRIDAY), show(SATURDAY, 14 * 60), show(SATURDAY))
    shows = {one.id: one for one in book.all(Performance)}
    assert run_place(book, shows[f"show-{THURSDAY}-1170"]) == (1, 4)
    assert run_place(book, shows[f"show-{SATURDAY}-1170"]) == (4, 4)


def test_of_a_ballet_in_one_act_the_act_is_not_named() -> None:
    one_act = Book.of([
        Production("trio", work="Trio", title="Trio"),
        Section("trio-1", "trio", 0, act="One act", name="Duet I", minutes=8),
        Section("trio-2", "trio", 1, act="One act", name="Trio", minutes=9),
        Section("trio-3", "trio", 2, act="One act", name="Duet II", minutes=7),
    ])  # fmt: skip
    assert section_words(one_act, "trio", ("trio-1",)) == "Duet I"
    assert section_words(one_act, "trio", ("trio-1", "trio-3")) == "Duet I, Duet II"
