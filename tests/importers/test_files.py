from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.importers.files import bring, read_content, read_file
from castapp.importers.xlsx import check_archive
from tests.builders import company_book
from tests.importers.tables import ASKED, CALENDAR, brought, madrid, new_book, written
from tests.importers.test_casting import workbook


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def billion_laughs() -> bytes:
    """A workbook whose sheet defines entities that would grow without end."""
    stream = io.BytesIO(workbook(madrid(), dated=False))
    with zipfile.ZipFile(stream) as archive:
        parts = {one.filename: archive.read(one) for one in archive.infolist()}
    name = "xl/worksheets/sheet1.xml"
    entities = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    parts[name] = entities + parts[name].replace(b"<sheetData>", b"<sheetData>&b;")
    return zipped(parts)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"\n\n;;;\n", "is empty"),
        (b"hello there\n", "the headings .* do not tell what it is"),
        (b"%PDF-1.7", "is a PDF"),
        (b"\xd0\xcf\x11\xe0rest", "is an old workbook"),
        (b"PK\x03\x04rest", "is not a workbook"),
        (zipped({"a.txt": b"x"}), "is not a workbook Castapp can read"),
        (billion_laughs(), "is not a workbook Castapp can read"),
        (b"\xff\xfe\x00", "cannot be read as text"),
        (b"caf\x81,b\n", "cannot be read as text"),
        (b'Date,Time\n"2026-10-01,19:30\n', "line 2: a quotation mark"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "is not a calendar|has no event"),
        (b"Date,Date,Production\n", "say the same; keep one"),
        (b"Date,Time,Production\n2026-10-01,19:30,Lake,Madrid\n", "more cells than the 3 headings"),
        (b"Name\nAda,Bo\n", "more cells than the one heading;"),
        (b"Name,Rank\n", "table.csv has headings but no rows; there is nothing to bring in."),
        ("Name\nRenée\nJos".encode() + b"\xe9\n", "line 3, Name: “Jos\ufffd” holds a letter that"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        brought(company_book(), content)


def test_a_bomb_is_refused_by_its_table_of_contents() -> None:
    bomb = zipped({"xl/workbook.xml": b"\0" * 40_000_000})
    with pytest.raises(Invalid, match="would unpack to 40 MB"):
        check_archive(bomb, "bomb.xlsx")
    crowd = zipped({f"{number}.xml": b"" for number in range(3001)})
    with pytest.raises(Invalid, match="it is not read"):
        check_archive(crowd, "crowd.xlsx")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="There is no file"):
        read_file(tmp_path / "none.csv", company_book())
    with pytest.raises(Invalid, match="cannot be read"):
        read_file(tmp_path, company_book())


def test_a_workbook_names_the_cell_by_letters_too() -> None:
    rows = madrid()
    rows[4][1] = "25:00"
    with pytest.raises(Invalid, match=r"line 5, Time \(B5\): “25:00”"):
        brought(new_book(), workbook(rows, dated=False), newcomers=True)


def test_sheets_come_in_in_a_sensible_order_and_strange_ones_are_told() -> None:
    book = Workbook()
    absences = book.active
    assert absences is not None
    absences.title = "Away"
    for row in (["Dancer", "From", "Reason"], ["Zoë Ohm", "2026-11-01", "leave"]):
        absences.append(row)
    people = book.create_sheet("People")
    for row in (["Name", "Rank"], ["Zoë Ohm", "Corps"]):
        people.append(row)
    book.create_sheet("Remarks").append(["hello", "there"])
    stream = io.BytesIO()
    book.save(stream)
    found = brought(company_book(), stream.getvalue(), source="all.xlsx")
    assert [kind for _, kind in found.kinds] == ["people", "absences"]
    assert "all.xlsx, sheet Remarks was left out; its headings are not known." in found.doubts
    assert found.edit.label == "Import people, absences"


def test_the_history_names_files_but_not_those_about_absences() -> None:
    book = company_book()
    away = brought(book, "Dancer,From\nVega,2026-11-02\n", source="Vega torn ACL.csv")
    assert away.edit.label == "Import absences"
    people = brought(book, "Name,Rank\nAda Vega,Corps\n", source="ranks.csv")
    assert people.edit.label == "Import ranks.csv"


def test_an_empty_sheet_is_told_beside_a_full_one() -> None:
    book = company_book()
    tables = [
        table
        for text in ("Name,Rank\nAda Vega,Corps\n", "Date,Time,Minutes,Kind\n")
        for table in read_content(text.encode(), f"{text[:4]}.csv", book)[0]
    ]
    found = bring(book, tables, "auto", ASKED[False])
    assert "Date.csv has headings but no rows." in found.doubts
    assert found.edit


@pytest.mark.parametrize(
    ("content", "said"),
    [("Name\nRenée Bo\n".encode("cp1252"), True), ("Name\nRenée Bo\n".encode(), False)],
)
def test_what_is_read_as_another_encoding_is_said(content: bytes, said: bool) -> None:
    sentence = "table.csv is not in UTF-8; it was read as Windows-1252. Look at the accents."
    _, doubts = read_content(content, "table.csv", company_book())
    assert doubts == ([sentence] if said else [])
    found = brought(company_book(), content, "people", newcomers=True)
    assert "Renée Bo" in {one.name for one in company_book().apply(found.edit).all(Person)}


def sentence_of(book: Book, content: bytes) -> str:
    """What is said of a file that cannot be brought in; "." when it can."""
    try:
        book.apply(brought(book, content, newcomers=True).edit)
    except Invalid as wrong:
        return str(wrong)
    return "."


SEEDS = (
    written(madrid()),
    written(madrid(), ";", "utf-16"),
    workbook(madrid(), dated=True),
    CALENDAR.encode(),
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_spoilt_bytes_bring_a_sentence_or_an_edit_and_nothing_else(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        spoil = data.draw(st.binary(min_size=0, max_size=4))
        content[place : place + data.draw(st.integers(0, 4))] = spoil
        if not content:
            break
    assert sentence_of(new_book(), bytes(content)).endswith((".", ".\nNothing was written."))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(
        (
            "Date,Time,Production,Role,Spot,Dancer,Cast,Cover,Section",
            "Date,Time,Minutes,Kind,Studio,Production,Who,Section",
            "Name,Rank,Height,Born,Guest,Duties,Coach,Sex",
            "Dancer,From,To,Reason",
            "Date,Time,Production,Venue,Queen,Prince,Spirits",
        )
    ),
    st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=9), max_size=4),
)
def test_any_text_in_cells_brings_a_sentence_or_an_edit(
    heading: str, rows: list[list[str]]
) -> None:
    book = company_book()
    columns = heading.split(",")
    typed = [[text.replace("\r", " ") for text in row[: len(columns)]] for row in rows]
    try:
        content = written([columns, *typed])
    except UnicodeEncodeError:
        return
    assert sentence_of(book, content)


def test_a_long_season_is_read_in_one_go() -> None:
    book = new_book()
    rows = [["Date", "Time", "Minutes", "Studio", "Kind"]]
    rows += [
        [f"2026-{month:02d}-{day:02d}", f"{hour}:00", "60", "Studio 1", "rehearsal"]
        for month in range(1, 13)
        for day in range(1, 29)
        for hour in range(10, 18)
    ]
    assert len(brought(book, written(rows)).edit.changes) == 12 * 28 * 8


def test_a_table_keeps_its_lines() -> None:
    tables, _ = read_content(b'\nDate,Time\n\n2026-10-01,"a\nb"\nx,y\n', "t.csv", company_book())
    assert [row.line for row in tables[0].rows] == [4, 6]
