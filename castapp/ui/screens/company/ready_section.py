"""How ready a dancer is for each role, and saying otherwise by hand."""

from __future__ import annotations

from datetime import date

from castapp.domain.book import Book
from castapp.services.readiness import STATES, correct
from castapp.ui import fonts
from castapp.ui.screens.company.career_page import ready_lines
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.stating import StateRow
from castapp.ui.writing import Writer


class ReadySection(Section):
    """A row a role; pressed, it offers the steps."""

    def __init__(self, write: Writer, today: date) -> None:
        super().__init__("How ready")
        self._write, self._today = write, today
        self._person_id = ""
        self._shown: object = None
        self.rows: list[StateRow] = []

    def show_person(self, book: Book, person_id: str) -> None:
        """Show somebody's roles as they stand before today."""
        works = ready_lines(book, person_id, self._today)
        self._person_id = person_id
        self.setVisible(bool(works))
        if (person_id, works) == self._shown:
            return
        self._shown = (person_id, works)
        self.clear()
        self.rows = []
        self.set_heading("How ready", "press to correct")
        for work, lines in works:
            self.add(Label(work, fonts.LABEL, "t2", weight=600))
            for line in lines:
                row = StateRow(line, STATES)
                row.said.connect(lambda state, key=line.key: self._say(key, state))
                self.rows.append(row)
                self.add(row)

    def _say(self, role_id: str, state: str) -> None:
        person_id = self._person_id
        self._write(
            lambda book: correct(book, person_id, role_id, state or None), lambda _refused: None
        )
