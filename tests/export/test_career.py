"""The career record: on paper, as a table, and over into another company's file and out again."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.people import CareerLine, Person
from castapp.domain.record import Record
from castapp.export.career_csv import career_csv
from castapp.export.career_pages import career_pages
from castapp.export.careersheet import Career, CareerRow, career_sheet, gathered, when_words
from castapp.export.manner import Manner
from castapp.export.request import Request
from castapp.export.sheet import Text, Type
from castapp.export.sizes import size_of
from castapp.importers.files import bring, read_content
from castapp.importers.reading import Asked
from castapp.services.intake import stage
from castapp.services.papers import careers, pages, write
from castapp.services.sample import sample_book
from tests.builders import FRIDAY, MONDAY, SUNDAY, THURSDAY, company_book, show
from tests.export.neutral import as_text, golden
from tests.export.test_pages import inside

AT = datetime(2026, 10, 18, 9, tzinfo=UTC)
VEGA = [
    CareerLine("one", "vega", work="Lake", role="Queen", where="Norbury Ballet", when="2019",
               partner="Bo Okoro", times=3),
    CareerLine("two", "vega", work="Lake", role="Queen", where="Norbury Ballet", when="2021-05",
               partner="Max Holt", times=4),
    CareerLine("three", "vega", work="Giselle", role="Moyna", times=2),
]  # fmt: skip


def book_of(*records: Record) -> Book:
    return company_book(show(FRIDAY), records)


def vega(book: Book, day: date = SUNDAY) -> Career:
    (found,) = careers(book, ["vega"], day)
    return found


def test_the_whole_record() -> None:
    book = book_of(*VEGA)
    assert as_text(career_sheet(book, vega(book), SUNDAY, "A4")) == golden("career.txt")


def test_the_table() -> None:
    book = book_of(*VEGA)
    assert career_csv(book, [vega(book)]).decode("utf-8") == golden("career.csv").replace(
        "\n", "\r\n"
    )


def test_lines_of_one_role_at_one_house_are_one() -> None:
    (row,) = gathered([
        CareerRow("Lake", "Queen", "Norbury", "", "2021-05", 4, ("Max Holt",)),
        CareerRow("lake", "queen", "NORBURY", "", "2019", 3, ("Bo Okoro", "Max Holt")),
    ])  # fmt: skip
    assert (row.first, row.last, row.times) == ("2019", "2021-05", 7)
    assert row.partners == ("Max Holt", "Bo Okoro")


@pytest.mark.parametrize(
    ("iso", "words", "american"),
    [("2026-10-04", "4 Oct 2026", "Oct 4, 2026"), ("2021-05", "May 2021", "May 2021"),
     ("2019", "2019", "2019"), ("", "", "")],
)  # fmt: skip
def test_a_day_a_month_or_a_year(iso: str, words: str, american: str) -> None:
    assert (when_words(iso, Manner()), when_words(iso, Manner("Letter"))) == (words, american)


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_long_record_goes_on_within_the_margins(
    size: str, measure: Callable[[str, Type], float]
) -> None:
    book = book_of()
    rows = tuple(
        CareerRow(f"A ballet of a long title, number {n // 9}", f"The role called number {n}",
                  "The National Ballet of Somewhere", "2019-03-01", "2024-11-30", n,
                  ("Maximiliana Fitzgerald-Oyelaran", "Bo Okoro") * (n % 4), n % 5 == 0)
        for n in range(60)
    )  # fmt: skip
    sheet = career_sheet(book, Career("vega", rows), SUNDAY, size)
    found = career_pages(sheet, size_of(size, "upright"), Manner(size), measure)
    assert len(found) > 2
    words = "\n".join(page.words for page in found).replace("\n", " ")
    assert all(f"number {n}" in words for n in range(60))
    assert "(CONTINUED)" in words.upper()
    for number, page in enumerate(found, 1):
        inside(page, measure)
        assert f"page {number}/{len(found)}" in page.words
        assert min(item.type.size for item in page.items if isinstance(item, Text)) >= 7


def test_a_text_that_looks_like_a_formula_is_guarded_and_comes_back() -> None:
    book = book_of(CareerLine("odd", "vega", work="=1+1", role="@Queen", where="-x", when="2019"))
    rows = list(csv.reader(io.StringIO(career_csv(book, [vega(book, MONDAY)]).decode("utf-8-sig"))))
    assert rows[1][1:4] == ["'=1+1", "'@Queen", "'-x"]
    other = imported(elsewhere(book), career_csv(book, [vega(book, MONDAY)]))
    (line,) = other.where(CareerLine, "person_id", "vega")
    assert (line.work, line.role, line.where) == ("=1+1", "@Queen", "-x")


def imported(book: Book, data: bytes) -> Book:
    tables, _ = read_content(data, "career.csv", book)
    return book.apply(bring(book, tables, "career", Asked(SUNDAY, stage, newcomers=False)).edit)


def elsewhere(book: Book, people: Iterable[str] = ("vega",)) -> Book:
    """Another company that has engaged these people and nothing else."""
    draft = Draft(Book.of(()))
    draft.put(Company(COMPANY_ID, name="Norbury Ballet"))
    for person_id in people:
        draft.put(replace(book.get(Person, person_id), coach_id=None))
    return Book.of(()).apply(draft.edit("elsewhere"))


def undated(career: Iterable[Career]) -> list[tuple[str, set[CareerRow]]]:
    """The rows of each, but for who saw a debut: only the house that did tells of it."""
    return sorted(
        (one.person_id, {replace(row, debut=False) for row in one.rows}) for one in career
    )


def test_out_of_the_sample_into_another_company_and_out_again() -> None:
    sample = sample_book(date(2026, 11, 20))
    people = [who.id for who in sample.all(Person)]
    day = date(2026, 11, 20)
    told = careers(sample, people, day)
    assert len(told) > 30
    data = career_csv(sample, told)
    other = imported(elsewhere(sample, people), data)
    assert undated(careers(other, people, day)) == undated(told)
    assert list(imported(other, data).all(CareerLine)) == list(other.all(CareerLine))


def test_only_a_record_has_no_changes_when_it_comes_back_home() -> None:
    book = book_of(*VEGA)
    after = imported(book, career_csv(book, [vega(book)]))
    assert vega(after) == vega(book)


@pytest.mark.usefixtures("qapp")
def test_another_program_reads_the_files(tmp_path: Path) -> None:
    request = Request("career", SUNDAY, person_id="vega")
    pdf, table = write(book_of(*VEGA), request, ["pdf", "csv"], tmp_path, AT)
    assert (pdf.name, table.name) == ("career-ada-vega.pdf", "career-ada-vega.csv")
    said = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True,
                          encoding="utf-8").stdout  # fmt: skip
    for words in ("Ada Vega", "CAREER RECORD", "LAKE", "Norbury Ballet", "May 2021", "Bo Okoro",
                  "page 1/1"):  # fmt: skip
        assert words in said, words
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Role"] for row in rows] == ["Moyna", "Queen", "Queen"]
    assert rows[2]["Partner"] == "Bo Okoro; Max Holt"


@pytest.mark.usefixtures("qapp")
def test_without_a_dancer_it_is_everybodys(tmp_path: Path) -> None:
    book = book_of(*VEGA)
    (table,) = write(book, Request("career", SUNDAY), ["csv"], tmp_path, AT)
    assert table.name == "careers-2026-10-18.csv"
    text = table.read_text(encoding="utf-8-sig")
    assert "Ada Vega" in text
    assert "Bo Okoro" in text
    assert len(pages(book, Request("career", SUNDAY))) > 5


@pytest.mark.parametrize(("person_id", "name"), [("ito", "Ken Ito"), ("", "Nobody here")])
def test_no_role_is_a_sentence_and_nothing_is_written(
    tmp_path: Path, person_id: str, name: str
) -> None:
    request = Request("career", MONDAY, person_id=person_id)
    start = book_of()
    draft = Draft(start)
    for line in start.all(CareerLine):
        draft.drop(line)
    book = start.apply(draft.edit("no careers"))
    with pytest.raises(Invalid, match=f"{name} has not danced any role yet"):
        write(book, request, ["csv", "pdf"], tmp_path, AT)
    assert not list(tmp_path.iterdir())


def test_an_edit_of_a_career_is_one_undo() -> None:
    book = elsewhere(book_of(*VEGA))
    tables, _ = read_content(career_csv(book_of(*VEGA), [vega(book_of(*VEGA))]), "c.csv", book)
    edit: Edit = bring(book, tables, "auto", Asked(THURSDAY, stage, newcomers=False)).edit
    assert edit.label == "Import c.csv"
    assert not book.apply(edit).apply(edit.inverse()).all(CareerLine)
