"""The running program: the welcome page, the window on a company, and the way between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QWidget

from castapp import __version__, log
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.roster import company
from castapp.settings import Settings
from castapp.ui.dialogs import Dialogs, QtDialogs
from castapp.ui.errands import Doors, Errands
from castapp.ui.hearing import heard
from castapp.ui.house_clock import house_today
from castapp.ui.medical_session import MedicalSession
from castapp.ui.personal import Personal, recent_files
from castapp.ui.process import application, keep_collections_short
from castapp.ui.screens import ENTRIES
from castapp.ui.strip_feed import findings_of
from castapp.ui.theme import Theme
from castapp.ui.warming import Warming
from castapp.ui.window import MainWindow

if TYPE_CHECKING:
    from castapp.services.desk import Desk
    from castapp.ui.screens.welcome.present import RecentFile
    from castapp.ui.screens.welcome.screen import WelcomeScreen

LISTEN_EVERY = 2000
"""Milliseconds between looks at what other desks wrote."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the person's own things are: settings, the window's place, documents."""

    settings: Path
    geometry: Path
    documents: Path


class Program(QObject):
    """One person's session. `run` returns when the last window is closed."""

    def __init__(
        self,
        doors: Doors,
        kept: Settings,
        folders: Folders,
        dialogs: Dialogs | None = None,
    ) -> None:
        self._app = application()
        super().__init__()
        self._doors = doors
        self._own = Personal(kept, folders.settings)
        self._geometry_file = folders.geometry
        self._dialogs = dialogs or QtDialogs(folders.documents)
        self._errands = Errands(self, doors, self._dialogs, folders.documents)
        self.theme = Theme(self._app, self)
        self.theme.choose(kept.scheme, stronger_lines=kept.stronger_lines)
        self.welcome: WelcomeScreen | None = None
        self.window: MainWindow | None = None
        self.medical: MedicalSession | None = None
        self._desk: Desk | None = None
        self._listening = QTimer(self, interval=LISTEN_EVERY)
        self._listening.timeout.connect(self.listen)
        self._warming = Warming(self)

    def run(self) -> int:
        """Stay until all windows are closed; the exit status."""
        log.catch_the_rest(self.tell)
        status = self._app.exec()
        self.leave()
        return status

    def begin(self, address: str | None) -> None:
        """Show the first window, on the company at `address` or on the welcome page; painted."""
        opened = address is not None and self.open(lambda: self._doors.open(address))
        if not opened and self.welcome is None:
            self._show_welcome()
        self._app.processEvents()

    def leave(self) -> None:
        """Keep the settings and let go of the company."""
        self._keep_settings()
        self.put_away()

    @property
    def kept(self) -> Settings:
        """The person's settings as they are now."""
        return self._own.kept

    @property
    def backed_up(self) -> datetime | None:
        """When the company that is open was last backed up from here."""
        if self._desk is None:
            return None
        return self._own.backed_up(self._desk.address)

    def note_backup(self) -> None:
        """Remember that the company that is open was backed up now."""
        if self._desk is not None:
            self._remember(self._desk, backed_up=True)
        if self.window is not None:
            self.window.refresh()

    def choose(self, chosen: Settings) -> None:
        """Keep other settings and follow them at once."""
        self._own.kept = chosen
        self.theme.choose(chosen.scheme, stronger_lines=chosen.stronger_lines)
        self._keep_settings()
        if self._desk is not None:
            self._desk.author = chosen.author
        if self.window is not None:
            self.window.refresh()

    @property
    def desk(self) -> Desk | None:
        """The desk of the company that is open."""
        return self._desk

    def open(self, door: Callable[[], Desk]) -> bool:
        """Open another company in place of this one; False, with a sentence, if it cannot be."""
        from castapp.services.desk import Refused

        try:
            desk = door()
        except (Refused, Invalid) as refused:
            self.tell(str(refused))
            return False
        self.put_away()
        self._desk = desk
        self._remember(desk)
        self._show_company(desk)
        return True

    def _show_company(self, desk: Desk) -> None:
        self.medical = MedicalSession(desk, self)
        window = MainWindow(
            desk,
            ENTRIES,
            self._dialogs,
            self.theme,
            house_today(desk.book),
            findings=findings_of,
            services=self,
            geometry=QSettings(str(self._geometry_file), QSettings.Format.IniFormat),
        )
        self.window = window
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(lambda: self._forget(window))
        window.wanted.connect(self.do)
        window.menus.list_recent(self._others, self._errands.open_address)
        button = window.frame.top_bar.menu_button
        button.clicked.connect(lambda: window.menus.open_below(button))
        window.setWindowTitle(f"{company(desk.book).name} – Castapp")
        window.show_screen("schedule" if desk.book.count(Call) else "today")
        window.show()
        if desk.read_only:
            window.context.say(
                "This file may not be written here; you can look at everything and change nothing."
            )
        self._listening.start()
        self._warm(window)
        if self.welcome is not None:
            self.welcome.close()
            self.welcome = None

    def _warm(self, window: MainWindow) -> None:
        """Read meanwhile what the screen that is up may want, and then the other screens."""
        others = (f"castapp.ui.screens.{entry.name}.screen" for entry in ENTRIES)
        self._warming.begin([*window.screen_widget(window.shown).later, *others])

    def _show_welcome(self) -> None:
        from castapp.ui.screens.welcome.screen import WelcomeScreen

        welcome = WelcomeScreen(__version__)
        self.welcome = welcome
        welcome.setWindowTitle("Castapp")
        welcome.resize(1280, 800)
        welcome.show_recent(recent_files(self._own.kept.recent), datetime.now().astimezone())
        welcome.sample.connect(self._errands.sample)
        welcome.opened.connect(self._errands.open)
        welcome.imported.connect(self._errands.tables)
        welcome.founded.connect(self._errands.found)
        welcome.recent.connect(self._errands.open_address)
        welcome.dropped.connect(self._errands.open_path)
        welcome.tour.connect(self._show_help)
        welcome.show()

    def do(self, action: str) -> None:
        """Carry out a command that is the program's own, not a screen's."""
        if self.window is None or self._desk is None:
            return
        if action == "file.new":
            self._show_welcome()
            if self.welcome is not None:
                self.welcome.show_form()
        elif action == "file.open":
            self._errands.open()
        elif action == "file.import":
            self._errands.tables()
        elif action == "file.sample":
            self._errands.sample()
        elif action == "file.backup":
            self._errands.back_up()
        elif action == "file.restore":
            self._errands.restore()
        elif action == "help.help":
            self._show_help()

    def _show_help(self) -> None:
        from castapp.ui.help import HelpWindow

        help_window = HelpWindow(self.parent_widget())
        help_window.show()

    def tell(self, sentence: str) -> None:
        """Say one sentence where the person is looking."""
        in_front = self.welcome is not None and self.welcome.isVisible()
        if self.window is not None and not in_front:
            self.window.context.say(sentence)
            return
        if self.welcome is None:
            self._show_welcome()
        if self.welcome is not None:
            self.welcome.say(sentence)

    def listen(self) -> None:
        """Take in what other desks wrote meanwhile, and say whose it is."""
        from castapp.services.desk import Refused

        if self._desk is not None:
            try:
                said = heard(self._desk)
            except Refused as refused:
                self.tell(str(refused))
            else:
                self._tell_heard(said)
        keep_collections_short()

    def _tell_heard(self, said: str) -> None:
        window = self.window
        if window is not None and said and not window.frame.banner.refusing:
            window.frame.banner.say(
                said, button="History", then=lambda: window.show_screen("history")
            )

    def _others(self) -> list[RecentFile]:
        here = "" if self._desk is None else self._desk.address
        return [each for each in recent_files(self._own.kept.recent) if each.address != here]

    def put_away(self) -> None:
        """Close the company that is open and its window."""
        self._listening.stop()
        self._warming.stop()
        if self.window is not None:
            window, self.window = self.window, None
            window.close()
        if self.medical is not None:
            self.medical.lock()
            self.medical.deleteLater()
            self.medical = None
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def _forget(self, window: MainWindow) -> None:
        """The person has closed the window: its company goes with it."""
        if self.window is window:
            self.window = None
            self.put_away()

    def _remember(self, desk: Desk, *, backed_up: bool = False) -> None:
        self._own.remember(desk.address, company(desk.book).name, backed_up=backed_up)
        self._keep_settings()

    def _keep_settings(self) -> None:
        refusal = self._own.keep(self.theme.scheme, stronger_lines=self.theme.stronger_lines)
        if refusal:
            self.tell(refusal)

    def parent_widget(self) -> QWidget:
        """The window dialogs belong to."""
        parent = self.window or self.welcome
        if parent is None:
            raise RuntimeError("a dialog needs a window")
        return parent
