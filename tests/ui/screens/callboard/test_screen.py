from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.finding import Finding, Ref
from castapp.domain.office import AcceptedBreach, Posting
from castapp.services.calls import move_call
from castapp.services.sample import sample_book
from castapp.ui.screens.callboard import preview
from castapp.ui.screens.callboard.obstacle_rows import ObstacleRow
from castapp.ui.screens.callboard.step_rows import IssueRow, StepRow
from castapp.ui.theme import apply_theme
from tests.builders import FRIDAY, MONDAY, THURSDAY, TUESDAY, call, company_book, house
from tests.ui.screens.callboard.board import Board

BOOK = company_book(
    call("duet", 14 * 60 + 15, 60, people=["vega", "okoro"], title="Duet", production_id="lake"),
)
CLASHING = company_book(
    call("one", 840, 60, people=["vega"]),
    call("two", 840, 60, people=["vega"], studio_id="studio-2"),
)
FILES = {"call-sheet-2026-10-15-issue-1.pdf", "call-sheet-2026-10-15-issue-1.xlsx"}
SECOND = {"call-sheet-2026-10-15-issue-2.pdf", "call-sheet-2026-10-15-issue-2.xlsx"}
Open = Callable[..., Board]


@pytest.fixture
def open_board(qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    opened: list[Board] = []
    folder = tmp_path / "board"
    folder.mkdir()

    def open_one(book: Book, into: Path | None = folder) -> Board:
        opened.append(Board(book, into))
        return opened[-1]

    yield open_one
    for board in opened:
        board.close()


def files(board: Board) -> set[str]:
    return {one.name for one in board.folder.iterdir()}


def test_a_day_is_posted_changed_posted_again_and_taken_back(open_board: Open) -> None:
    """The journey: issue 1, a call moves, the drift is told, issue 2, undo."""
    board = open_board(BOOK)
    assert "DRAFT" in board.words()
    assert board.side.foot.post.text() == "Post issue 1"
    board.post()
    assert files(board) == FILES
    assert "issue 1 is posted" in board.banner
    assert "DRAFT" not in board.words()
    assert not board.side.foot.post.isEnabled()
    assert "Nothing." in board.told()
    board.desk.commit(move_call(board.desk.book, "duet", THURSDAY, 15 * 60 + 15, "studio-2"))
    board.settle()
    assert "Changed since issue 1" in board.told()
    assert "Ada Vega" in board.told()
    assert "Lake Duet now 15.15 Studio 2, was 14.15 Studio 1" in board.told()
    assert "moved, was 14.15" in board.words().replace("\u00a0", " ")
    earlier = {name: (board.folder / name).read_bytes() for name in FILES}
    assert board.side.foot.post.text() == "Post issue 2"
    board.post()
    assert files(board) == FILES | SECOND
    assert all((board.folder / name).read_bytes() == earlier[name] for name in FILES)
    assert [one.issue for one in board.desk.book.where(Posting, "day", THURSDAY)] == [1, 2]
    board.window.do("edit.undo")
    board.settle()
    assert board.side.foot.post.text() == "Post issue 2"
    assert board.side.foot.post.isEnabled()
    assert [one.issue for one in board.desk.book.all(Posting)] == [1]


def test_the_sample_company_s_papers_are_all_shown(open_board: Open) -> None:
    board = open_board(sample_book(THURSDAY))
    model = board.screen.list.model()
    titles = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert titles == ["Call sheet", "Week sheet", "Casting sheet", "Own week", "Cast sheet"]
    for name, words in (
        ("callsheet", "DAILY CALL SHEET"),
        ("week", "WEEKLY SCHEDULE"),
        ("casting", "CASTING SHEET"),
        ("dancer", "your week"),
        ("cast-sheet", "SWAN LAKE"),
    ):
        board.screen.list.choose(name)
        board.settle()
        assert words in board.words()
        assert not board.screen.grab().isNull()
        assert board.side.findChildren(StepRow) or name in ("dancer", "cast-sheet")
    assert board.side.foot.post.isHidden() or not board.side.foot.post.isVisible()


def test_it_paints_in_the_dark(open_board: Open, qapp: QApplication) -> None:
    apply_theme(qapp, "dark")
    board = open_board(BOOK)
    image = board.window.grab().toImage()
    assert image.pixelColor(120, 400).lightness() < 60
    page = board.screen.preview.view.page_rects()[0].topLeft().toPoint()
    spot = board.screen.preview.view.viewport().mapTo(board.window, page)
    assert image.pixelColor(spot.x() + 6, spot.y() + 6).lightness() == 255


def test_a_refused_save_leaves_no_file(open_board: Open) -> None:
    board = open_board(BOOK)
    board.desk.refusing = "The disk is gone."
    board.post()
    assert board.banner == "The disk is gone."
    assert files(board) == set()
    assert not board.desk.book.count(Posting)
    board.desk.refusing = ""
    board.window.committer.retry()
    assert files(board) == FILES


def test_a_rule_that_asks_for_a_reason_keeps_the_files_back(open_board: Open) -> None:
    board = open_board(BOOK)
    board.desk.found = [Finding("span", "breach", "Too long.", THURSDAY, ("vega",))]
    board.post()
    assert board.window.committer.asking
    assert files(board) == set()


def test_a_folder_that_is_gone_is_one_sentence(open_board: Open, tmp_path: Path) -> None:
    board = open_board(BOOK, tmp_path / "gone")
    board.post()
    assert board.banner.startswith("Nothing is posted: the folder")
    assert not board.desk.book.count(Posting)


def test_the_folder_is_asked_for_once(open_board: Open, tmp_path: Path) -> None:
    board = open_board(BOOK, None)
    board.post()
    assert board.dialogs.asked == ["Folder for the files posted"]
    assert not board.desk.book.count(Posting)
    board.dialogs.path = tmp_path
    board.post()
    assert board.screen.folder == tmp_path
    board.desk.commit(move_call(board.desk.book, "duet", THURSDAY, 900, "studio-2"))
    board.post()
    assert len(board.dialogs.asked) == 2
    assert [one.issue for one in board.desk.book.all(Posting)] == [1, 2]


def test_only_the_formats_chosen_are_written(open_board: Open) -> None:
    board = open_board(BOOK)
    chips = board.side.foot.chips
    assert [chip.chip.text for chip in chips.chips()] == ["PDF", "Spreadsheet"]
    chips.activated.emit("xlsx")
    assert chips.chips()[1].accessibleName() == "Spreadsheet left out"
    board.post()
    assert files(board) == {"call-sheet-2026-10-15-issue-1.pdf"}


def test_a_clash_needs_a_reason_to_be_posted_firm(open_board: Open) -> None:
    board = open_board(CLASHING)
    rows = board.side.findChildren(ObstacleRow)
    assert rows
    assert "hard: Ada Vega" in rows[0].accessibleName()
    board.post()
    assert not board.desk.book.count(Posting)
    assert "Say why it is posted all the same." in board.told()
    reason = next(
        field
        for field in board.side.findChildren(QLineEdit)
        if field.accessibleName() == "It can be posted with a reason"
    )
    QTest.keyClicks(reason, "Agreed with both.")
    board.post()
    assert board.desk.book.count(Posting) == 1
    assert {one.reason for one in board.desk.book.all(AcceptedBreach)} == {"Agreed with both."}
    assert "Still in the way" not in board.told()
    assert "Posted all the same" in board.told()
    assert "Agreed with both., " in board.told()
    board.desk.commit(move_call(board.desk.book, "one", THURSDAY, 850, "studio-1"))
    board.settle()
    assert "Still in the way" in board.told()
    assert board.side.reason == ""


def test_a_tentative_issue_goes_up_with_its_clashes(open_board: Open) -> None:
    board = open_board(CLASHING)
    board.side.foot.state_chosen.emit("tentative")
    assert "a firm one needs a reason" in board.told()
    board.post()
    assert [one.state for one in board.desk.book.all(Posting)] == ["tentative"]
    assert not board.desk.book.count(AcceptedBreach)


def test_an_obstacle_leads_to_its_call(open_board: Open) -> None:
    board = open_board(CLASHING)
    board.side.findChildren(ObstacleRow)[0].click()
    assert board.window.shown == "schedule"


def test_the_day_is_moved_by_arrows_field_and_posting(open_board: Open) -> None:
    board = open_board(BOOK)
    board.window.step(1)
    assert board.screen.heading().text == "Friday 16 October 2026"
    assert board.screen.tools.day.value == FRIDAY
    board.screen.tools.day.committed.emit(TUESDAY)
    assert board.window.day == TUESDAY
    assert "No calls." in board.words()
    assert board.side.foot.sentence.text() == "Nothing is called on this day yet."
    board.screen.list.choose("week")
    board.window.step(1)
    assert board.screen.heading().text == "Mon 19 – Sun 25 October 2026"


def test_a_posting_is_revealed(open_board: Open) -> None:
    board = open_board(BOOK)
    board.post()
    posting = board.desk.book.all(Posting)
    board.screen.list.choose("week")
    board.window.go_to(MONDAY)
    assert board.screen.reveal(Ref(Posting, next(iter(posting)).id))
    assert board.screen.heading().text == "Thursday 15 October 2026"
    assert board.screen.list.currentIndex().data() == "Call sheet"
    assert not board.screen.reveal(Ref(Posting, "gone"))
    assert not board.screen.reveal(Ref(Call, "duet"))


def test_own_week_of_the_dancer_picked(open_board: Open) -> None:
    board = open_board(BOOK)
    board.post()
    board.screen.list.choose("dancer")
    board.screen.tools.dancer.picked.emit("okoro")
    assert "Bo Okoro" in board.words()
    assert "what is posted of this week stands" in board.told()
    board.desk.commit(move_call(board.desk.book, "duet", THURSDAY, 900, "studio-2"))
    assert "Thu 15: Lake Duet now 15.00 Studio 2" in board.told()
    board.window.do("callboard.post")
    assert "never posted" in board.banner


def test_letter_paper_is_wider(open_board: Open) -> None:
    board = open_board(BOOK)
    board.screen.tools.size_field.chosen.emit("Letter")
    assert board.screen.preview.pages[0].size.name == "Letter landscape"
    assert board.screen.tools.size_field.currentText() == "Letter across"


def test_zoom_by_button_menu_and_width(open_board: Open) -> None:
    board = open_board(BOOK)
    fitting = board.screen.tools.zoom.text()
    board.screen.tools.zoom_stepped.emit(1)
    assert board.screen.tools.zoom.text() == "82 %"
    entries = {
        one.text().partition("\t")[0]: one for one in board.screen.tools.zoom_menu().actions()
    }
    entries["150 %"].trigger()
    assert board.screen.preview.view.scale == 1.5
    entries["Fit the width"].trigger()
    assert board.screen.tools.zoom.text() == fitting


def test_the_place_on_the_paper_is_kept_while_it_changes(open_board: Open) -> None:
    board = open_board(BOOK)
    bar = board.screen.preview.view.verticalScrollBar()
    bar.setValue(120)
    board.desk.commit(move_call(board.desk.book, "duet", THURSDAY, 900, "studio-2"))
    assert bar.value() == 120
    board.window.step(1)
    assert bar.value() == 0


def test_a_slow_paper_is_laid_out_aside(
    open_board: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "SLOW", 0.0)
    board = open_board(BOOK)
    before = board.screen.preview.pages
    with qtbot.waitSignal(board.screen.preview.laid):
        board.desk.commit(move_call(board.desk.book, "duet", THURSDAY, 900, "studio-2"))
        assert board.screen.preview.pages is before
    assert "15.00–16.00" in board.words()


def test_the_last_asked_is_shown_when_papers_come_late(
    open_board: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "SLOW", 0.0)
    board = open_board(BOOK)
    with qtbot.waitSignal(board.screen.preview.laid):
        board.window.go_to(TUESDAY)
        board.window.go_to(FRIDAY)
    qtbot.waitUntil(lambda: not board.window.jobs.running)
    board.settle()
    assert "Friday 16 October 2026" in board.words()


def test_print_opens_a_dialog_and_leaves_it(open_board: Open) -> None:
    board = open_board(BOOK)
    board.window.do("file.print")
    [dialog] = board.screen.findChildren(QPrintDialog)
    assert dialog.windowTitle() == "Print Call sheet, Thursday 15 October"
    dialog.reject()


def test_save_as_writes_the_format_chosen(open_board: Open, tmp_path: Path) -> None:
    board = open_board(BOOK)
    menu = board.screen.tools.form_menu()
    assert [one.text() for one in menu.actions()] == ["PDF (.pdf)…", "Spreadsheet (.xlsx)…"]
    board.dialogs.path = tmp_path / "mine.xlsx"
    menu.actions()[1].trigger()
    assert (tmp_path / "mine.xlsx").read_bytes()[:2] == b"PK"
    assert board.banner == "mine.xlsx is written."
    board.dialogs.path = tmp_path / "none" / "mine.pdf"
    menu.actions()[0].trigger()
    assert "is not there" in board.banner


def test_calendars_tell_their_version(open_board: Open, tmp_path: Path) -> None:
    board = open_board(BOOK)
    board.screen.list.choose("week")
    board.post()
    text = (board.folder / "week-2026-10-12-issue-1.ics").read_text()
    assert "SEQUENCE:1" in text


def test_a_company_without_anything_is_told_in_words(open_board: Open) -> None:
    board = open_board(Book.of(house()))
    for name in ("casting", "dancer"):
        board.screen.list.choose(name)
        board.settle()
        assert board.screen.preview.pages == ()
        assert not board.screen.tools.print.isEnabled()
        board.window.do("file.print")
    assert not board.screen.findChildren(QPrintDialog)


def test_a_file_open_for_reading_is_not_posted(open_board: Open) -> None:
    board = open_board(BOOK)
    board.desk.read_only = True
    board.screen.present(BOOK, None)
    assert not board.side.foot.post.isEnabled()
    assert "reading only" in board.side.foot.sentence.text()


def test_papers_are_read_out_with_their_state(open_board: Open) -> None:
    board = open_board(BOOK)
    papers = QAccessible.queryAccessibleInterface(board.screen.list)
    said = [papers.child(n).text(QAccessible.Text.Name) for n in range(papers.childCount())]
    assert "Call sheet, Thu 15, draft" in said


def test_keys_walk_the_list(open_board: Open) -> None:
    board = open_board(BOOK)
    board.screen.list.setFocus()
    QTest.keyClick(board.screen.list, Qt.Key.Key_Down)
    assert board.screen.heading().text == "Mon 12 – Sun 18 October 2026"


def test_an_earlier_issue_is_read_as_it_was_posted(open_board: Open) -> None:
    board = open_board(BOOK)
    board.post()
    board.desk.commit(move_call(board.desk.book, "duet", THURSDAY, 15 * 60 + 15, "studio-2"))
    board.settle()
    board.post()
    first, second = board.side.findChildren(IssueRow)[-2:]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert "issue 1" in board.dialogs.asked[-1]
    assert "14.15–15.15, Lake Duet, Studio 1" in board.dialogs.asked[-1]
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert "issue 2" in board.dialogs.asked[-1]
    assert "15.15–16.15, Lake Duet, Studio 2" in board.dialogs.asked[-1]


def test_all_earlier_issues_are_there_to_be_read(open_board: Open) -> None:
    board = open_board(BOOK)
    for number in range(5):
        start = 14 * 60 + 15 * number
        board.desk.commit(move_call(board.desk.book, "duet", THURSDAY, start, "studio-2"))
        board.settle()
        board.post()
    rows = [one for one in board.side.findChildren(IssueRow) if one.isVisible()]
    assert "2 earlier issues" in rows[0].accessibleName()
    assert len(rows) == 4
    rows[0].click()
    board.settle()
    rows = [one for one in board.side.findChildren(IssueRow) if one.isVisible()]
    assert len(rows) == 5
    assert "issue 1" in rows[0].accessibleName()
