"""Covers who could go on, and those who are on stage themselves."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.casting import Override, Performance
from castapp.domain.covers import Busy, busy, busy_beside, busy_in_cast, covers
from castapp.domain.record import Record
from tests.builders import casting, company_book

SHOW = "show-2026-10-15-1170"


def night(*more: Record) -> tuple[Book, Performance]:
    book = company_book(more)
    return book, book.get(Performance, SHOW)


def test_a_cover_who_is_free_could_go_on() -> None:
    book, show = night()
    assert covers(book, show)["queen", 1] == ("moss",)
    assert not busy(book, show)


def test_somebody_on_in_those_sections_is_no_cover() -> None:
    book, show = night(casting("cast-1", "spirits", 2, "fox", 2))
    assert busy(book, show) == {("spirits", 2, "fox"): Busy("spirits", 1)}
    assert busy(book, show)["spirits", 2, "fox"].words(book) == "dances Spirits 1 then"
    assert covers(book, show)["spirits", 2] == ("hana-kim",)


def test_too_little_time_to_change_is_none_either() -> None:
    book, show = night(casting("cast-1", "queen", 1, "paz", 2))
    why = busy(book, show)["queen", 1, "paz"]
    assert why.words(book) == "0 of 10 min to change with Duet 1"


def test_who_goes_on_that_night_no_longer_covers() -> None:
    book, show = night(Override("o", SHOW, "queen", 1, "moss"))
    assert ("queen", 1) not in covers(book, show)


def test_who_hands_over_before_the_section_is_free_for_it() -> None:
    book, show = night(
        casting("cast-1", "spirits", 2, "vega", 2),
        Override("o", SHOW, "queen", 1, "moss", from_section_id="lake-ii"),
    )
    assert covers(book, show)["spirits", 2] == ("hana-kim", "vega")


def test_a_cast_alone_is_looked_at_the_same_way() -> None:
    book, _ = night(casting("cast-1", "spirits", 2, "fox", 2))
    assert set(busy_in_cast(book, "cast-1")) == {("spirits", 2, "fox")}
    assert busy_beside(book, "cast-1", "queen", 1, "fox") == Busy("spirits", 1)
    assert busy_beside(book, "cast-1", "queen", 1, "moss") is None
