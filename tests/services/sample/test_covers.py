"""The sample's covers could go on: nobody covers what they are on stage for."""

from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.casting import Cast, Performance
from castapp.domain.covers import busy, busy_in_cast
from tests.services.sample.days import ODD_DAYS, WEDNESDAY, book_of


@pytest.mark.parametrize("today", [WEDNESDAY, *ODD_DAYS])
def test_no_cover_is_on_stage_then(today: date) -> None:
    book = book_of(today)
    found = {
        why.words(book)
        for show in book.all(Performance)
        if show.day >= today
        for why in busy(book, show).values()
    }
    assert not found


def test_nor_in_a_cast_as_it_is_planned() -> None:
    book = book_of(WEDNESDAY)
    assert not [cast.name for cast in book.all(Cast) if busy_in_cast(book, cast.id)]
