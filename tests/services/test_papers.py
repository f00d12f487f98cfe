from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from castapp.domain.checks import Invalid
from castapp.services.papers import Request, page_points, pages, write
from tests.builders import FRIDAY, SATURDAY, THURSDAY, WEDNESDAY, company_book
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
            ["schedule-cleo-moss-2026-10-15.ics", "schedule-cleo-moss-2026-10-15.pdf"],
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
        (Request("casting", SATURDAY), "pdf", "no show"),
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


def test_several_weeks_of_one_person_are_one_file(tmp_path: Path) -> None:
    request = Request("dancer", WEDNESDAY, THURSDAY.replace(day=28), person_id="moss")
    assert len(pages(full_day(), request)) == 3
    assert len(write(full_day(), request, ["pdf"], tmp_path, AT)) == 1
