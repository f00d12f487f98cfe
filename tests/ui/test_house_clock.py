from __future__ import annotations

from datetime import UTC, datetime

from castapp.domain.book import Book
from castapp.services.company import found_company
from castapp.ui.house_clock import house_clock, house_time

AT = datetime(2026, 11, 20, 23, 42, tzinfo=UTC)


def test_a_moment_is_told_on_the_companys_clock() -> None:
    book = Book.of(()).apply(found_company("Meridian", "Europe/Paris"))
    assert house_clock(book, AT) == "0.42"
    assert house_time(book, AT).date().day == 21
    assert house_clock(book, None) == ""


def test_before_there_is_a_company_it_is_utc() -> None:
    assert house_clock(Book.of(()), AT) == "23.42"
