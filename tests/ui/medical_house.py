"""The small company in a real file, in a window with the screens that may show the locked part."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from castapp.app import new_company
from castapp.domain.book import Book
from castapp.domain.draft import Draft
from castapp.domain.records import KINDS
from castapp.services import medical
from castapp.services.desk import Desk
from castapp.ui.medical_session import MedicalSession
from castapp.ui.screens import ENTRIES
from castapp.ui.theme import Theme
from castapp.ui.window import MainWindow
from tests.builders import WEDNESDAY
from tests.ui.fake_dialogs import FakeDialogs

PHRASE = "swans at dusk"


def desk_with(folder: Path, book: Book) -> Desk:
    """A company file that holds this book."""
    desk = new_company(str(folder / "small.castapp"), "Meridian Ballet", zone="Europe/London")
    draft = Draft(desk.book)
    for kind in KINDS:
        for record in book.all(kind):
            draft.put(record)
    desk.commit(draft.edit("The small company"), judged=False)
    return desk


def with_medical_part(desk: Desk) -> None:
    """Set the medical part up with PHRASE."""
    prepared = medical.set_up(PHRASE)
    medical.finish(desk, prepared, prepared.recovery_key).lock()


class House:
    """A window on a desk, its shared session, its dialogs."""

    def __init__(
        self,
        desk: Desk,
        app: QApplication,
        *,
        today: date = WEDNESDAY,
        screens: Iterable[str] = ("today", "health", "workload"),
        dialogs: FakeDialogs | None = None,
    ) -> None:
        self.desk = desk
        self.session = MedicalSession(desk)
        self.dialogs = dialogs or FakeDialogs()
        theme = Theme(app)
        theme.choose("light")
        wanted = set(screens)
        self.window = MainWindow(
            desk,
            [entry for entry in ENTRIES if entry.name in wanted],
            self.dialogs,
            theme,
            today,
            services=self.session,
        )
        self.window.resize(1440, 900)

    def close(self) -> None:
        """Close the window, lock, let go of the file."""
        self.window.close()
        self.session.lock()
        self.desk.close()
