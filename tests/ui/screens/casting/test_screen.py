from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast, Casting, Danced, Override, Performance
from castapp.domain.finding import Finding, Ref
from castapp.domain.records import KINDS
from castapp.domain.repertory import Production, Role
from castapp.services.casting import cast_dancer, record_danced
from castapp.services.readiness import correct
from castapp.services.sample import sample_book
from castapp.ui.screens.casting.chooser import production_menu
from castapp.ui.screens.casting.headers import WIDTH
from castapp.ui.screens.casting.runs import season_runs
from castapp.ui.screens.casting.screen import CastingScreen
from castapp.ui.screens.casting.sheets import NO_NIGHT
from castapp.ui.widgets.chip import Chip
from castapp.ui.widgets.inspector import Inspector
from tests.builders import FRIDAY, SATURDAY, ballet, company_book, house, show
from tests.ui.fake_dialogs import FakeDialogs
from tests.ui.screens.casting.hands import casting_screen, texts

SHOW = "show-2026-10-15-1170"
NIGHT = f"bill-{SHOW}"
RUN = company_book(show(FRIDAY, cast_id="cast-2"), show(SATURDAY))
TODAY = date(2026, 10, 14)


def name(screen: CastingScreen, row: str = "queen", column: str = NIGHT) -> str:
    return str(screen.grid.grid_model.place(row, column).data())


def press(screen: CastingScreen, words: str) -> None:
    assert isinstance(screen.inspector, Inspector)
    newest_first = reversed(screen.inspector.findChildren(QPushButton))
    next(one for one in newest_first if one.text() == words).click()


def test_pick_by_typing_then_undo(qtbot: QtBot) -> None:
    screen, desk, window = casting_screen(qtbot, RUN)
    screen.grid.select("queen", NIGHT)
    QTest.keyClicks(screen.grid, "p")
    picker = screen.picking.picker
    QTest.keyClicks(picker.field, "az")
    assert picker.current is not None
    assert picker.current.person_id == "paz"
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert name(screen) == "Paz"
    assert name(screen, "queen", "bill-show-2026-10-17-1170") == "Vega"
    assert screen.grid.hasFocus()
    assert desk.undo_label == "Paz dances Queen, Thu 15 Oct"
    window.do("edit.undo")
    assert name(screen) == "Vega"
    assert desk.book == RUN


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_name_nobody_has_casts_nobody(qtbot: QtBot, key: Qt.Key) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.grid.select("queen", NIGHT)
    QTest.keyClicks(screen.grid, "z")
    picker = screen.picking.picker
    QTest.keyClicks(picker.field, "zzz")
    QTest.keyClick(picker.field, key)
    assert desk.book == RUN
    assert picker.isVisible()
    assert "Nobody is called “zzzz”; choose one with Down" in texts(picker)
    QTest.keyClick(picker.field, Qt.Key.Key_Down)
    assert picker.current is not None


def test_the_list_says_what_the_pick_changes(qtbot: QtBot) -> None:
    screen, _, _ = casting_screen(qtbot, RUN)
    screen.grid.select("queen", NIGHT)
    QTest.keyClick(screen.grid, Qt.Key.Key_Return)
    said = texts(screen.picking.picker)
    assert "Queen, Thu 15 Oct 19.30, with Okoro" in said
    assert "This night only; the 1st cast stays as it is." in said
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Escape)
    assert screen.picking.picker.isHidden()
    assert screen.grid.hasFocus()


def test_control_enter_makes_a_cover_and_tab_goes_on(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.grid.select("queen", NIGHT)
    QTest.keyClicks(screen.grid, "p")
    picker = screen.picking.picker
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(picker.field, Qt.Key.Key_Return, control)
    assert desk.done[-1].label == "Paz covers Queen, Thu 15 Oct"
    QTest.keyClicks(screen.grid, "p")
    QTest.keyClick(picker.field, Qt.Key.Key_Tab)
    assert name(screen) == "Paz"
    assert picker.isVisible()
    assert screen.grid.current_keys == ("queen", "bill-show-2026-10-16-1170")


def test_a_cover_who_is_on_stage_then_is_kept_and_said_so(qtbot: QtBot) -> None:
    screen, desk, window = casting_screen(qtbot, RUN)
    screen.grid.select("queen", NIGHT)
    QTest.keyClicks(screen.grid, "f")
    QTest.keyClicks(screen.picking.picker.field, "ox")
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Return, control)
    assert desk.done[-1].label == "Fox covers Queen, Thu 15 Oct"
    assert "Fox could not go on for Queen: dances Spirits 1 then." in texts(window)


def test_a_group_opens_into_spots_to_be_picked(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.grid.select("spirits", NIGHT)
    QTest.keyClicks(screen.grid, "i")
    assert screen.grid.current_keys == ("spirits|1", NIGHT)
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Escape)
    QTest.keyClick(screen.grid, Qt.Key.Key_Delete)
    screen.act("edit.delete")
    assert name(screen, "spirits|1") == "open"
    assert desk.done[-1].label == "Nobody dances Spirits 1, Thu 15 Oct"


def test_in_the_casts_a_pick_changes_the_cast(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.show_view("casts")
    screen.grid.select("queen", "cast-1")
    QTest.keyClicks(screen.grid, "p")
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Return)
    assert not desk.book.all(Override)
    screen.show_view("performances")
    assert name(screen) == name(screen, "queen", "bill-show-2026-10-17-1170") == "Paz"


def test_painting_a_cast_over_nights(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    assert screen.act("casting.paint")
    assert screen.paint_bar.isVisible()
    screen.grid.painted.emit(["bill-show-2026-10-16-1170", NIGHT])
    assert {one.cast_id for one in desk.book.all(BillItem)} == {"cast-1"}
    assert len(desk.done) == 1
    QTest.keyClick(screen.grid, Qt.Key.Key_Escape)
    assert screen.paint_bar.isHidden()


def test_dragging_over_columns_paints_them(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.act("casting.paint")
    port = screen.grid.viewport()
    first = screen.grid.visualRect(screen.grid.grid_model.index(1, 0)).center()
    last = screen.grid.visualRect(screen.grid.grid_model.index(1, 1)).center()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(port, last)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=last)
    assert desk.book.get(BillItem, "bill-show-2026-10-16-1170").cast_id == "cast-1"


def test_the_inspector_counts_and_leads_to_what_is_missing(qtbot: QtBot) -> None:
    screen, _, _ = casting_screen(qtbot, RUN)
    assert isinstance(screen.inspector, Inspector)
    said = texts(screen.inspector)
    assert "Vega, 2 shows" in said
    assert "Vega – Okoro" in said
    screen.side.place_wanted.emit("couple", 1, NIGHT)
    assert screen.grid.current_keys == ("couple|1", NIGHT)
    assert "Duet 1" in texts(screen.inspector)


def test_the_inspector_of_a_spot_orders_covers_and_follows_the_cast(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    assert isinstance(screen.inspector, Inspector)
    screen.grid.select("queen", NIGHT)
    chip = screen.inspector.findChildren(Chip)[0]
    chip.removed.emit(chip.chip.key)
    assert "No cover." in texts(screen.inspector)
    press(screen, "Follow the cast again")
    assert not desk.book.all(Override)


def test_a_change_mid_show_is_chosen_and_taken_back(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.grid.select("queen", NIGHT)
    press(screen, "Who takes over…")
    QTest.keyClicks(screen.picking.picker.field, "moss")
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Return)
    made = next(iter(desk.book.all(Override)))
    assert (made.person_id, made.from_section_id) == ("moss", "lake-ii")
    press(screen, "Take the change back")
    assert not desk.book.all(Override)


def test_a_performance_is_changed_in_place(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.grid.column_chosen.emit(NIGHT)
    screen.side._columns.changed.emit({"curtain": 1140})
    assert desk.book.get(Performance, SHOW).curtain == 1140
    screen.side._columns.cast_chosen.emit("none")
    assert desk.book.get(BillItem, NIGHT).cast_id is None
    screen.side._columns.removed.emit()
    assert desk.book.find(Performance, SHOW) is None


def test_a_new_performance_is_made_in_place(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.side.start_new()
    new = screen.side._new
    new._day.setText("20 oct")
    new._day.setModified(True)
    new._curtain.setText("14.00")
    press(screen, "Create")
    made = [one for one in desk.book.all(Performance) if one.day == date(2026, 10, 20)]
    assert [(one.curtain, one.venue_id) for one in made] == [(840, "stage")]
    assert "Performance" in texts(screen.side.inspector)


def test_a_new_performance_that_clashes_is_kept_with_a_reason(qtbot: QtBot) -> None:
    screen, desk, window = casting_screen(qtbot, RUN)
    screen.side.start_new()
    desk.found = [Finding("studio_twice", "hard", "Two on the stage.", date(2026, 10, 15))]
    press(screen, "Create")
    assert window.committer.asking
    assert "Performance" in texts(screen.side.inspector)
    desk.found = []
    asked = window.committer._question
    assert asked is not None
    window.committer._keep(asked, [], "agreed")
    assert "Remove the performance" in texts(screen.side.inspector)


def test_open_places_of_a_cast_are_filled_from_another(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.show_view("casts")
    screen.tools.new_cast.emit()
    new = max(desk.book.all(Cast), key=lambda one: one.order)
    screen.grid.column_chosen.emit(new.id)
    screen.side._columns.filled_from.emit("cast-2")
    assert name(screen, "queen", new.id) == "Moss"


def test_a_new_performance_needs_a_work(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.side.start_new()
    screen.side._new._remove_work("lake")
    press(screen, "Create")
    assert "A performance needs a production on its bill." in texts(screen.side.inspector)
    assert desk.done == []


def test_casts_are_made_copied_renamed_and_removed(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.show_view("casts")
    screen.tools.new_cast.emit()
    assert [one.lines[0] for one in screen.grid.grid_model.grid.columns][-1] == "3rd cast"
    screen.grid.column_chosen.emit("cast-1")
    press(screen, "Copy")
    copy = max(desk.book.all(Cast), key=lambda one: one.order)
    assert len(desk.book.where(Casting, "cast_id", copy.id)) == len(
        desk.book.where(Casting, "cast_id", "cast-1")
    )
    screen.grid.column_chosen.emit(copy.id)
    screen.side._columns.renamed.emit("Gala")
    assert desk.book.get(Cast, copy.id).name == "Gala"
    press(screen, "Remove")
    assert desk.book.find(Cast, copy.id) is None


def test_copy_and_paste_by_the_clipboard(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.grid.select("queen", NIGHT)
    assert screen.act("edit.copy")
    assert QApplication.clipboard().text() == "Vega (cover Moss)"
    QApplication.clipboard().setText("Paz\tMoss\nOrr\tLund")
    assert screen.act("edit.paste")
    assert (name(screen), name(screen, "prince")) == ("Paz", "Orr")
    assert desk.done[-1].label == "Paste 2 cells of casting"
    QApplication.clipboard().setText("Nobody")
    screen.act("edit.paste")
    assert len(desk.done) == 1


@pytest.mark.parametrize(
    ("ref", "keys"),
    [
        (Ref(Role, "prince"), ("prince", NIGHT)),
        (Ref(Casting, "cast-2-couple-2-0-hart"), ("couple|2", "cast-2")),
    ],
)
def test_reveal(qtbot: QtBot, ref: Ref, keys: tuple[str, str]) -> None:
    screen, _, window = casting_screen(qtbot, RUN)
    window.screen_widget("casting")
    assert screen.reveal(ref)
    assert screen.grid.current_keys == keys


def test_reveal_a_performance_shows_it_in_the_inspector(qtbot: QtBot) -> None:
    screen, _, _ = casting_screen(qtbot, RUN)
    assert screen.reveal(Ref(Performance, SHOW))
    assert "Curtain" in texts(screen.side.inspector)
    assert not screen.reveal(Ref(Performance, "gone"))


def test_a_change_elsewhere_keeps_the_cell(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.grid.select("prince", NIGHT)
    desk.commit(cast_dancer(desk.book, "cast-1", "prince", 1, "orr"))
    assert screen.grid.current_keys == ("prince", NIGHT)
    assert name(screen, "prince") == "Orr"
    assert "Finn Orr" in texts(screen.side.inspector)


@pytest.mark.parametrize(
    ("book", "words"),
    [
        (Book.of(house()), "Casting begins with a ballet"),
        (company_book(), ""),
    ],
)
def test_empty_states_teach(qtbot: QtBot, book: Book, words: str) -> None:
    screen, _, _ = casting_screen(qtbot, book)
    assert screen.nothing.isVisible() is bool(words)
    assert words in texts(screen.nothing)


def test_a_production_without_nights_or_casts_offers_them(qtbot: QtBot) -> None:
    gone = (Performance, BillItem, Cast, Casting)
    book = Book.of([one for kind in KINDS if kind not in gone for one in RUN.all(kind)])
    screen, desk, window = casting_screen(qtbot, book, (1280, 760))
    assert "No performance of Lake this season" in texts(screen.nothing)
    screen.nothing.started.emit("night")
    assert not window.frame.fold.folded
    screen.nothing.started.emit("cast")
    assert "Lake has no cast yet" in texts(screen.nothing)
    screen.nothing.started.emit("cast")
    assert desk.book.count(Cast) == 1
    assert screen.grid.isVisible()


def test_the_sample_company_fills_the_screen(qtbot: QtBot) -> None:
    screen, desk, window = casting_screen(qtbot, sample_book(TODAY))
    assert window.frame.top_bar.title_button.isVisible()
    assert screen.grid.grid_model.columnCount() == 12
    assert screen.heading().text.startswith("Swan Lake · ")
    for view in ("casts", "performances"):
        screen.show_view(view)
        assert not screen.grab().isNull()
    for work in desk.book.all(Production):
        screen.show_production(work.id)
        assert screen.grid.grid_model.columnCount() > 0
        screen.grid.select(screen.grid.grid_model.grid.rows[-1].key,
                           screen.grid.grid_model.grid.columns[0].key)  # fmt: skip
        screen.act("edit.rename")
        assert screen.picking.picker.lines
        screen.picking.picker.leave()


def test_a_night_that_was_danced_asks_before_its_record_changes(qtbot: QtBot) -> None:
    screen, desk, window = casting_screen(qtbot, RUN)
    desk.commit(record_danced(desk.book, SHOW))
    dialogs = cast(FakeDialogs, window.context.dialogs)
    dialogs.yes = False
    before = desk.book
    screen.grid.select("queen", NIGHT)
    QTest.keyClicks(screen.grid, "p")
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Return)
    asked = "Thu 15 Oct 19.30 has been danced. Correct the record: Paz dances Queen, Thu 15 Oct?"
    assert dialogs.asked == [asked]
    assert desk.book == before
    dialogs.yes = True
    screen.act("edit.delete")
    assert name(screen) == "open"
    noted = {one.role_id for one in desk.book.where(Danced, "performance_id", SHOW)}
    assert "queen" not in noted
    assert "prince" in noted
    screen.grid.select("queen", "bill-show-2026-10-16-1170")
    screen.act("edit.delete")
    assert len(dialogs.asked) == 2


@pytest.mark.parametrize("action", ["file.print", "casting.cast_sheet", "casting.casting_sheet"])
def test_the_papers_of_casting_are_printed(qtbot: QtBot, action: str) -> None:
    screen, _, _ = casting_screen(qtbot, RUN)
    screen.grid.select("queen", NIGHT)
    assert screen.act(action)
    (dialog,) = screen.findChildren(QPrintDialog)
    paper = "Casting sheet" if action == "casting.casting_sheet" else "Cast sheet"
    assert dialog.windowTitle() == f"Print {paper}"


def test_the_cast_sheet_of_the_night_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    screen, _, window = casting_screen(qtbot, RUN)
    screen.grid.select("queen", "bill-show-2026-10-16-1170")
    cast(FakeDialogs, window.context.dialogs).path = tmp_path / "sheet.txt"
    offered = {one.text(): one for one in screen.sheets.menu().actions()}
    assert "Print Cast sheet, Fri 16 Oct 19.30…\tCtrl+P" in offered
    offered["Text: Cast sheet, Fri 16 Oct 19.30…"].trigger()
    assert "Cleo Moss" in (tmp_path / "sheet.txt").read_text()


def test_without_a_performance_there_is_no_cast_sheet(qtbot: QtBot) -> None:
    screen, _, window = casting_screen(qtbot, Book.of([*house(), *ballet()]))
    assert not screen.tools.sheet.isEnabled()
    assert screen.act("file.print")
    assert NO_NIGHT in texts(window)


def test_in_the_casts_enter_goes_down_and_tab_to_the_next_cast(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.show_view("casts")
    screen.grid.select("queen", "cast-1")
    QTest.keyClicks(screen.grid, "p")
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Return)
    assert screen.grid.current_keys == ("prince", "cast-1")
    QTest.keyClicks(screen.grid, "h")
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Tab)
    assert screen.grid.current_keys == ("prince", "cast-2")
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Escape)
    desk.refusing = "The disk is full."
    screen.grid.select("queen", "cast-1")
    QTest.keyClicks(screen.grid, "m")
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Return)
    assert screen.grid.current_keys == ("queen", "cast-1")


def test_what_was_said_goes_with_the_next_cell(qtbot: QtBot) -> None:
    screen, _, window = casting_screen(qtbot, RUN)
    screen.grid.select("queen", NIGHT)
    QApplication.clipboard().setText("Vgea")
    screen.act("edit.paste")
    assert window.frame.banner.isVisible()
    screen.grid.select("prince", NIGHT)
    assert not window.frame.banner.isVisible()


def test_the_panel_stays_where_it_is_scrolled_to(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN, (1280, 620))
    screen.context.open_inspector()
    screen.grid.select("queen", NIGHT)
    inspector = screen.side.inspector
    bar = inspector.findChild(QScrollArea).verticalScrollBar()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: bar.maximum() > 60)
    bar.setValue(60)
    desk.commit(correct(desk.book, "vega", "queen", "learning"))
    qtbot.waitUntil(lambda: bar.value() == 60)
    screen.grid.select("prince", NIGHT)
    qtbot.waitUntil(lambda: bar.value() == 0)


def test_why_has_its_own_words_to_undo(qtbot: QtBot) -> None:
    book = company_book([Override("o", SHOW, "queen", 1, "paz")])
    screen, desk, _ = casting_screen(qtbot, book)
    screen.grid.select("queen", NIGHT)
    screen.side._spots.why.emit("a wish")
    assert desk.undo_label == "Why Paz dances Queen, Thu 15 Oct"


def test_a_run_is_looked_at_by_itself(qtbot: QtBot) -> None:
    november = date(2026, 11, 3)
    screen, _, _ = casting_screen(qtbot, company_book(show(FRIDAY), show(november)))
    runs = season_runs(screen.context.book, "lake", TODAY)
    assert runs == ((date(2026, 10, 15), FRIDAY), (november, november))
    screen.show_run(runs[1])
    assert [one.day for one in screen.grid.grid_model.grid.columns] == [november]
    assert screen.heading().text == "Lake · 3 November 2026"
    menu = production_menu(screen.context.book, "lake", screen, runs, runs[1])
    words = [one.text() for one in menu.actions() if one.isCheckable()]
    assert words == ["The whole season", "15–16 October 2026", "3 November 2026"]
    assert [one.isChecked() for one in menu.actions() if one.isCheckable()] == [False, False, True]
    screen.reveal(Ref(Performance, SHOW))
    assert len(screen.grid.grid_model.grid.columns) == 3


def test_few_columns_leave_their_room_to_the_roles(qtbot: QtBot) -> None:
    screen, _, _ = casting_screen(qtbot, company_book(show(FRIDAY)))
    grid = screen.grid
    grid.resize(1600, 600)
    assert grid.verticalHeader().width() > WIDTH
    grid.resize(400, 600)
    assert grid.verticalHeader().width() == WIDTH


def test_a_performance_given_writes_down_who_danced(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    show = next(iter(desk.book.all(Performance)))
    screen.reveal(Ref(Performance, show.id))
    screen.side._columns.changed.emit({"state": "given"})
    assert desk.book.get(Performance, show.id).state == "given"
    danced = {one.person_id for one in desk.book.where(Danced, "performance_id", show.id)}
    assert "vega" in danced or "moss" in danced
