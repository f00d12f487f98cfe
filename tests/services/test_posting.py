from __future__ import annotations

import errno
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from castapp.domain.availability import Participation
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.office import AcceptedBreach, Posting
from castapp.domain.record import Record
from castapp.services.calls import move_call
from castapp.services.desk import Refused
from castapp.services.findings import findings
from castapp.services.issues import Request
from castapp.services.posting import NewIssue, Unwritten, make, new_issue, post
from tests.builders import FRIDAY, MONDAY, THURSDAY, call, company_book
from tests.store.places import Opened

pytestmark = pytest.mark.usefixtures("qapp")
AT = datetime(2026, 10, 14, 14, tzinfo=UTC)
SHEET = Request("callsheet", THURSDAY)
FILES = {"call-sheet-2026-10-15-issue-1.pdf", "call-sheet-2026-10-15-issue-1.xlsx"}
SECOND = {"call-sheet-2026-10-15-issue-2.pdf", "call-sheet-2026-10-15-issue-2.xlsx"}
Call_back = Callable[[], None]


def book() -> Book:
    return company_book(call("leads", 14 * 60, 60, people=["vega"], production_id="lake"))


def issue(of: Book, request: Request = SHEET, state: str = "firm") -> NewIssue:
    forms = ("pdf", "ics") if request.paper == "week" else ("pdf", "xlsx")
    return new_issue(of, request, state, "C. Brady", AT, forms)


def committed(edit: Edit, then: Call_back) -> bool:
    then()
    return True


def files(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def test_an_issue_is_one_edit_and_its_files(tmp_path: Path) -> None:
    written: list[Edit] = []

    def commit(edit: Edit, then: Call_back) -> bool:
        assert not files(tmp_path) & FILES
        written.append(edit)
        then()
        return True

    made = issue(book())
    assert post(made, tmp_path, commit)
    assert files(tmp_path) == FILES
    assert [type(change.after) for change in written[0].changes] == [Posting]


def test_the_file_says_which_issue_it_is(tmp_path: Path) -> None:
    post(issue(book()), tmp_path, committed)
    path = tmp_path / "call-sheet-2026-10-15-issue-1.pdf"
    said = subprocess.run(
        ["pdftotext", str(path), "-"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "issued Wed 14 Oct 15.00, C. Brady" in said
    assert "DRAFT" not in said


def test_a_refused_edit_leaves_no_file(tmp_path: Path) -> None:
    assert not post(issue(book()), tmp_path, lambda edit, then: False)
    assert files(tmp_path) == set()


def test_a_commit_that_breaks_leaves_no_file(tmp_path: Path) -> None:
    def breaking(edit: Edit, then: Call_back) -> bool:
        raise Refused("The disk is gone.")

    with pytest.raises(Refused):
        post(issue(book()), tmp_path, breaking)
    assert files(tmp_path) == set()


def test_the_files_follow_when_the_edit_is_written_after_all(tmp_path: Path) -> None:
    later: list[Call_back] = []

    def asking(edit: Edit, then: Call_back) -> bool:
        later.append(then)
        return False

    post(issue(book()), tmp_path, asking)
    assert files(tmp_path) == set()
    later[0]()
    assert files(tmp_path) == FILES


@pytest.mark.parametrize("kind", ["missing", "file"])
def test_a_folder_that_cannot_be_written_to_is_one_sentence(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "board"
    if kind == "file":
        folder.write_text("not a folder")
    asked: list[Edit] = []

    def commit(edit: Edit, then: Call_back) -> bool:
        asked.append(edit)
        return True

    with pytest.raises(Unwritten, match=r"Nothing is posted: the folder .* Choose another\.$"):
        post(issue(book()), folder, commit)
    assert asked == []


def test_a_full_disk_is_one_sentence_and_nothing_is_posted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []

    def full(handle: int) -> None:
        synced.append(handle)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("castapp.export.writing.os.fsync", full)
    asked: list[Edit] = []

    def commit(edit: Edit, then: Call_back) -> bool:
        asked.append(edit)
        return True

    with pytest.raises(Unwritten, match=r"Nothing is posted\. The disk is full"):
        post(issue(book()), tmp_path, commit)
    assert asked == []
    assert files(tmp_path) == set()


def test_files_that_cannot_be_put_in_place_are_told_after_posting(tmp_path: Path) -> None:
    (tmp_path / "call-sheet-2026-10-15-issue-1.xlsx").mkdir()
    with pytest.raises(Unwritten, match="Issue 1 is posted, but its files"):
        post(issue(book()), tmp_path, committed)
    assert not [name for name in files(tmp_path) if name.startswith(".")]


def test_an_earlier_issue_stays_beside_the_later_one(tmp_path: Path) -> None:
    first = issue(book())
    post(first, tmp_path, committed)
    before = (tmp_path / "call-sheet-2026-10-15-issue-1.pdf").read_bytes()
    after = book().apply(first.edit)
    moved = after.apply(move_call(after, "leads", THURSDAY, 15 * 60, "studio-2"))
    second = issue(moved)
    assert second.number == 2
    post(second, tmp_path, committed)
    assert files(tmp_path) == FILES | SECOND
    assert (tmp_path / "call-sheet-2026-10-15-issue-1.pdf").read_bytes() == before


def test_what_stands_is_not_posted_again() -> None:
    posted = book().apply(issue(book()).edit)
    with pytest.raises(Invalid, match="Issue 1 stands"):
        issue(posted)


def test_week_and_casting_are_posted_too(tmp_path: Path) -> None:
    week = issue(book(), Request("week", MONDAY), "tentative")
    casting = issue(book(), Request("casting", THURSDAY, production_id="lake"))
    for one in (week, casting):
        post(one, tmp_path, committed)
    assert files(tmp_path) == {
        "week-2026-10-12-issue-1.pdf",
        "week-2026-10-12-issue-1.ics",
        "casting-lake-2026-10-15-issue-1.pdf",
        "casting-lake-2026-10-15-issue-1.xlsx",
    }


@pytest.mark.parametrize(
    ("request_", "form", "said"),
    [
        (Request("dancer", MONDAY, person_id="vega"), "xlsx", "does not come as xlsx"),
        (Request("poster", MONDAY), "pdf", "does not come as pdf"),
    ],
)
def test_what_cannot_be_made_is_refused(request_: Request, form: str, said: str) -> None:
    with pytest.raises(Invalid, match=said):
        make(book(), request_, form, AT)


def test_an_own_week_is_not_posted() -> None:
    with pytest.raises(Invalid, match="handed out"):
        issue(book(), Request("dancer", MONDAY, person_id="vega"))


def test_findings_are_lived_with_for_a_reason_in_the_same_edit() -> None:
    clashing = company_book(
        call("one", 840, 60, people=["vega"]),
        call("two", 840, 60, people=["vega"], studio_id="studio-2"),
    )
    found = [one for one in findings(clashing, THURSDAY, THURSDAY) if one.severity == "hard"]
    assert found
    with pytest.raises(Invalid, match="why"):
        new_issue(clashing, SHEET, "firm", "C. Brady", AT, (), found, " ")
    made = new_issue(clashing, SHEET, "firm", "C. Brady", AT, (), found, "Agreed with both.")
    after = clashing.apply(made.edit)
    assert {one.reason for one in after.all(AcceptedBreach)} == {"Agreed with both."}
    still = [one for one in findings(after, THURSDAY, THURSDAY) if one.severity == "hard"]
    assert still == found
    assert after.apply(made.edit.inverse()) == clashing


def test_no_health_status_on_the_paper_unless_the_company_wants_it(tmp_path: Path) -> None:
    off = book().apply(
        _put(
            book(),
            Participation("off", person_id="vega", status="off", since=THURSDAY, review=FRIDAY),
        )
    )
    house = replace(off.get(Company, COMPANY_ID), off_list_on_papers=True)
    told = off.apply(_put(off, house))
    assert "OFF" not in _words(off, tmp_path / "quiet")
    assert "OFF" in _words(told, tmp_path / "told")


def test_a_real_desk_posts_and_takes_back(tmp_path: Path, address: str, opened: Opened) -> None:
    desk = opened.founded(address, book())

    def commit(edit: Edit, then: Call_back) -> bool:
        desk.commit(edit)
        then()
        return True

    assert post(issue(desk.book), tmp_path, commit)
    assert [one.issue for one in desk.book.all(Posting)] == [1]
    desk.undo()
    assert not desk.book.count(Posting)
    assert desk.book.count(Call) == 1


def _put(of: Book, *records: Record) -> Edit:
    draft = Draft(of)
    for record in records:
        draft.put(record)
    return draft.edit("put")


def _words(of: Book, folder: Path) -> str:
    folder.mkdir()
    post(issue(of), folder, committed)
    return subprocess.run(
        ["pdftotext", str(folder / "call-sheet-2026-10-15-issue-1.pdf"), "-"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
