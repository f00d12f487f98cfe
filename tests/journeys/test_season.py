"""A season that runs: from an empty page to the board in the corridor, and all of it undone."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call
from castapp.domain.casting import Cast, Casting, Override, Performance
from castapp.domain.office import Posting
from castapp.domain.people import Person
from castapp.domain.repertory import Production, Role
from castapp.domain.standing import standing
from castapp.ui.screens.callboard.screen import CallboardScreen
from castapp.ui.screens.casting.screen import CastingScreen
from castapp.ui.screens.company.screen import CompanyScreen
from castapp.ui.screens.health.screen import HealthScreen
from castapp.ui.screens.history.screen import HistoryScreen
from castapp.ui.screens.repertory.screen import RepertoryScreen
from castapp.ui.screens.schedule.screen import ScheduleScreen
from tests.builders import THURSDAY
from tests.journeys.conftest import SitDown
from tests.journeys.sitting import Mouse, Sitting

PEOPLE = """Name;Rank;Sex;Since;Function
Ada Vega;Principal;F;01.08.2024;
Mara Paz;Principal;F;01.08.2024;
Bo Okoro;Principal;M;01.08.2024;
Finn Orr;Soloist;M;01.08.2024;
Cleo Moss;Soloist;F;01.08.2024;
Dan Lund;Corps;M;01.08.2024;
Rita Hall;;F;01.08.2024;répétiteur
"""
NIGHT = date(2026, 10, 20)


def test_a_season_that_runs(sit_down: SitDown, tmp_path: Path) -> None:
    me = sit_down()
    path = tmp_path / "Meridian.castapp"
    founded = found(me, path)
    bring_people(me)
    giselle, title_role = take_giselle(me)
    cast_it(me, title_role)
    call_id = call_it(me, giselle, title_role)
    set_off(me)
    board = tmp_path / "board"
    board.mkdir()
    post_twice(me, call_id, board)
    take_one_back(me)
    whole = me.book
    me.leave()
    again = sit_down()
    again.open(path)
    assert again.book == whole
    undo_all(again, founded)
    while again.desk.redo_label:
        again.window.do("edit.redo")
    assert again.book == whole
    undo_all(again, founded)
    again.leave()
    once_more = sit_down()
    once_more.open(path)
    assert once_more.book == founded


def found(me: Sitting, path: Path) -> Book:
    """Found the company in the form of the welcome page."""
    me.program.begin(None)
    welcome = me.program.welcome
    assert welcome is not None
    me.press("Start your company", welcome)
    form = welcome.form
    assert form is not None
    form.zone.setText("Europe/London")
    QTest.keyClicks(form.name, "Meridian Ballet")
    form.ranks.setPlainText("Principal\nSoloist\nCorps")
    me.dialogs.path = path
    me.press("Choose where to keep it", form)
    assert path.is_file()
    assert me.window.windowTitle() == "Meridian Ballet – Castapp"
    me.window.resize(1440, 900)
    return me.book


def bring_people(me: Sitting) -> None:
    """Bring the dancers in by a table, as the office wrote it."""
    table = me.folder / "dancers.csv"
    table.write_bytes(PEOPLE.encode("cp1252"))
    me.dialogs.path = table
    me.window.do("file.import")
    assert len(me.book.all(Person)) == 7
    shown = me.go("company", CompanyScreen)
    assert "Ada Vega" in me.seen(shown)
    assert "Rita Hall" in me.seen(shown)


def take_giselle(me: Sitting) -> tuple[Production, Role]:
    """Take Giselle from the templates."""
    me.go("repertory", RepertoryScreen)
    me.press("From a template")
    me.take_from_menu("Giselle")
    giselle = next(iter(me.book.all(Production)))
    role = next(
        one for one in me.book.where(Role, "production_id", giselle.id) if one.name == "Giselle"
    )
    assert giselle.title == "Giselle"
    assert "Myrtha" in me.seen()
    return giselle, role


def cast_it(me: Sitting, role: Role) -> None:
    """A new performance in place, a cast, the dancers typed into cells, a cover, an override."""
    screen = me.go("casting", CastingScreen)
    me.press("New performance")
    me.fill(me.field("Day"), "20 oct")
    me.fill(me.field("Curtain"), "19.30")
    me.press("Create")
    night = next(iter(me.book.all(Performance)))
    assert (night.day, night.curtain) == (NIGHT, 1170)
    screen.show_view("casts")
    me.press("New cast")
    cast = next(iter(me.book.all(Cast)))
    column = cast.id
    albrecht = next(one for one in me.book.all(Role) if one.name.startswith("Albrecht"))
    pick(me, screen, role.id, column, "vega")
    pick(me, screen, albrecht.id, column, "okoro")
    pick(me, screen, role.id, column, "paz", Qt.KeyboardModifier.ControlModifier)
    wanted = {(one.role_id, one.person_id, one.cover) for one in me.book.all(Casting)}
    assert wanted == {
        (role.id, person(me, "Vega"), 0),
        (albrecht.id, person(me, "Okoro"), 0),
        (role.id, person(me, "Paz"), 1),
    }
    screen.show_view("performances")
    screen.grid.column_chosen.emit(screen.grid.grid_model.grid.columns[0].key)
    me.settle()
    me.choose("Cast", cast.id, screen.inspector)
    night_column = screen.grid.grid_model.grid.columns[0].key
    assert screen.grid.grid_model.place(role.id, night_column).data() == "Vega"
    pick(me, screen, albrecht.id, night_column, "orr")
    (override,) = me.book.all(Override)
    assert (override.performance_id, override.person_id) == (night.id, person(me, "Orr"))


def pick(
    me: Sitting,
    screen: CastingScreen,
    row: str,
    column: str,
    words: str,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Type a name into a cell and take the first found."""
    assert screen.grid.select(row, column)
    QTest.keyClicks(screen.grid, words[0])
    QTest.keyClicks(screen.picking.picker.field, words[1:])
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Return, keys)
    me.settle()


def call_it(me: Sitting, giselle: Production, role: Role) -> str:
    """Draw a call on the board, say what and who in the inspector; it follows the casting."""
    screen = me.go("schedule", ScheduleScreen)
    me.window.go_to(THURSDAY)
    me.settle()
    mouse = Mouse(screen.board.viewport(), me)
    mouse.drag(at(screen, 11 * 60 + 2), at(screen, 12 * 60 + 1))
    QTest.keyClick(QApplication.focusWidget() or screen.board, Qt.Key.Key_Return)
    me.settle()
    (call,) = me.book.all(Call)
    assert (call.day, call.start, call.minutes) == (THURSDAY, 660, 60)
    screen.board.select([call.id], call.id)
    me.settle()
    pane = screen.panel.call
    me.choose("Ballet", giselle.id, pane)
    me.fill(me.field("Add a section", pane), "pas de deux")
    me.fill(me.field("Call a role", pane), "Giselle")
    me.fill(me.field("Coach", pane), "Hall")
    made = me.book.get(Call, call.id)
    assert made.production_id == giselle.id
    assert len(made.sections) == 1
    assert made.lead_id == person(me, "Hall")
    assert dancers_called(me, call.id) == {"Ada Vega"}
    casting = me.go("casting", CastingScreen)
    casting.show_view("casts")
    (cast,) = me.book.all(Cast)
    pick(me, casting, role.id, cast.id, "moss")
    me.go("schedule", ScheduleScreen)
    assert dancers_called(me, call.id) == {"Cleo Moss"}
    shown = me.seen(screen.panel)
    assert "Moss" in shown
    assert "Vega" not in shown
    return call.id


def set_off(me: Sitting) -> None:
    """Set the dancer off: what it touches is listed, and the findings come."""
    screen = me.go("health", HealthScreen)
    me.window.go_to(THURSDAY)
    moss = person(me, "Moss")
    me.fill(screen.who, "Moss")
    me.press("Off", screen.details)
    assert standing(me.book, moss, THURSDAY).status == "off"
    shown = me.seen(screen.details)
    assert "Giselle" in shown
    assert "Tue 20" in shown
    me.go("schedule", ScheduleScreen)
    me.settle()
    rows = me.window.frame.findings.model.rows
    assert {"Moss"} <= {word for row in rows for word in row.who.split()}


def post_twice(me: Sitting, call_id: str, board: Path) -> None:
    """Look at the sheet, post it, move the call, post it again with the change marked."""
    screen = me.go("callboard", CallboardScreen)
    me.window.go_to(THURSDAY)
    me.dialogs.path = board
    me.press("Choose the folder", screen.side)
    post(me, screen, "1")
    sheet = board / "call-sheet-2026-10-15-issue-1.pdf"
    assert sheet.is_file()
    assert (board / "call-sheet-2026-10-15-issue-1.xlsx").is_file()
    first = words_of(sheet)
    assert "Meridian Ballet" in first
    assert "11.00" in first
    assert "Giselle" in first
    schedule = me.go("schedule", ScheduleScreen)
    schedule.board.select([call_id], call_id)
    me.fill(schedule.panel.call.time, "15.00-16.00")
    keep_anyway(me)
    assert me.book.get(Call, call_id).start == 900
    me.go("callboard", CallboardScreen)
    assert "was 11.00" in me.seen(screen.side)
    post(me, screen, "2")
    second = words_of(board / "call-sheet-2026-10-15-issue-2.pdf")
    assert sheet.is_file()
    assert "15.00" in second
    assert "was 11.00" in second
    issues = sorted(one.issue for one in me.book.all(Posting))
    assert issues == [1, 2]


def post(me: Sitting, screen: CallboardScreen, issue: str) -> None:
    """Post the next issue, with a reason for what stands in its way."""
    me.press(f"Post issue {issue}", screen.side)
    asked = [
        one for one in screen.side.findChildren(QLineEdit)
        if one.isVisible() and one.accessibleName().startswith("It can be posted")
    ]  # fmt: skip
    if asked and f"issue {issue} is posted" not in me.banner:
        QTest.keyClicks(asked[-1], "Her cover dances it.")
        me.press(f"Post issue {issue}", screen.side)
    assert f"issue {issue} is posted" in me.banner


def keep_anyway(me: Sitting) -> None:
    """Give a reason if a rule asks for one."""
    if me.window.committer.asking:
        me.fill(me.field("Reason"), "Agreed with her.", Qt.Key.Key_Return)


def take_one_back(me: Sitting) -> None:
    """Take the move of the call back in the history, though it was posted since."""
    screen = me.go("history", HistoryScreen)
    moved = next(entry for entry in me.desk.history() if entry.label.startswith("Move"))
    screen.table.select_key(str(moved.sequence))
    me.settle()
    me.press("Take this change back", screen.inspector)
    (call,) = me.book.all(Call)
    assert call.start == 660
    assert me.labels[0].startswith("Take back: ")


def undo_all(me: Sitting, founded: Book) -> None:
    """Undo until there is nothing to undo; what is left is the company as it was founded."""
    while me.desk.undo_label:
        before = me.book
        me.window.do("edit.undo")
        assert me.book != before, me.banner
    assert me.book == founded


def at(screen: ScheduleScreen, minute: int) -> QPoint:
    """A point of the first studio's column on the board."""
    board = screen.board
    y = board.plan.pixels(minute) - board.verticalOffset()
    for x in range(4, board.plan.width, 4):
        spot = board.plan.spot(x, board.plan.pixels(minute))
        if spot.studio_id is not None:
            return QPoint(x + 40 - board.horizontalOffset(), y)
    raise AssertionError("no studio on the board")


def person(me: Sitting, family: str) -> str:
    return next(one.id for one in me.book.all(Person) if one.family == family)


def dancers_called(me: Sitting, call_id: str) -> set[str]:
    call = me.book.get(Call, call_id)
    return {me.book.get(Person, one.person_id).name for one in called_people(me.book, call)}


def words_of(sheet: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", str(sheet), "-"], check=True, capture_output=True, text=True
    )
    return re.sub(r"[ \u00a0]+", " ", done.stdout)
