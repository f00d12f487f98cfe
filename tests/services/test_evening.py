"""A dancer's evening, with the minutes to change."""

from __future__ import annotations

from castapp.domain.casting import Override, Performance
from castapp.services.evening import evening
from tests.builders import casting, company_book

SHOW = "show-2026-10-15-1170"


def test_sections_of_a_role_in_a_row_are_one() -> None:
    book = company_book()
    (turn,) = evening(book, book.get(Performance, SHOW), "vega")
    assert (turn.start, turn.end, turn.sections) == (1170, 1265, ("lake-i-1", "lake-ii"))
    assert (turn.gap, turn.short) == (None, False)


def test_another_role_between_says_how_long_to_change() -> None:
    book = company_book([casting("cast-1", "spirits", 1, "paz")])
    found = evening(book, book.get(Performance, SHOW), "paz")
    assert [(one.role_id, one.gap, one.short) for one in found] == [
        ("couple", None, False),
        ("spirits", 20, False),
    ]
    book = company_book([Override("o", SHOW, "couple", 1, "vega")])
    found = evening(book, book.get(Performance, SHOW), "vega")
    assert [(one.role_id, one.gap, one.short) for one in found] == [
        ("queen", None, False), ("couple", 0, True), ("queen", 20, False)
    ]  # fmt: skip


def test_a_turn_mid_show_ends_one_and_begins_the_other() -> None:
    book = company_book([Override("o", SHOW, "queen", 1, "moss", from_section_id="lake-ii")])
    show = book.get(Performance, SHOW)
    assert [one.sections for one in evening(book, show, "vega")] == [("lake-i-1",)]
    assert [one.sections for one in evening(book, show, "moss")] == [("lake-ii",)]


def test_covers_and_others_dance_nothing() -> None:
    book = company_book()
    assert evening(book, book.get(Performance, SHOW), "moss") == ()
