"""The main window: which screen and which day are shown, and what each command does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.services.desk import Desk
from castapp.ui.commands import window_commands
from castapp.ui.commit import Committer
from castapp.ui.desk_signals import DeskSignals
from castapp.ui.dialogs import Dialogs
from castapp.ui.finding_acts import act_on_finding, show_finding
from castapp.ui.frame import Frame
from castapp.ui.house_clock import house_clock
from castapp.ui.job import Jobs
from castapp.ui.lone_alt import LoneAlt
from castapp.ui.menus import Menus
from castapp.ui.screen import Screen, ScreenContext, ScreenEntry
from castapp.ui.span import Span
from castapp.ui.strip_feed import FindingsOf, StripFeed
from castapp.ui.theme import Theme
from castapp.ui.widgets.command_palette import CommandPalette
from castapp.ui.widgets.shortcuts import ShortcutSheet

ROOMY = 1400
"""Below this width (logical pixels) the inspector folds by itself."""


class MainWindow(QMainWindow):
    """Shows one company file. `wanted` goes out for commands neither it nor its screen does."""

    wanted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        screens: Sequence[ScreenEntry],
        dialogs: Dialogs,
        theme: Theme,
        today: date,
        *,
        findings: FindingsOf | None = None,
        services: object = None,
        geometry: QSettings | None = None,
    ) -> None:
        """`findings` gives the findings of a span of days, for the strip."""
        super().__init__()
        self._desk = desk
        self.theme = theme
        self._day = today
        self._geometry = geometry
        self._entries = {entry.name: entry for entry in screens}
        self._built: dict[str, Screen] = {}
        self._stale: set[str] = set()
        self._shown = ""
        self._narrow: bool | None = None
        self.signals = DeskSignals(desk, self)
        self.jobs = Jobs(self)
        self.frame = Frame()
        self._feed = StripFeed(desk, self.frame.findings, findings, self._span, self)
        self.setCentralWidget(self.frame)
        self.committer = Committer(desk, self.signals, self.frame.fold, self.frame.banner, self)
        self.context = ScreenContext(
            desk=desk,
            signals=self.signals,
            dialogs=dialogs,
            jobs=self.jobs,
            today=today,
            commit=self.committer,
            jump=self.jump,
            go_to=self.go_to,
            say=self.frame.banner.say,
            clear=self.frame.banner.clear,
            open_inspector=lambda: self.frame.fold.fold(False),
            accept=self.committer.accept,
            asking=lambda: self.committer.asking,
            remember=geometry,
            services=services,
        )
        self.menus = Menus(self, self.do)
        self._lone_alt = LoneAlt(self)
        self._lone_alt.let_go.connect(self.menus.open)
        self.finder = CommandPalette(self)
        self.sheet = ShortcutSheet(self)
        self._commands = window_commands(self)
        self._fill_frame()
        self._connect()
        self._restore_geometry()
        self._show_desk()

    @property
    def day(self) -> date:
        """The day all screens show, or whose period they show."""
        return self._day

    @property
    def entries(self) -> tuple[ScreenEntry, ...]:
        """The screens there are, in the order of the rail."""
        return tuple(self._entries.values())

    @property
    def shown(self) -> str:
        """The name of the screen that is up, "" before the first."""
        return self._shown

    def screen_widget(self, name: str) -> Screen:
        """The screen of this name, built now if it has not been shown yet."""
        if name not in self._built:
            screen = self._entries[name].build(self.context)
            screen.heading_changed.connect(self._show_heading)
            self._built[name] = screen
            self._stale.add(name)
        return self._built[name]

    def show_screen(self, name: str) -> None:
        """Bring a screen up and let it show the book and the day."""
        if name == self._shown:
            return
        if self._shown:
            self._built[self._shown].set_active(False)
        screen = self.screen_widget(name)
        self._shown = name
        self.frame.rail.choose(self._entries[name].under or name)
        self.frame.place(screen)
        self.menus.show_for(name)
        screen.show_day(self._day)
        if name in self._stale:
            self._stale.discard(name)
            screen.present(self._desk.book, None)
        screen.set_active(True)
        self._show_heading()

    def refresh(self) -> None:
        """Show everything anew, though nothing in the book has changed."""
        self._stale.update(name for name in self._built if name != self._shown)
        if self._shown:
            self._built[self._shown].present(self._desk.book, None)
        self._show_desk()

    def go_to(self, day: date) -> None:
        """Show a day on the screen that is up; the others follow when they come up."""
        if day != self._day:
            self.frame.banner.clear()
        self._day = day
        if self._shown:
            self._built[self._shown].show_day(day)
            self._show_heading()
        self._feed.due()

    def jump(self, target: Ref | date, screen: str = "") -> None:
        """Show a record or a day on the screen named, or on one that answers for it."""
        name = screen or self.screen_for(target)
        if name not in self._entries:
            return
        if isinstance(target, date):
            self._day = target
            self.show_screen(name)
            self.go_to(target)
            return
        self.show_screen(name)
        self._built[name].reveal(target)

    def do(self, action: str) -> None:
        """Carry out an action: the window's own, else the screen's, else `wanted`."""
        if action.startswith("screen."):
            self.show_screen(action.removeprefix("screen."))
            return
        own = self._commands.get(action)
        if own is not None:
            own()
        elif not (self._shown and self._built[self._shown].act(action)):
            self.wanted.emit(action)

    def step(self, direction: int) -> None:
        """Go one period earlier (-1) or later (1), by the screen's own step."""
        screen = self._built[self._shown]
        if screen.heading().steps:
            self.go_to(screen.stepped(self._day, direction))

    def screen_for(self, target: Ref | date) -> str:
        """The screen that answers for a record or a day, "" for none."""
        if isinstance(target, date):
            steps = self._shown and self._built[self._shown].heading().steps
            return self._shown if steps else "schedule"
        order = [self._shown, *self._entries] if self._shown else list(self._entries)
        return next((name for name in order if target.kind in self._entries[name].reveals), "")

    def _fill_frame(self) -> None:
        keys = self.menus.add_screens(self.entries)
        for entry in self.entries:
            if entry.under:
                continue
            at_foot, shortcut = entry.at_foot, keys[entry.name]
            self.frame.rail.add(entry.name, entry.label, entry.icon, at_foot=at_foot, keys=shortcut)

    def _connect(self) -> None:
        frame, bar = self.frame, self.frame.top_bar
        frame.rail.chosen.connect(self.show_screen)
        bar.stepped.connect(self.step)
        bar.today.connect(lambda: self.do("go.today"))
        bar.search.connect(lambda: self.do("go.search"))
        bar.undo.connect(self.committer.undo)
        bar.redo.connect(self.committer.redo)
        bar.retry.connect(self.committer.retry)
        bar.menu_wanted.connect(
            lambda: self._built[self._shown].open_menu(self.frame.top_bar.title_button)
        )
        frame.findings.shown.connect(lambda row: show_finding(self, row))
        frame.findings.acted.connect(lambda row: act_on_finding(self, row))
        self.signals.changed.connect(self._on_changed)
        self.signals.saved.connect(self._show_desk)
        self.signals.failed.connect(bar.saved.show_failed)

    def _on_changed(self, book: Book, edit: Edit) -> None:
        self._stale.update(name for name in self._built if name != self._shown)
        if self._shown:
            self._built[self._shown].present(book, edit)
            self._show_heading()

    def _show_heading(self) -> None:
        if not self._shown:
            return
        heading = self._built[self._shown].heading()
        self.frame.top_bar.show_heading(
            heading.text, steps=heading.steps, colour=heading.colour, menu=heading.menu
        )
        self.menus.actions["go.back"].setEnabled(heading.steps)
        self.menus.actions["go.forward"].setEnabled(heading.steps)
        self._feed.due()

    def _span(self) -> Span | None:
        return self._built[self._shown].span(self._day) if self._shown else None

    def _show_desk(self) -> None:
        desk, bar = self._desk, self.frame.top_bar
        bar.show_undo(desk.undo_label, desk.redo_label)
        bar.show_person(desk.author)
        if desk.read_only:
            bar.saved.show_read_only()
        else:
            bar.saved.show_saved(house_clock(desk.book, desk.saved_at))
        self._feed.due()

    def _restore_geometry(self) -> None:
        self.setMinimumSize(1024, 640)
        self.resize(1440, 900)
        kept = self._geometry.value("window/geometry") if self._geometry is not None else None
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < ROOMY
        if narrow != self._narrow:
            self._narrow = narrow
            self.frame.fold.fold(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt:
            self._lone_alt.begin()
        if event.key() == Qt.Key.Key_Escape and self._leave():
            return
        super().keyPressEvent(event)

    def _leave(self) -> bool:
        """Esc, where nothing nearer wants it: back to the screen, and a notice goes."""
        gone = self.frame.banner.put_away()
        return self.frame.leave_part() or gone

    def focusNextPrevChild(self, onwards: bool) -> bool:
        focused = QApplication.focusWidget()
        gone = focused is None or not focused.isVisible()  # Qt asks so when it hides something.
        if gone and self.isVisible():
            self.frame.focus_body()
            return True
        if not gone and self.frame.tab(1 if onwards else -1):
            return True
        return super().focusNextPrevChild(onwards)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._shown:
            self._built[self._shown].set_active(False)
        if self._geometry is not None:
            self._geometry.setValue("window/geometry", self.saveGeometry())
        self.signals.close()
        self.jobs.close()
        super().closeEvent(event)
