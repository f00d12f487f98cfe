from __future__ import annotations

import pytest

from castapp.domain.casting import BillItem, Performance
from castapp.domain.programme import bill
from castapp.domain.repertory import Production
from castapp.importers.table import BadRows
from castapp.services.show import performances
from tests.builders import THURSDAY, company_book
from tests.importers.tables import brought, new_book, written

LIST = """Date,Curtain,Ballet,Stage,Conductor,Status,Notes
15.10.2026,19.30,The Lake,Stage,Reyes,announced,gala
16.10.2026,7:30 pm,The Lake,Stage,,,
"""


def test_performances_are_found_or_made() -> None:
    book = company_book()
    book = book.apply(brought(book, LIST).edit)
    shows = sorted(book.all(Performance), key=lambda one: one.day)
    assert [(one.curtain, one.venue_id, one.state) for one in shows] == [
        (1170, "stage", "announced"),
        (1170, "stage", "planned"),
    ]
    assert (shows[0].conductor_id, shows[0].note) == ("reyes", "gala")
    assert [item.cast_id for item in bill(book, shows[0].id)] == ["cast-1"]
    assert not brought(book, LIST).edit


def test_two_ballets_at_one_curtain_are_a_mixed_bill() -> None:
    book = new_book()
    text = "Date,Time,Production,Venue\n2026-11-01,19:30,First,Hall\n2026-11-01,19:30,Second,Hall\n"
    book = book.apply(brought(book, text, newcomers=True).edit)
    assert book.count(Performance) == 1
    assert book.count(BillItem) == 2


def test_a_column_nobody_knows_is_left_out_and_told() -> None:
    found = brought(
        company_book(), "Date,Time,Production,Weather\n2026-11-01,19:30,The Lake,fine\n",
        "performances",
    )  # fmt: skip
    assert any("Weather" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("2026-11-01,19:30,,", "line 2, Production: the ballet is missing"),
        ("2026-11-01,,The Lake,", "line 2, Time: the time of the performance is missing"),
        (",19:30,The Lake,", "line 2, Date: the day is missing"),
        ("2026-11-01,19:30,The Lake,odd", "line 2, State: “odd” is not known"),
    ],
)
def test_a_bad_row_is_named(row: str, sentence: str) -> None:
    book = new_book() if ",," in row and "19:30,," in row else company_book()
    with pytest.raises(BadRows) as caught:
        brought(book, f"Date,Time,Production,State\n{row}\n", newcomers=True)
    assert sentence in str(caught.value)


def test_a_curtain_the_clock_skips_is_refused() -> None:
    text = "Date,Time,Production,Venue\n2027-03-28,01:30,The Lake,Stage\n"
    with pytest.raises(BadRows, match="The clock is put forward on Sun 28 Mar"):
        brought(company_book(), text)


def test_a_mixed_bill_is_known_by_all_its_titles() -> None:
    more = [
        Production("tide", work="Tidewater", title="Tidewater"),
        BillItem("second", "show-2026-10-15-1170", "tide", order=2),
    ]
    book = company_book(more)
    (row,) = performances(book, THURSDAY, THURSDAY)
    text = written([["Performance", "Title"], [row["performance"], row["title"]]])
    assert not brought(book, text).edit.changes
