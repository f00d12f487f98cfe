"""A session from the welcome page to an open company and back, through the real doors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from castapp import app, settings
from castapp.domain.people import Person
from castapp.services.people import add_person
from castapp.settings import Settings
from castapp.ui.errands import Doors
from castapp.ui.help import HelpWindow
from castapp.ui.program import Folders, Program
from castapp.ui.screens.welcome.present import NewCompany
from castapp.ui.screens.welcome.screen import WelcomeScreen
from castapp.ui.window import MainWindow
from tests.ui.fake_dialogs import FakeDialogs

TODAY = date(2026, 10, 14)
FOUNDED = NewCompany("Meridian Ballet", "Europe/Madrid", 0, "Letter", ("Principal", "Corps"))


@pytest.fixture
def dialogs(tmp_path: Path) -> FakeDialogs:
    return FakeDialogs(tmp_path / "Meridian.castapp")


@pytest.fixture
def program(
    qapp: QApplication, tmp_path: Path, dialogs: FakeDialogs
) -> Iterator[Callable[..., Program]]:
    """Makes the program with everything of its own below the test's folder."""
    made: list[Program] = []

    def make(kept: Settings | None = None) -> Program:
        doors = Doors(app.open_desk, app.new_company, app.new_sample, app.back_up, app.bring)
        folders = Folders(tmp_path / "settings.toml", tmp_path / "window.ini", tmp_path)
        made.append(Program(doors, kept or Settings(scheme="light"), folders, dialogs))
        return made[-1]

    yield make
    for one in made:
        one.leave()
        if one.welcome is not None:
            one.welcome.close()
        one.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def welcome(running: Program) -> WelcomeScreen:
    """The welcome page, begun with if nothing is open yet."""
    if running.welcome is None:
        running.begin(None)
    assert running.welcome is not None
    return running.welcome


def window(running: Program) -> MainWindow:
    assert running.window is not None
    return running.window


def test_a_company_is_founded_from_the_welcome_page(
    program: Callable[..., Program], tmp_path: Path
) -> None:
    running = program()
    welcome(running).founded.emit(FOUNDED)
    assert window(running).windowTitle() == "Meridian Ballet – Castapp"
    assert running.welcome is None
    assert running.kept.recent[0].name == "Meridian Ballet"
    assert settings.read(tmp_path / "settings.toml").recent == running.kept.recent


def test_the_sample_company_opens_on_the_board(program: Callable[..., Program]) -> None:
    running = program()
    welcome(running).choose("sample")
    assert window(running).shown == "schedule"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.castapp", b"", "empty"),
        ("text.castapp", b"Dear diary, today we rehearsed Giselle." * 20, "is not a Castapp"),
        ("gone.castapp", None, "There is no file"),
    ],
)
def test_what_cannot_be_opened_is_said_on_the_welcome_page(
    program: Callable[..., Program], tmp_path: Path, name: str, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    running = program()
    running.begin(str(path))
    assert running.window is None
    assert running.welcome is not None
    assert sentence in running.welcome.banner.sentence
    assert content is None or path.read_bytes() == content


def test_a_table_is_brought_into_a_new_company(
    program: Callable[..., Program], tmp_path: Path, dialogs: FakeDialogs
) -> None:
    table = tmp_path / "dancers.csv"
    table.write_text("Name,Rank\nAda Vega,Principal\n", encoding="utf-8")
    running = program()
    welcome(running).dropped.emit(table)
    assert running.desk is not None
    assert [who.name for who in running.desk.book.all(Person)] == ["Ada Vega"]
    assert "1 person" in dialogs.asked[0]
    assert window(running).shown == "company"
    assert window(running).frame.banner.sentence.startswith("Brought in: 1 person")


def test_a_refusal_is_said_on_the_page_in_front(
    program: Callable[..., Program], tmp_path: Path, dialogs: FakeDialogs
) -> None:
    running = program()
    welcome(running).founded.emit(FOUNDED)
    running.do("file.new")
    welcome(running).founded.emit(FOUNDED)
    assert "is there already" in welcome(running).banner.sentence
    assert window(running).frame.banner.sentence == ""
    welcome(running).close()
    running.tell("The disk is full.")
    assert window(running).frame.banner.sentence == "The disk is full."


def test_a_bad_table_changes_nothing(
    program: Callable[..., Program], tmp_path: Path, dialogs: FakeDialogs
) -> None:
    running = program()
    welcome(running).founded.emit(FOUNDED)
    table = tmp_path / "shows.csv"
    table.write_text("Date,Time,Production\n2026-02-30,19:30,Giselle\n", encoding="utf-8")
    assert running.window is not None
    dialogs.path = table
    running.window.wanted.emit("file.import")
    assert "line 2" in dialogs.asked[-1]
    assert running.desk is not None
    assert len(running.desk.history()) == 1


def test_what_another_desk_wrote_is_heard(program: Callable[..., Program], tmp_path: Path) -> None:
    running = program()
    welcome(running).founded.emit(FOUNDED)
    other = app.open_desk(str(tmp_path / "Meridian.castapp"))
    other.commit(add_person(other.book, Person("ada", "Ada", "Vega")))
    other.close()
    running.listen()
    assert running.desk is not None
    assert running.desk.book.find(Person, "ada") is not None
    assert window(running).frame.banner.sentence.endswith(": New person Ada Vega.")


def test_a_backup_is_made_and_told(
    program: Callable[..., Program], tmp_path: Path, dialogs: FakeDialogs
) -> None:
    running = program()
    welcome(running).founded.emit(FOUNDED)
    folder = tmp_path / "backups"
    folder.mkdir()
    dialogs.path = folder
    window(running).wanted.emit("file.backup")
    assert len(list(folder.glob("*.castapp"))) == 1
    assert "read back" in window(running).frame.banner.sentence


def test_closing_the_window_lets_go_of_the_company(
    program: Callable[..., Program], qapp: QApplication
) -> None:
    running = program()
    welcome(running).founded.emit(FOUNDED)
    window(running).close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert running.window is None
    assert running.desk is None


def test_the_colours_chosen_are_kept(program: Callable[..., Program], tmp_path: Path) -> None:
    running = program()
    running.theme.choose("dark", stronger_lines=True)
    running.leave()
    kept = settings.read(tmp_path / "settings.toml")
    assert (kept.scheme, kept.stronger_lines) == ("dark", True)


def test_help_can_be_read(program: Callable[..., Program]) -> None:
    running = program()
    welcome(running).tour.emit()
    shown = welcome(running).findChild(HelpWindow)
    assert isinstance(shown, HelpWindow)
    assert shown.text.toPlainText().startswith("Castapp in five minutes")
    second = shown.text.document().findBlockByNumber(1)
    assert second.blockFormat().bottomMargin() > 0
    shown.close()


def test_a_name_chosen_stands_beside_changes_at_once(
    program: Callable[..., Program], tmp_path: Path
) -> None:
    running = program()
    welcome(running).founded.emit(FOUNDED)
    running.choose(Settings(name="Ada Vega", scheme="dark"))
    assert running.desk is not None
    assert running.desk.author == "Ada Vega"
    assert settings.read(tmp_path / "settings.toml").name == "Ada Vega"


def test_when_a_company_was_backed_up_is_remembered(
    program: Callable[..., Program], tmp_path: Path, dialogs: FakeDialogs
) -> None:
    running = program()
    welcome(running).founded.emit(FOUNDED)
    dialogs.path = tmp_path
    before = running.backed_up
    running.do("file.backup")
    after = running.backed_up
    assert (before, after is not None) == (None, True)
    again = program(settings.read(tmp_path / "settings.toml"))
    again.begin(str(tmp_path / "Meridian.castapp"))
    assert again.backed_up == after


def test_nothing_is_made_before_the_yes(
    program: Callable[..., Program], tmp_path: Path, dialogs: FakeDialogs
) -> None:
    table = tmp_path / "shows.csv"
    table.write_text(
        "Date,Time,Production,Role,Dancer\n2026-10-15,19:30,Giselle,Giselle,Ada Vega\n",
        encoding="utf-8",
    )
    dialogs.yes = False
    running = program()
    welcome(running).dropped.emit(table)
    assert running.desk is None
    assert not list(tmp_path.glob("*.castapp"))
    assert "1 performance" in dialogs.asked[0].splitlines()
    dialogs.yes = True
    welcome(running).dropped.emit(table)
    assert window(running).shown == "casting"


def test_a_backup_is_restored_and_the_old_one_kept(
    program: Callable[..., Program], tmp_path: Path, dialogs: FakeDialogs
) -> None:
    running = program()
    welcome(running).founded.emit(FOUNDED)
    assert running.desk is not None
    copy = app.back_up(running.desk.address, tmp_path)
    running.desk.commit(add_person(running.desk.book, Person("ada", "Ada", "Vega")))
    dialogs.path = copy
    running.do("file.restore")
    assert "in the place of Meridian.castapp" in dialogs.asked[-1]
    assert running.desk.book.find(Person, "ada") is None
    assert len(list(tmp_path.glob("Meridian before restoring*.castapp"))) == 1
    assert "is kept as" in window(running).frame.banner.sentence


def test_what_is_no_backup_is_refused_and_the_company_stays_open(
    program: Callable[..., Program], tmp_path: Path, dialogs: FakeDialogs
) -> None:
    running = program()
    welcome(running).founded.emit(FOUNDED)
    dialogs.path = tmp_path / "notes.castapp"
    dialogs.path.write_bytes(b"Dear diary, today we rehearsed Giselle." * 20)
    running.do("file.restore")
    assert window(running).windowTitle() == "Meridian Ballet – Castapp"
    assert window(running).frame.banner.sentence != ""


def test_the_menu_opens_by_mouse_and_lists_what_was_open_before(
    program: Callable[..., Program], tmp_path: Path
) -> None:
    app.new_company(str(tmp_path / "Other.castapp"), "Aldwyn & Sons").close()
    running = program()
    running.begin(str(tmp_path / "Other.castapp"))
    welcome_form = NewCompany("Meridian Ballet", "Europe/Madrid", 0, "A4", ("Corps",))
    running.do("file.new")
    welcome(running).founded.emit(welcome_form)
    QTest.mouseClick(window(running).frame.top_bar.menu_button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    file_menu = next(each.menu() for each in menu.actions() if each.text() == "&File")
    assert isinstance(file_menu, QMenu)
    texts = [each.text() for each in file_menu.actions()]
    assert {"Open recent", "Open the sample company", "Restore a backup…"} <= set(texts)
    recent = next(each.menu() for each in file_menu.actions() if each.text() == "Open recent")
    assert isinstance(recent, QMenu)
    recent.aboutToShow.emit()
    (line,) = recent.actions()
    assert line.text().startswith("Aldwyn && Sons")
    menu.close()
    line.trigger()
    assert window(running).windowTitle() == "Aldwyn & Sons – Castapp"
