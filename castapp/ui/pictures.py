"""Pictures of the window, made without a display: for the demonstration and the README."""

from __future__ import annotations

import os
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.domain.programme import parts, zone

if TYPE_CHECKING:
    from castapp.services.desk import Desk
    from castapp.ui.window import MainWindow

SIZE = (1440, 900)
ROUNDS = 5
ALARM = time(16, 9)
VIEWS = {
    "schedule": ("day", "week", "people", "fortnight", "month"),
    "casting": ("performances", "casts", "dancers", "roles", "stage"),
}
"""The views of a screen that has several, by the actions that bring them up."""


def take(desk: Desk, folder: Path, today: date) -> list[Path]:
    """Every screen as a person sees it, light and dark, at 1440 × 900; the files written."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return [path for scheme in ("light", "dark") for path in _take(desk, folder, today, scheme)]


def _take(desk: Desk, folder: Path, today: date, scheme: str) -> list[Path]:
    from castapp.ui.dialogs import QtDialogs
    from castapp.ui.process import application
    from castapp.ui.screens import ENTRIES
    from castapp.ui.strip_feed import findings_of
    from castapp.ui.theme import Theme
    from castapp.ui.window import MainWindow

    app = application()
    theme = Theme(app)
    theme.choose("dark" if scheme == "dark" else "light")
    window = MainWindow(desk, ENTRIES, QtDialogs(), theme, today, findings=findings_of)
    window.resize(*SIZE)
    window.show()
    made = []
    for entry in ENTRIES:
        window.show_screen(entry.name)
        if entry.name == "cover":
            _ask_about_a_lead(window, desk.book, today)
        for view in VIEWS.get(entry.name, ("",)):
            if view:
                window.do(f"{entry.name}.{view}")
            _settle(window)
            name = f"{entry.name}-{view}" if view else entry.name
            path = folder / f"{name}-{scheme}.png"
            if not window.grab().save(str(path)):
                raise Invalid(f"{path} cannot be written.")
            made.append(path)
    window.close()
    return made


def _settle(window: MainWindow) -> None:
    """Wait until what comes in steps, or from a job, is there."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    for _ in range(ROUNDS):
        QApplication.processEvents()
    while window.jobs.running or any(
        timer.isActive() and timer.isSingleShot() for timer in window.findChildren(QTimer)
    ):
        QApplication.processEvents()
    for _ in range(ROUNDS):
        QApplication.processEvents()


def _ask_about_a_lead(window: MainWindow, book: Book, today: date) -> None:
    """It is 16.09, and the first lead of tonight cannot go on."""
    from castapp.ui.screens.cover.screen import CoverScreen

    screen = window.screen_widget("cover")
    show = min(book.where(Performance, "day", today), key=lambda one: one.curtain, default=None)
    if show is None or not isinstance(screen, CoverScreen):
        return
    at = datetime.combine(today, ALARM, ZoneInfo(zone(book, show.venue_id)))
    screen.inquiry.now = lambda: at
    held = next((part.person_id for part in parts(book, show) if part.person_id), None)
    if held is not None:
        window.jump(Ref(Person, held), "cover")
