"""Whose day is another than the one that was posted: a list for the inspector."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from castapp.domain.book import Book
from castapp.domain.roster import inside_name
from castapp.domain.standing import standing
from castapp.services.publish import drift
from castapp.ui.screens.schedule.call_facts import NameRow
from castapp.ui.screens.schedule.names import NameList


def drifted(book: Book, day: date) -> tuple[NameRow, ...]:
    """Everybody whose day differs from the last issue, by rank, with what differs."""
    return tuple(
        NameRow(one.person_id, inside_name(book, one.person_id), "; ".join(one.lines),
                status=_status(book, one.person_id, day))
        for one in drift(book, day).people
    )  # fmt: skip


def _status(book: Book, person_id: str, day: date) -> str:
    """What the mark before a name shows: full, modified, off; away for whoever is not here."""
    now = standing(book, person_id, day)
    return "away" if now.absence or not now.engaged else now.status


class DriftList(NameList):
    """Enter opens the person."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Whose day has changed since posting")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def show_people(self, rows: Sequence[NameRow]) -> None:
        """Show these, the first of them current."""
        self.show_rows(rows)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Menu):
            event.ignore()
        else:
            super().keyPressEvent(event)
