from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.people import Person
from castapp.services.papers import Request, page_points, pages, unprintable, write
from tests.builders import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    THURSDAY,
    WEDNESDAY,
    company_book,
    dancer,
)
from tests.export.day import full_day

pytestmark = pytest.mark.usefixtures("qapp")
AT = datetime(2026, 10, 14, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("request_", "forms", "names"),
    [
        (
            Request("callsheet", THURSDAY, FRIDAY),
            ("pdf", "xlsx"),
            [
                "call-sheet-2026-10-15.pdf",
                "call-sheet-2026-10-16.pdf",
                "call-sheet-2026-10-15.xlsx",
                "call-sheet-2026-10-16.xlsx",
            ],
        ),
        (Request("week", THURSDAY), ("pdf", "ics"), ["week-2026-10-12.pdf", "week-2026-10-12.ics"]),
        (
            Request("casting", THURSDAY),
            ("pdf", "xlsx"),
            ["casting-lake-2026-10-15.pdf", "casting-lake-2026-10-15.xlsx"],
        ),
        (
            Request("dancer", THURSDAY, person_id="moss"),
            ("ics", "pdf"),
            ["schedule-cleo-moss-2026-10-12.ics", "schedule-cleo-moss-2026-10-12.pdf"],
        ),
    ],
)
def test_papers_are_written_under_plain_names(
    tmp_path: Path, request_: Request, forms: tuple[str, ...], names: list[str]
) -> None:
    assert [one.name for one in write(full_day(), request_, forms, tmp_path, AT)] == names
    assert {one.name for one in tmp_path.iterdir()} == set(names)
    assert all(one.stat().st_size > 500 for one in tmp_path.iterdir())


@pytest.mark.parametrize(
    ("request_", "form", "said"),
    [
        (Request("callsheet", THURSDAY), "ics", "comes as pdf or xlsx, not as ics"),
        (Request("poster", THURSDAY), "pdf", "no paper called “poster”"),
        (Request("dancer", THURSDAY), "pdf", "Say whose"),
        (Request("callsheet", FRIDAY, THURSDAY), "pdf", "before the first"),
        (
            Request("casting", WEDNESDAY),
            "pdf",
            "No performance on Wed 14 Oct 2026. The next is Lake on Thu 15 Oct 2026.",
        ),
        (Request("casting", SATURDAY), "xlsx", "No performance on Sat 17 Oct 2026.$"),
        (
            Request("casting", MONDAY, WEDNESDAY, production_id="lake"),
            "pdf",
            "No performance from Mon 12 Oct 2026 to Wed 14 Oct 2026.",
        ),
        (Request("week", THURSDAY, size="A3"), "pdf", "The paper is A4 or Letter, not A3."),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    tmp_path: Path, request_: Request, form: str, said: str
) -> None:
    with pytest.raises(Invalid, match=said):
        write(company_book(), request_, [form], tmp_path, AT)
    assert not list(tmp_path.iterdir())


def test_nothing_is_written_if_one_of_the_formats_is_not_known(tmp_path: Path) -> None:
    with pytest.raises(Invalid):
        write(full_day(), Request("callsheet", THURSDAY), ["pdf", "docx"], tmp_path, AT)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="is not there"):
        write(full_day(), Request("callsheet", THURSDAY), ["xlsx"], tmp_path / "no", AT)


def test_pages_for_the_screen_have_the_companys_paper() -> None:
    [first, *_] = pages(full_day(paper="Letter"), Request("callsheet", THURSDAY))
    assert page_points(first) == pytest.approx((792, 612), abs=0.5)
    assert "Thursday, October 15, 2026" in first.words


def test_files_are_named_by_the_first_day_that_is_in_them(tmp_path: Path) -> None:
    book = full_day()
    made = write(book, Request("casting", MONDAY, FRIDAY), ["pdf", "xlsx"], tmp_path, AT)
    made += write(book, Request("week", THURSDAY, FRIDAY), ["pdf", "ics"], tmp_path, AT)
    assert [one.stem for one in made] == [
        *["casting-lake-2026-10-15"] * 2,
        *["week-2026-10-12"] * 2,
    ]


def test_namesakes_and_names_in_other_scripts_have_files_of_their_own(tmp_path: Path) -> None:
    book = company_book(dancer("芳 王"), dancer("丽 李"), dancer("Ada Vega-X"))
    draft = Draft(book)
    draft.set(book.get(Person, "vega-x"), family="Vega")
    book = book.apply(draft.edit("namesake"))
    made = [
        path.name
        for who in ("王", "李", "vega", "vega-x")
        for path in write(book, Request("dancer", THURSDAY, person_id=who), ["ics"], tmp_path, AT)
    ]
    assert len(set(made)) == 4
    assert made[0] == "schedule-芳-王-2026-10-12.ics"
    assert made[2:] == [
        "schedule-ada-vega-vega-2026-10-12.ics",
        "schedule-ada-vega-vega-x-2026-10-12.ics",
    ]


def test_letters_that_cannot_be_printed_are_told() -> None:
    book = company_book(dancer("Ada \U0001f9ff\U00012345"))
    told = unprintable(book, Request("callsheet", THURSDAY))
    assert "\U00012345" in told
    assert pages(book, Request("callsheet", THURSDAY))
    assert unprintable(full_day(), Request("callsheet", THURSDAY)) == ""


def test_several_weeks_of_one_person_are_one_file(tmp_path: Path) -> None:
    request = Request("dancer", WEDNESDAY, THURSDAY.replace(day=28), person_id="moss")
    assert len(pages(full_day(), request)) == 3
    assert len(write(full_day(), request, ["pdf"], tmp_path, AT)) == 1
