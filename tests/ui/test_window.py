from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from castapp.domain.book import Book
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding, Ref
from castapp.domain.people import Person
from castapp.domain.repertory import Production
from castapp.ui import finding_acts, theme
from castapp.ui.finding_rows import finding_row
from castapp.ui.screen import Heading, Screen, ScreenContext, ScreenEntry
from castapp.ui.theme import Theme
from castapp.ui.widgets.bar import ToolRow
from castapp.ui.widgets.clash import ClashPanel
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.window import MainWindow
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_dialogs import FakeDialogs
from tests.ui.showing import show_active

TODAY = date(2026, 10, 14)
TWICE = Finding(
    "person_twice",
    "hard",
    "Popov is called twice.",
    date(2026, 10, 15),
    ("popov",),
    refs=(Ref(Production, "gone"), Ref(Person, "popov")),
)


class Plain(Screen):
    """Writes down what the window asks of it."""

    steps = True

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.log: list[str] = []
        self.day = date.min
        self.button = QPushButton("Body")
        QVBoxLayout(self).addWidget(self.button)
        self.tool_row = ToolRow()
        self.inspector = Inspector()

    def heading(self) -> Heading:
        return Heading(f"{type(self).__name__} {self.day}", steps=self.steps)

    def present(self, book: Book, edit: Edit | None) -> None:
        self.log.append(f"present {edit.label if edit else 'all'}")

    def show_day(self, day: date) -> None:
        self.day = day
        self.log.append(f"day {day.day}")

    def set_active(self, active: bool) -> None:
        self.log.append("up" if active else "down")

    def reveal(self, ref: Ref) -> bool:
        self.log.append(f"reveal {ref.id}")
        return True

    def act(self, action: str) -> bool:
        self.log.append(action)
        return action == "edit.copy"


class Weekly(Plain):
    def stepped(self, day: date, direction: int) -> date:
        return day + timedelta(weeks=direction)


class Bare(Plain):
    steps = False
    shows_findings = False

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.tool_row = None
        self.inspector = None


class House:
    def __init__(self, qtbot: QtBot, qapp: QApplication, settings: QSettings | None = None) -> None:
        self.desk = FakeDesk(Book.of([Person("popov", given="Iveta", family="Popov")]))
        self.found: list[Finding] = []
        self.built: list[str] = []
        self.theme = Theme(qapp)
        self.theme.choose("light")
        entries = [
            ScreenEntry("today", "Today", "sun", self._maker("today", Bare)),
            ScreenEntry("schedule", "Schedule", "calendar-days", self._maker("schedule", Weekly)),
            ScreenEntry(
                "company", "Company", "users-round", self._maker("company", Plain), (Person,)
            ),
            ScreenEntry(
                "settings", "Settings", "settings", self._maker("settings", Bare), (), True
            ),
        ]
        self.window = MainWindow(
            self.desk,  # type: ignore[arg-type]
            entries,
            FakeDialogs(),
            self.theme,
            TODAY,
            findings=lambda book, day: self.found,
            geometry=settings,
        )
        qtbot.addWidget(self.window)
        self.window.resize(1440, 900)
        self.window.show_screen("schedule")
        self.window.show()

    def _maker(self, name: str, kind: type[Plain]) -> Callable[[ScreenContext], Screen]:
        def build(context: ScreenContext) -> Screen:
            self.built.append(name)
            return kind(context)

        return build

    def screen(self, name: str) -> Plain:
        screen = self.window.screen_widget(name)
        assert isinstance(screen, Plain)
        return screen

    def someone(self, name: str) -> None:
        draft = Draft(self.desk.book)
        draft.put(Person(name.lower(), given="Kenji", family=name))
        assert self.window.context.commit(draft.edit(f"New {name}"))

    @property
    def focused(self) -> QWidget:
        focused: QWidget | None = QApplication.focusWidget()
        return self.window if focused is None else focused

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for each in modifiers:
            held |= each
        QTest.keyClick(self.focused, key, held)


@pytest.fixture
def house(qtbot: QtBot, qapp: QApplication) -> Iterator[House]:
    made = House(qtbot, qapp)
    show_active(made.window)
    yield made
    made.window.close()


ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def test_screens_are_built_when_first_shown_and_told_in_order(house: House) -> None:
    assert house.built == ["schedule"]
    assert house.screen("schedule").log == ["day 14", "present all", "up"]
    house.key(Qt.Key.Key_3, ALT)
    assert house.window.shown == "company"
    assert house.built == ["schedule", "company"]
    assert house.screen("schedule").log[-1] == "down"
    house.key(Qt.Key.Key_Comma, CTRL)
    assert house.window.shown == "settings"


def test_the_screen_gets_the_keyboard(house: House) -> None:
    assert house.screen("schedule").button.hasFocus()
    house.window.show_screen("company")
    assert house.screen("company").button.hasFocus()


def test_only_the_screen_that_is_up_presents_an_edit(house: House) -> None:
    house.window.show_screen("company")
    company, schedule = house.screen("company"), house.screen("schedule")
    schedule.log.clear()
    house.someone("Okabe")
    assert company.log[-1] == "present New Okabe"
    assert schedule.log == []
    house.window.show_screen("schedule")
    assert schedule.log == ["day 14", "present all", "up"]
    house.window.show_screen("company")
    house.window.show_screen("schedule")
    assert "present all" not in schedule.log[3:]


def test_arrows_pages_and_today_move_by_the_screens_own_step(house: House) -> None:
    house.key(Qt.Key.Key_PageDown)
    assert house.window.day == date(2026, 10, 21)
    house.key(Qt.Key.Key_PageUp)
    house.key(Qt.Key.Key_PageUp)
    assert house.window.day == date(2026, 10, 7)
    house.key(Qt.Key.Key_T, CTRL)
    assert house.window.day == TODAY
    house.window.show_screen("today")
    house.key(Qt.Key.Key_PageDown)
    assert house.window.day == TODAY


def test_all_screens_share_the_day(house: House) -> None:
    house.window.context.go_to(date(2026, 11, 2))
    house.window.show_screen("company")
    assert house.screen("company").day == date(2026, 11, 2)


def test_jumping_to_a_record_brings_up_the_screen_that_shows_it(house: House) -> None:
    house.window.context.jump(Ref(Person, "popov"))
    assert house.window.shown == "company"
    assert house.screen("company").log[-1] == "reveal popov"
    house.window.context.jump(date(2026, 12, 24))
    assert (house.window.shown, house.window.day) == ("company", date(2026, 12, 24))
    house.window.context.jump(date(2026, 12, 25), "schedule")
    assert (house.window.shown, house.window.day) == ("schedule", date(2026, 12, 25))
    house.window.context.jump(Ref(Production, "nowhere"))
    assert house.window.shown == "schedule"


def test_undo_and_redo_are_named_and_done_by_keys(house: House) -> None:
    house.someone("Okabe")
    house.key(Qt.Key.Key_Z, CTRL)
    assert house.desk.redo_label == "New Okabe"
    assert house.desk.book.find(Person, "okabe") is None
    house.key(Qt.Key.Key_Z, CTRL, SHIFT)
    assert house.desk.book.find(Person, "okabe") is not None


def test_the_saved_state_tells_the_truth(house: House) -> None:
    saved = house.window.frame.top_bar.saved
    assert saved.text().startswith("Saved ")
    house.desk.refusing = "The disk is full."
    draft = Draft(house.desk.book)
    draft.put(Person("okabe", given="Kenji", family="Okabe"))
    assert not house.window.context.commit(draft.edit("New Okabe"))
    assert saved.failed
    assert house.window.frame.banner.sentence == "The disk is full."
    house.desk.refusing = ""
    QTest.mouseClick(saved, Qt.MouseButton.LeftButton)
    assert saved.text().startswith("Saved ")
    assert house.window.frame.banner.sentence == ""


def test_a_file_that_cannot_be_written_says_so(house: House) -> None:
    house.desk.read_only = True
    house.window.signals.saved.emit()
    assert house.window.frame.top_bar.saved.text() == "Read only"


def test_findings_are_shown_and_walked_by_f8(house: House, qtbot: QtBot) -> None:
    house.found = [TWICE]
    house.someone("Okabe")
    strip = house.window.frame.findings
    qtbot.waitUntil(lambda: len(strip.model.rows) == 1)
    house.key(Qt.Key.Key_F8)
    assert strip.is_open
    assert house.window.shown == "company"
    assert house.screen("company").log[-1] == "reveal popov"
    house.window.show_screen("today")
    assert not strip.isVisible()


def test_a_breach_can_be_accepted_from_the_strip(house: House) -> None:
    house.window.show_screen("today")
    house.window.frame.findings.acted.emit(
        finding_row(house.desk.book, replace(TWICE, severity="breach"))
    )
    assert house.window.frame.fold.isVisible()
    QTest.keyClicks(house.focused, "agreed")
    QTest.keyClick(house.focused, Qt.Key.Key_Return)
    assert house.desk.undo_label.startswith("Accept")
    assert not house.window.frame.fold.isVisible()


def test_a_screen_may_open_the_inspector(house: House) -> None:
    house.window.resize(1280, 760)
    house.window.context.open_inspector()
    assert house.window.frame.fold.width() == 328


def test_actions_go_to_the_window_then_the_screen_then_out(house: House, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(house.window.wanted):
        house.key(Qt.Key.Key_C, CTRL)
    assert house.screen("schedule").log[-1] == "edit.copy"
    with qtbot.waitSignal(house.window.wanted) as wanted:
        house.key(Qt.Key.Key_O, CTRL)
    assert wanted.args == ["file.open"]


def test_the_inspector_folds_by_f4_and_by_itself_when_narrow(house: House) -> None:
    fold = house.window.frame.fold
    widths = [fold.width()]
    for width, press in ((1440, True), (1440, True), (1280, False), (1280, True), (1440, False)):
        house.window.resize(width, 760)
        if press:
            house.key(Qt.Key.Key_F4)
        widths.append(fold.width())
    assert widths == [328, 32, 328, 32, 328, 328]
    house.window.show_screen("today")
    assert not fold.isVisible()


def test_the_menu_bar_comes_with_alt_and_holds_every_action(house: House, qtbot: QtBot) -> None:
    bar = house.window.menuBar()
    assert not bar.isVisible()
    QTest.keyClick(house.screen("schedule").button, Qt.Key.Key_Alt)
    assert bar.isVisible()
    shown = [each.text() for each in bar.actions() if each.isVisible()]
    assert shown == ["&File", "&Edit", "&Go", "&View", "&Schedule", "&Help"]
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_f10_opens_the_menu_bar(house: House, qtbot: QtBot) -> None:
    house.key(Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert house.window.menuBar().isVisible()
    menu.close()
    qtbot.waitUntil(lambda: not house.window.menuBar().isVisible())


def test_the_shortcut_sheet_opens_and_goes(house: House) -> None:
    house.key(Qt.Key.Key_Slash, CTRL)
    sheet = next(
        each
        for each in house.window.findChildren(QWidget)
        if type(each).__name__ == "ShortcutSheet"
    )
    assert sheet.isVisible()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert house.screen("schedule").button.hasFocus()


def test_ctrl_k_finds_and_jumps(house: House) -> None:
    house.key(Qt.Key.Key_K, CTRL)
    field = house.focused
    QTest.keyClicks(field, "pop")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert house.screen("company").log[-1] == "reveal popov"


def test_ctrl_g_goes_to_a_typed_date(house: House) -> None:
    house.key(Qt.Key.Key_G, CTRL)
    field = house.focused
    QTest.keyClicks(field, "+3w")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert house.window.day == date(2026, 11, 4)


def test_f6_walks_the_parts_of_the_window(house: House) -> None:
    seen = []
    for _ in range(4):
        house.key(Qt.Key.Key_F6)
        seen.append(house.focused)
    assert len(set(seen)) == 4
    assert house.window.frame.rail.isAncestorOf(seen[1])


def test_shift_f6_walks_back(house: House) -> None:
    button = house.screen("schedule").button
    for _ in range(3):
        house.key(Qt.Key.Key_F6)
    for _ in range(3):
        house.key(Qt.Key.Key_F6, SHIFT)
    assert button.hasFocus()


def test_what_is_asked_takes_the_keyboard_and_gives_it_back(house: House) -> None:
    house.desk.found = [TWICE]
    draft = Draft(house.desk.book)
    draft.put(Person("okabe", given="Kenji", family="Okabe"))
    assert not house.window.context.commit(draft.edit("New Okabe"))
    (panel,) = house.window.frame.fold.findChildren(ClashPanel)
    assert panel.hasFocus()
    house.key(Qt.Key.Key_Escape)
    assert house.screen("schedule").button.hasFocus()
    assert house.desk.book.find(Person, "okabe") is None


def test_esc_comes_back_to_the_screen_and_puts_a_notice_away(house: House) -> None:
    house.window.frame.top_bar.search_field.setFocus()
    house.window.context.say("Copied.")
    house.key(Qt.Key.Key_Escape)
    assert house.screen("schedule").button.hasFocus()
    assert house.window.frame.banner.sentence == ""


def test_another_day_puts_a_notice_away(house: House) -> None:
    house.window.context.say("Copied.")
    house.key(Qt.Key.Key_PageDown)
    assert house.window.frame.banner.sentence == ""


def test_when_what_has_the_keyboard_goes_the_screen_gets_it(house: House) -> None:
    passing = QPushButton("Passing", house.window.frame)
    passing.show()
    passing.setFocus()
    assert passing.hasFocus()
    passing.hide()
    assert house.screen("schedule").button.hasFocus()


def test_f8_says_the_finding_and_its_place_among_them(
    house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(finding_acts, "say", lambda _widget, words: said.append(words))
    house.found = [TWICE, replace(TWICE, day=date(2026, 10, 16))]
    house.someone("Okabe")
    qtbot.waitUntil(lambda: len(house.window.frame.findings.model.rows) == 2)
    house.key(Qt.Key.Key_F8)
    assert said[-1].startswith("Finding 1 of 2. Clash, ")
    assert "Popov is called twice." in said[-1]


def test_colours_change_at_run_time(house: House) -> None:
    house.window.do("view.dark")
    assert theme.current().dark
    house.window.do("view.strong")
    assert theme.current().name == "dark-strong"
    house.window.do("view.light")
    assert theme.current().name == "light-strong"


def test_the_windows_place_is_remembered(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    def settings() -> QSettings:
        return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)

    kept = settings()
    first = House(qtbot, qapp, kept)
    first.window.showMaximized()
    first.window.close()
    kept.sync()
    second = House(qtbot, qapp)
    second.window.close()
    third = MainWindow(
        second.desk,  # type: ignore[arg-type]
        [],
        FakeDialogs(),
        second.theme,
        TODAY,
        geometry=settings(),
    )
    qtbot.addWidget(third)
    assert third.isMaximized()
    assert not second.window.isMaximized()
    third.close()


def test_closing_leaves_the_desk_and_ends_the_jobs(house: House) -> None:
    house.window.close()
    assert house.desk.listeners == 0
    assert house.window.jobs.running == 0


def test_alt_with_a_digit_goes_to_a_screen_and_opens_no_menu(house: House) -> None:
    QTest.keyPress(house.focused, Qt.Key.Key_Alt)
    house.key(Qt.Key.Key_3, ALT)
    QTest.keyRelease(house.focused, Qt.Key.Key_Alt)
    assert house.window.shown == "company"
    assert not house.window.menuBar().isVisible()


def test_alt_with_a_click_opens_no_menu(house: House) -> None:
    QTest.keyPress(house.focused, Qt.Key.Key_Alt)
    QTest.mouseClick(house.screen("schedule").button, Qt.MouseButton.LeftButton, ALT)
    QTest.keyRelease(house.focused, Qt.Key.Key_Alt)
    assert not house.window.menuBar().isVisible()


def test_what_is_said_moves_nothing_and_goes_with_the_screen(house: House) -> None:
    body = house.window.frame.stack
    before = body.geometry()
    house.window.context.say("Call sheet, issue 2 is posted.")
    QApplication.processEvents()
    banner = house.window.frame.banner
    assert banner.isVisible()
    assert body.geometry() == before
    assert banner.geometry().bottomRight() == body.geometry().bottomRight()
    assert banner.height() < 60
    house.window.show_screen("company")
    assert banner.sentence == ""


def test_a_refusal_stays_when_the_screen_changes(house: House) -> None:
    house.desk.refusing = "The disk is full."
    draft = Draft(house.desk.book)
    draft.put(Person("okabe", given="Kenji", family="Okabe"))
    house.window.context.commit(draft.edit("New Okabe"))
    house.window.show_screen("company")
    assert house.window.frame.banner.sentence == "The disk is full."


def test_f6_leads_to_what_is_asked(house: House) -> None:
    house.desk.found = [TWICE]
    draft = Draft(house.desk.book)
    draft.put(Person("okabe", given="Kenji", family="Okabe"))
    assert not house.window.context.commit(draft.edit("New Okabe"))
    QApplication.processEvents()
    (panel,) = house.window.frame.fold.findChildren(ClashPanel)
    house.screen("schedule").button.setFocus()
    house.key(Qt.Key.Key_F6)
    assert panel.reason.hasFocus()


def test_a_day_found_from_a_screen_without_days_is_shown_on_the_board(house: House) -> None:
    house.window.show_screen("settings")
    house.key(Qt.Key.Key_K, CTRL)
    field = house.focused
    QTest.keyClicks(field, "+3w")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (house.window.shown, house.window.day) == ("schedule", date(2026, 11, 4))
