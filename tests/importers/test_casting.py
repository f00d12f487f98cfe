from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, time

import pytest
from openpyxl import Workbook

from castapp.domain.casting import BillItem, Cast, Casting, Override, Performance
from castapp.domain.company import COMPANY_ID, Company, Site, Studio
from castapp.domain.people import Engagement, Person
from castapp.domain.programme import zone
from castapp.importers.table import BadRows
from castapp.services.intake import stage
from castapp.services.show import casting as shown
from tests.builders import THURSDAY, company_book
from tests.importers.tables import (
    HEADINGS,
    brought,
    changed,
    danced,
    expected,
    madrid,
    new_book,
    written,
)


def workbook(rows: list[list[str]], *, dated: bool) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line, row in enumerate(rows):
        values: list[object] = list(row)
        if dated and line:
            values[:2] = [date.fromisoformat(row[0]), time.fromisoformat(row[1])]
        sheet.append(values)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def turned() -> list[list[str]]:
    return [[row[place] for place in (5, 3, 4, 0, 2, 1)] for row in madrid()]


def long() -> list[list[str]]:
    return [
        ["Role", "Dancer", "Date", "Time", "Production", "Venue"],
        *(
            [role, dancer, *row[:4]]
            for row in madrid()[1:]
            for role, dancer in zip(HEADINGS[4:], row[4:], strict=True)
        ),
    ]


def german() -> list[list[str]]:
    rows = madrid()
    rows[0] = ["Datum", "Uhrzeit", "Stück", "Spielort", "Odette/Odile", "Prinz Siegfried"]
    for row in rows[1:]:
        year, month, day = row[0].split("-")
        row[0], row[1], row[2] = f"{day}.{month}.{year}", row[1].replace(":", "."), "Schwanensee"
    return rows


SHAPES: dict[str, Callable[[], bytes]] = {
    "as it is": lambda: written(madrid()),
    "columns in another order": lambda: written(turned()),
    "semicolons": lambda: written(madrid(), ";"),
    "tabs, utf-16": lambda: written(madrid(), "\t", "utf-16"),
    "cp1252": lambda: written(madrid(), ";", "cp1252"),
    "with a mark": lambda: written(madrid(), encoding="utf-8-sig"),
    "workbook of text": lambda: workbook(madrid(), dated=False),
    "workbook of dates": lambda: workbook(madrid(), dated=True),
    "a row per dancer": lambda: written(long()),
    "german": lambda: written(german(), ";", "cp1252"),
    "under a title": lambda: written([["Madrid 2024"], [], *madrid()]),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_brings_the_same_run(shape: str) -> None:
    book = new_book()
    book = book.apply(brought(book, SHAPES[shape](), newcomers=True).edit)
    prince = "Prinz Siegfried" if shape == "german" else "Prince Siegfried"
    assert danced(book) == expected(prince)
    assert book.count(Cast) == 4
    assert book.count(Casting) == 8
    assert book.count(Override) == 0
    assert book.count(Person) == book.count(Engagement) == 8


def test_the_venue_tells_the_zone() -> None:
    book = new_book()
    found = brought(book, written(madrid()), newcomers=True)
    book = book.apply(found.edit)
    venue = next(one for one in book.all(Studio) if one.name == "Teatro Real, Madrid")
    assert venue.kind == "stage"
    assert book.get(Site, venue.site_id).zone == "Europe/Madrid"
    assert {zone(book, show.venue_id) for show in book.all(Performance)} == {"Europe/Madrid"}
    assert book.get(Company, COMPANY_ID).zone == "Europe/Madrid"
    assert any("Europe/Madrid" in doubt for doubt in found.doubts)


def test_the_same_file_again_changes_nothing() -> None:
    book = new_book()
    book = book.apply(brought(book, written(madrid()), newcomers=True).edit)
    assert not brought(book, written(madrid())).edit


def test_one_changed_cell_is_an_override_of_that_show() -> None:
    book = new_book()
    book = book.apply(brought(book, written(madrid()), newcomers=True).edit)
    later = brought(book, changed(4, 5, "Wei Wang")).edit
    assert [type(one.record) for one in later.changes] == [Override]
    book = book.apply(later)
    assert ("2024-10-17", 1170, "Prince Siegfried", "Wei Wang") in danced(book)
    back = brought(book, written(madrid())).edit
    assert [one.after for one in back.changes] == [None]


@pytest.mark.parametrize(
    ("line", "column", "text", "sentence"),
    [
        (5, 1, "25:00", "line 5, Time: “25:00” is not a time of day"),
        (5, 1, "-5", "line 5, Time: “-5” is not a time of day"),
        (3, 0, "2024-02-30", "line 3, Date: “2024-02-30” is not a day of the calendar"),
        (3, 0, "30 February 2024", "line 3, Date: “30 February 2024” is not a day"),
        (3, 0, "soon", "line 3, Date: “soon” is not a day"),
        (3, 0, "", "line 3, Date: the day is missing"),
        (3, 1, "", "line 3, Time: the time of the performance is missing"),
        (4, 5, "Nikisha Fogo", "line 4, Prince Siegfried: Nikisha Fogo is cast twice"),
        (4, 5, "A Bell / C Dow", "“A Bell / C Dow” names several dancers for one spot"),
        (4, 5, "Max\0Cauthorn", "line 4, Prince Siegfried: “Max·Cauthorn” holds a NUL"),
        (1, 5, "Prince Sigfried", "line 1, Prince Sigfried: Swan Lake has no role"),
        (6, 2, "Swan Lak", "line 6, Production: no ballet is called “Swan Lak”"),
    ],
)
def test_a_bad_cell_is_named(line: int, column: int, text: str, sentence: str) -> None:
    with pytest.raises(BadRows) as caught:
        brought(new_book(), changed(line, column, text), newcomers=True)
    assert sentence in str(caught.value)
    assert "table.csv" in str(caught.value)


def test_every_bad_row_is_named_up_to_twenty() -> None:
    rows = madrid()
    rows[1][1] = "25:00"
    rows[2][0] = "30 February 2024"
    rows[4][5] = rows[4][4]
    with pytest.raises(BadRows) as caught:
        brought(new_book(), written(rows), newcomers=True)
    assert [line.partition(":")[0] for line in caught.value.lines] == [
        "line 2, Time",
        "line 3, Date",
        "line 5, Prince Siegfried",
    ]
    many = [HEADINGS, *([*row[:1], "25:00", *row[2:]] for row in madrid()[1:] * 4)]
    with pytest.raises(BadRows) as caught:
        brought(new_book(), written(many), newcomers=True)
    assert len(caught.value.lines) == 21
    assert caught.value.lines[-1] == "and 12 more."


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("<b>Max</b>", "<b>Max</b>"),
        ("'=1+1", "=1+1"),
        ("=1+1", "=1+1"),
        ("Max \u202eCauthorn\u200f", "Max Cauthorn"),
        ("Cauthorn, Max", "Max Cauthorn"),
        ("Max CAUTHORN", "Max Cauthorn"),
        ("Jose\u0301 Cauthorn", "José Cauthorn"),
    ],
)
def test_odd_names_come_in_as_plain_text(cell: str, name: str) -> None:
    book = new_book()
    rows = madrid()
    for row in rows[1:]:
        row[5] = cell if row[5] == "Max Cauthorn" else row[5]
    book = book.apply(brought(book, written(rows), newcomers=True).edit)
    assert name in {one.name for one in book.all(Person)}


def test_an_unknown_dancer_is_offered_the_nearest_names() -> None:
    book = new_book()
    book = book.apply(brought(book, written(madrid()), newcomers=True).edit)
    with pytest.raises(BadRows, match="“Max Couthorn”; nearest: Max Cauthorn"):
        brought(book, changed(4, 5, "Max Couthorn"))


def test_the_wording_of_a_ballet_in_the_repertory_stays() -> None:
    book = new_book()
    book = book.apply(stage(book, "Swan Lake"))
    book = book.apply(brought(book, written(madrid()), newcomers=True).edit)
    assert danced(book) == expected("Siegfried")


LAKE = "Date,Time,Production,Role,Spot,Dancer,Cast,Cover\n"
NIGHT = "2026-10-20,19:30,The Lake,"


def test_long_rows_fill_casts_covers_and_spots() -> None:
    book = company_book()
    text = LAKE + "".join(
        f"{line}\n"
        for line in (
            f"{NIGHT}Queen,,Vega,3rd,",
            f"{NIGHT}Prince,1,Dan Lund,3rd,0",
            f"{NIGHT}Queen,1,Moss,3rd,1",
            f"{NIGHT}Spirits,2,Gia Kim,3rd,",
            "2026-10-21,19:30,The Lake,Queen,,Moss,3rd,",
            "2026-10-22,19:30,The Lake,Queen,,Vega,3rd,",
        )
    )
    book = book.apply(brought(book, text).edit)
    cast = next(one for one in book.all(Cast) if one.name == "3rd")
    held = {
        (one.role_id, one.spot, one.cover, one.person_id)
        for one in book.where(Casting, "cast_id", cast.id)
    }
    assert held == {
        ("queen", 1, 0, "vega"),
        ("prince", 1, 0, "lund"),
        ("queen", 1, 1, "moss"),
        ("spirits", 2, 0, "gia-kim"),
    }
    assert [one.person_id for one in book.all(Override)] == ["moss"]
    assert len(book.where(BillItem, "cast_id", cast.id)) == 3


def test_a_cast_may_be_told_without_a_show() -> None:
    book = company_book()
    text = "Production,Cast,Role,Dancer,Cover\nThe Lake,1st,Queen,Eva Paz,Cleo Moss\n"
    shows = book.count(Performance)
    book = book.apply(brought(book, text).edit)
    held = {
        (one.cover, one.person_id)
        for one in book.where(Casting, "cast_id", "cast-1")
        if one.role_id == "queen"
    }
    assert held == {(0, "paz"), (1, "moss")}
    assert book.count(Performance) == shows


def test_somebody_takes_over_from_a_section() -> None:
    book = company_book()
    text = (
        "Performance,Production,Role,Dancer,Section\n2026-10-15T19:30,The Lake,Queen,Moss,Spirits\n"
    )
    book = book.apply(brought(book, text).edit)
    (late,) = book.all(Override)
    assert (late.person_id, late.from_section_id) == ("moss", "lake-ii")


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (f"{NIGHT}Spirits,3,Vega,,", "line 2, Spot: Spirits has no spot “3”; it has 2"),
        (f"{NIGHT}Spirits,-1,Vega,,", "Spirits has no spot “-1”"),
        (f"{NIGHT}Quen,,Vega,,", "line 2, Role: The Lake has no role “Quen”; nearest: Queen"),
        (f"{NIGHT}Queen,,Kim,,", "“Kim” could be Gia Kim or Hana Kim"),
        (f"{NIGHT}Queen,,Vega,,12", "“12” is not a place among the covers"),
        (f"{NIGHT}Queen,,Vega,,\n{NIGHT}Queen,,Moss,,", "Queen is cast twice at one show"),
        (f"{NIGHT}Spirits,1,Fox,,\n{NIGHT}Spirits,2,Fox,,", "Isa Fox is cast twice at one show"),
        (f"{NIGHT},,Vega,,", "line 2, Role: the role is missing"),
    ],
)
def test_a_bad_long_row_is_named(row: str, sentence: str) -> None:
    with pytest.raises(BadRows) as caught:
        brought(company_book(), LAKE + row)
    assert sentence in str(caught.value)


def test_a_ballet_nobody_knows_is_made_with_the_roles_of_the_file() -> None:
    book = new_book()
    text = (
        "Date,Time,Production,Sylph,James,Friends\n2026-10-20,19:30,Highland,A Bo,C Do,E Fo; G Ho\n"
    )
    found = brought(book, text, newcomers=True)
    book = book.apply(found.edit)
    assert [dancer for *_, dancer in danced(book)] == ["E Fo", "G Ho", "C Do", "A Bo"]
    assert any("“Sylph” is new among the roles of Highland" in one for one in found.doubts)


def test_newcomers_are_told_with_what_was_assumed_of_them() -> None:
    found = brought(new_book(), written(madrid()), newcomers=True)
    assert "Nothing says since when 8 people are engaged; 2024-08-01 was taken." in found.doubts
    assert "The gender of 8 people was taken from the roles; look at it in Company." in found.doubts


def test_a_role_may_be_called_lead() -> None:
    text = "Date,Time,Production,Lead,Friends\n2026-10-20,19:30,Highland,A Bo,C Do\n"
    book = new_book()
    book = book.apply(brought(book, text, newcomers=True).edit)
    assert {role for _, _, role, _ in danced(book)} == {"Lead", "Friends"}


def test_a_wide_table_names_the_columns_it_does_not_take() -> None:
    rows = [[*row, extra] for row, extra in zip(madrid(), ["Height", *["168"] * 8], strict=True)]
    found = brought(new_book(), written(rows), newcomers=True)
    assert "The column “Height” has no place among casting and was left out." in found.doubts


def test_what_show_prints_comes_in_again_and_keeps_every_change_as_it_was_made() -> None:
    show_id = "show-2026-10-15-1170"
    changes = [
        Override("one", show_id, "queen", 1, "moss", why="Vega travels"),
        Override("two", show_id, "prince", 1, "lund", from_section_id="lake-ii"),
        Override("three", show_id, "spirits", 2, None),
    ]
    book = company_book(changes)
    rows = shown(book, THURSDAY, THURSDAY)
    names = list(dict.fromkeys(name for row in rows for name in row))
    cells = [[str(row.get(name, "")) for name in names] for row in rows]
    assert not brought(book, written([names, *cells])).edit.changes
