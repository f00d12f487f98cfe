"""A window with the callboard in it, and a desk behind that keeps everything in memory."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from PySide6.QtWidgets import QApplication

from castapp.domain.book import Book
from castapp.services.desk import Desk
from castapp.ui.screens import ENTRIES
from castapp.ui.screens.callboard.screen import CallboardScreen
from castapp.ui.screens.callboard.side import Side
from castapp.ui.theme import Theme
from castapp.ui.widgets.label import Label
from castapp.ui.window import MainWindow
from tests.builders import THURSDAY
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_dialogs import FakeDialogs

SHOWN = ("schedule", "callboard")


class NumberedDesk(FakeDesk):
    def history(self, limit: int = 200, before: int | None = None) -> list[SimpleNamespace]:
        return [SimpleNamespace(sequence=len(self.done))]


class Board:
    """Works the callboard of a book as a person would; its files go into `folder`."""

    def __init__(self, book: Book, folder: Path | None, today: date = THURSDAY) -> None:
        self.desk = NumberedDesk(book)
        self.dialogs = FakeDialogs()
        app = cast(QApplication, QApplication.instance())
        entries = [entry for entry in ENTRIES if entry.name in SHOWN]
        desk = cast(Desk, self.desk)
        self.window = MainWindow(desk, entries, self.dialogs, Theme(app), today)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.show_screen("callboard")
        self.screen = cast(CallboardScreen, self.window.screen_widget("callboard"))
        self.screen.folder = folder
        self.settle()

    @property
    def folder(self) -> Path:
        """Where the files go."""
        assert self.screen.folder is not None
        return self.screen.folder

    @property
    def side(self) -> Side:
        return self.screen.side

    @property
    def banner(self) -> str:
        """The sentence under the top bar."""
        return self.window.frame.banner.sentence

    def settle(self) -> None:
        """Let the window lay itself out."""
        for _ in range(4):
            QApplication.processEvents()

    def post(self) -> None:
        """Press the filled button."""
        self.side.foot.post.click()
        self.settle()

    def told(self) -> str:
        """Every word of the inspector's sections."""
        self.settle()
        sections = [one for one in self.side.sections() if not one.isHidden()]
        return "\n".join(label.text() for one in sections for label in one.findChildren(Label))

    def words(self) -> str:
        """Every word of the pages shown."""
        return "\n".join(page.words for page in self.screen.preview.pages)

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
