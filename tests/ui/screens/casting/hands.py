"""The casting screen in a real window over a desk in memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from castapp.domain.book import Book
from castapp.domain.repertory import Production
from castapp.services.desk import Desk
from castapp.ui.screen import Heading, Screen, ScreenContext, ScreenEntry
from castapp.ui.screens.casting.screen import CastingScreen
from castapp.ui.theme import Theme
from castapp.ui.window import MainWindow
from tests.builders import WEDNESDAY
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_dialogs import FakeDialogs
from tests.ui.showing import show_active


class Elsewhere(Screen):
    """Where the casting screen leads to."""

    def heading(self) -> Heading:
        return Heading("Elsewhere")

    def present(self, book: Book, edit: object) -> None:
        """Nothing to show."""


def window_of(
    qtbot: QtBot, book: Book, build: Callable[[ScreenContext], Screen], size: tuple[int, int]
) -> tuple[MainWindow, FakeDesk]:
    """A window with this screen and, for jumps, an empty one."""
    desk = FakeDesk(book)
    entries = (
        ScreenEntry("casting", "Casting", "crown", build),
        ScreenEntry("repertory", "Repertory", "music", Elsewhere, (Production,)),
    )
    app = cast(QApplication, QApplication.instance())
    window = MainWindow(cast(Desk, desk), entries, FakeDialogs(), Theme(app), WEDNESDAY)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show_screen("casting")
    show_active(window)
    return window, desk


def casting_screen(
    qtbot: QtBot, book: Book, size: tuple[int, int] = (1440, 900)
) -> tuple[CastingScreen, FakeDesk, MainWindow]:
    """The casting screen, shown and with the keyboard."""
    window, desk = window_of(qtbot, book, CastingScreen, size)
    screen = cast(CastingScreen, window.screen_widget("casting"))
    qtbot.waitUntil(lambda: screen.shown.whole)
    return screen, desk, window


def texts(widget: QWidget) -> str:
    """Everything a widget and what is in it say by name."""
    inside = (widget, *widget.findChildren(QWidget))
    said = (one.accessibleName() or getattr(one, "text", str)() for one in inside)
    return "\n".join(str(text) for text in said)
