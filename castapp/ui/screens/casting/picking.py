"""Opens the picking list on a cell and hands on what was picked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from castapp.domain.book import Book
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.services.eligible import Place, Usuals, ask, eligible, partner_of, usual_weeks
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.pick_lines import can_words, pick_lines
from castapp.ui.screens.casting.picker import Picker
from castapp.ui.screens.casting.rows import spot_label
from castapp.ui.screens.casting.spot_facts import scope_words, together_words

REST_MS = 80
"""So long the hand rests on a cell before its list is prepared."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list is open for."""

    role_id: str
    spot: int
    column: Column
    as_cover: bool = False
    section_id: str = ""


class Picking(QObject):
    """`picked` carries what was asked, the person, and whether as cover."""

    picked = Signal(object, str, bool)

    def __init__(self, parent: QWidget, today: date) -> None:
        super().__init__(parent)
        self._today = today
        self._usuals: dict[date, Usuals] = {}
        self._asked: Asked | None = None
        self._steps: list[Callable[[], object]] = []
        self._ahead = QTimer(self, singleShot=True)
        self._ahead.timeout.connect(self._step)
        self.picker = Picker(parent)
        self.picker.taken.connect(self._on_taken)

    def open(
        self, book: Book, asked: Asked, cell: QRect, typed: str = "", *, cells: int = 1
    ) -> None:
        """Open the list over a cell, one of so many chosen."""
        self._ahead.stop()
        self._asked = asked
        role = book.get(Role, asked.role_id)
        column = asked.column
        place = _place(asked)
        found = eligible(book, place, self._today, self._usual(book, column.day))
        partner = inside_name(book, partner_of(book, place))
        title = f"{spot_label(role, asked.spot)}, {column.when}"
        title += f", with {partner}" if partner else ""
        title = f"Cover: {title}" if asked.as_cover else title
        self.picker.open(
            cell,
            title,
            can_words(found),
            " ".join(filter(None, (scope_words(book, column), together_words(book, role)))),
            lambda words: pick_lines(book, found, words),
            typed,
            in_all=in_all_words(cells) if not asked.as_cover else "",
        )

    def look_ahead(self, book: Book, asked: Asked) -> None:
        """Weigh what the list of a place will need as soon as the hand rests on it."""
        self._steps = [
            lambda: self._usual(book, asked.column.day),
            lambda: ask(book, _place(asked), self._today),
        ]
        self._ahead.start(REST_MS)

    @property
    def asked(self) -> Asked | None:
        """What the list was open for last."""
        return self._asked

    @property
    def ready(self) -> bool:
        """Whether nothing more is prepared."""
        return not self._ahead.isActive()

    def forget(self) -> None:
        """Weigh the usual weeks anew next time."""
        self._usuals.clear()

    def _step(self) -> None:
        if self._steps:
            self._steps.pop(0)()
            self._ahead.start(0)

    def _usual(self, book: Book, day: date | None) -> Usuals:
        if day is None:
            return {}
        if day not in self._usuals:
            self._usuals[day] = usual_weeks(book, day)
        return self._usuals[day]

    def _on_taken(self, person_id: str, as_cover: bool) -> None:
        if self._asked is not None:
            self.picked.emit(self._asked, person_id, as_cover or self._asked.as_cover)


def in_all_words(cells: int) -> str:
    """What Ctrl+Enter does while several cells are chosen; empty for one."""
    return f"Ctrl+Enter in all {cells} chosen cells" if cells > 1 else ""


def _place(asked: Asked) -> Place:
    column = asked.column
    return Place(asked.role_id, asked.spot, column.performance_id, column.cast_id)
