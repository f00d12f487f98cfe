from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, time

from openpyxl import Workbook, load_workbook

from castapp.domain.book import Book
from castapp.domain.draft import Draft
from castapp.domain.people import Person
from castapp.domain.record import Record
from castapp.domain.repertory import Role
from castapp.export.callsheet import call_sheet
from castapp.export.castingsheet import casting_sheet
from castapp.export.runs import run_of
from castapp.export.xlsx import call_sheet_xlsx, casting_xlsx
from tests.builders import THURSDAY, company_book, show
from tests.builders import casting as cast_as
from tests.export.day import full_day, reissued_day

AT = datetime(2026, 10, 14, 16, tzinfo=UTC)


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def rows(book: Workbook, name: str) -> list[tuple[object, ...]]:
    return list(book[name].iter_rows(min_row=5, values_only=True))


def calls(book: Book) -> Workbook:
    return opened(call_sheet_xlsx(call_sheet(book, THURSDAY), "A4", AT))


def casting(book: Book) -> Workbook:
    sheet = casting_sheet(book, "lake", run_of(book, "lake", THURSDAY, THURSDAY))
    return opened(casting_xlsx(sheet, "A4", AT))


def renamed(family: str) -> Book:
    book = full_day()
    draft = Draft(book)
    draft.put(replace(book.get(Person, "vega"), family=family))
    return book.apply(draft.edit("rename"))


def test_the_calls_in_time_order() -> None:
    book = calls(reissued_day())
    head, *lines = rows(book, "Calls")
    assert head[:4] == ("Start", "End", "Where", "Call")
    assert lines[1][:7] == (time(12), time(13), "Studio 1", "LAKE Act II",
                            "Spirits 1–2, 1st cast w. covers, no Queen", "Hall", "Ito")  # fmt: skip
    assert [line[0] for line in lines] == [
        time(10), time(12), time(12), time(14), time(14, 15), time(15, 30), time(16, 45),
    ]  # fmt: skip
    moved = next(line for line in lines if line[0] == time(14, 15))
    assert moved[-1] == "changed"
    assert book["Calls"]["A3"].value == "Issue 2"


def test_the_rest_of_the_day_and_the_names() -> None:
    book = calls(reissued_day())
    said = " ".join(str(cell) for row in rows(book, "Day") for cell in row if cell)
    assert "LAKE 19.30" in said
    assert "Queen: Moss (for Vega)" in said
    assert ("Principals", "Moss") in {row[:2] for row in rows(book, "Find your name")}


def test_every_word_is_text_and_none_a_formula() -> None:
    for name in ("=1+1", "+1", "@x", "http://example.org", "<b>x</b>", "שלום"):
        for book in (calls(renamed(name)), casting(renamed(name))):
            cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
            assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "d"}
            assert not any(cell.hyperlink for cell in cells)
            assert any(name in str(cell.value) for cell in cells)


def test_the_casting_with_its_covers_below() -> None:
    head, *lines = rows(casting(full_day()), "Casting")
    assert head == ("Act", "Role", None, "Thu 15 19.30 · Reyes", "Fri 16 19.30 · Reyes",
                    "Shows each")  # fmt: skip
    assert lines[0] == ("Whole ballet", "Queen", "dances", "Vega*", "Moss*",
                        "Vega 1, Moss 1")  # fmt: skip
    assert lines[1] == ("Whole ballet", "Queen", "covers", "Moss", "Vega", None)


def test_names_can_be_searched_for_and_nothing_is_said_twice() -> None:
    book = calls(renamed("de Sola"))
    cells = [str(cell) for row in rows(book, "Calls") for cell in row]
    assert any("de Sola" in cell for cell in cells)
    assert not any("TENTATIVE" in cell for cell in cells)
    assert "tentative" in cells
    assert not any("\u2068" in str(cell.value) for row in calls(renamed("שלום"))["Calls"]
                   for cell in row)  # fmt: skip


def test_classes_have_their_time_and_their_words_apart() -> None:
    assert rows(calls(full_day()), "Day")[1] == (
        "Class", "10.30–11.45", "Women, Studio 1 – Hall / piano Ito",
    )  # fmt: skip


def test_the_spots_of_each_show_stand_under_its_own_time() -> None:
    twice = company_book(corps_records(), show(curtain=840))
    run = run_of(twice, "lake", THURSDAY, THURSDAY)
    book = opened(casting_xlsx(casting_sheet(twice, "lake", run), "A4", AT))
    head, letters, *_ = rows(book, "Spots 1")
    assert head == ("Spot", "Map A", "Thu 15 14.00", "Thu 15 19.30")
    assert letters == (None, None, "map A", "map A")
    bare = company_book(corps_records()[:1])
    sheet = casting_sheet(bare, "lake", run_of(bare, "lake", THURSDAY, THURSDAY))
    assert opened(casting_xlsx(sheet, "A4", AT)).sheetnames == ["Casting"]


def corps_records() -> list[Record]:
    """A corps of nine, of which three are cast."""
    role = Role("swans", production_id="lake", order=9, name="Swans", kind="corps", spots=9)
    cast = [cast_as("cast-1", "swans", spot, who)
            for spot, who in enumerate(("fox", "gia-kim", "hana-kim"), 1)]  # fmt: skip
    return [role, *cast]


def test_the_papers_size_is_set() -> None:
    sheet = call_sheet(full_day(), THURSDAY, "Letter")
    book = opened(call_sheet_xlsx(sheet, "Letter", AT))
    assert book["Calls"].page_setup.paperSize == 1
    assert book["Calls"].page_setup.orientation == "landscape"
    assert calls(full_day())["Calls"].page_setup.paperSize == 9
