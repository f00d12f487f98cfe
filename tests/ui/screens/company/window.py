"""The company and settings screens in a window on a book in memory."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from castapp.domain.book import Book
from castapp.services.desk import Desk
from castapp.ui.screens import ENTRIES
from castapp.ui.theme import Theme
from castapp.ui.window import MainWindow
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_dialogs import FakeDialogs
from tests.ui.showing import show_active


class Opened:
    """A window, the desk under it, and where its lines led."""

    def __init__(self, qtbot: QtBot, book: Book, screen: str, today: date, services: object):
        self.desk = FakeDesk(book)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        entries = [entry for entry in ENTRIES if entry.name in ("company", "settings")]
        self.window = MainWindow(
            cast("Desk", self.desk), entries, FakeDialogs(), Theme(app), today, services=services
        )
        qtbot.addWidget(self.window)
        self.window.resize(1440, 900)
        self.window.show_screen(screen)
        show_active(self.window)

    @property
    def book(self) -> Book:
        """The book as the desk has it now."""
        return self.desk.book

    @property
    def labels(self) -> list[str]:
        """What was done, in order."""
        return [edit.label for edit in self.desk.done]
