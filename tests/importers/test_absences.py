from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.availability import Absence
from castapp.importers.table import BadRows
from tests.builders import company_book
from tests.importers.tables import brought

LIST = "Dancer,From,To,Reason,Where\nVega,2026-11-02,2026-11-09,guest,Paris\n"


def test_absences_come_in_once() -> None:
    book = company_book()
    book = book.apply(brought(book, LIST).edit)
    (away,) = book.all(Absence)
    assert (away.person_id, away.kind, away.where) == ("vega", "guest engagement", "Paris")
    assert (away.first, away.last) == (date(2026, 11, 2), date(2026, 11, 9))
    assert not brought(book, LIST).edit


def test_one_day_and_an_open_end() -> None:
    book = company_book()
    text = "Name,Datum,Grund\nPaz,3.11.2026,Urlaub\n"
    (away,) = book.apply(brought(book, text, "absences").edit).all(Absence)
    assert (away.first, away.last, away.kind) == (date(2026, 11, 3), date(2026, 11, 3), "leave")
    text = "Name,Von,Bis,Grund\nPaz,3.11.2026,,krank\n"
    (away,) = book.apply(brought(book, text).edit).all(Absence)
    assert (away.last, away.kind) == (None, "illness")


def test_why_somebody_is_away_stays_outside() -> None:
    book = company_book()
    text = "Dancer,From,Reason,Where,Notes\nVega,2026-11-02,sick,Clinic,torn ACL\n"
    found = brought(book, text)
    (away,) = book.apply(found.edit).all(Absence)
    assert (away.kind, away.where, away.note) == ("illness", "", "")
    assert "The column “Notes” was left out: why somebody is away does not come in." in found.doubts
    assert any(doubt.startswith("Where somebody is was left out") for doubt in found.doubts)
    for left in ("ACL", "Clinic"):
        assert left not in repr(found)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("Vegas,2026-11-02,,", "line 2, Dancer: nobody here is called “Vegas”; nearest: Ada Vega"),
        (",2026-11-02,,", "line 2, Dancer: the name is missing"),
        ("Vega,,2026-11-02,", "line 2, From: the first day is missing"),
        ("Vega,2026-11-02,2026-11-01,", "line 2: The absence ends on 2026-11-01, before"),
        ("Vega,2026-11-31,,", "line 2, From: “2026-11-31” is not a day of the calendar"),
        ("Vega,2026-11-02,,moon", "line 2, Reason: “moon” is not known"),
    ],
)
def test_a_bad_row_is_named(row: str, sentence: str) -> None:
    with pytest.raises(BadRows) as caught:
        brought(company_book(), f"Dancer,From,To,Reason\n{row}\n")
    assert sentence in str(caught.value)
