"""Whom a dancer dances with, and whom the company wishes them to dance with, or not to."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.domain.roster import is_dancer
from castapp.services.pairs import set_wish
from castapp.ui import fonts
from castapp.ui.screens.company.career_page import others, partner_lines, wish_lines
from castapp.ui.screens.company.lines import Lines
from castapp.ui.widgets.beside import beside
from castapp.ui.widgets.button import Button
from castapp.ui.widgets.field import Field, Section
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.pick import Option, PickField, finder_of
from castapp.ui.writing import Writer

TOGETHER, APART = "together", "apart"


class PartnersSection(QWidget):
    """`wanted` carries the id of a partner pressed."""

    wanted = Signal(str)

    def __init__(self, write: Writer, today: date) -> None:
        super().__init__()
        self._write, self._today = write, today
        self._person_id = ""
        self._danced, self._wishes = Section("Danced with"), Section("Kept with, or not with")
        self.partners, self.wishes = Lines("Danced with"), Lines("Kept with, or not with")
        self.other = PickField(finder_of([]), name="Dancer")
        self._field = Field("Dancer", self.other)
        self.keep, self.part = Button("Keep together"), Button("Not together")
        self._danced.add(self.partners)
        self._press = Label("Press a wish to take it back.", fonts.LABEL, "t2")
        self._wishes.add(self.wishes, self._press, self._field, beside(self.keep, self.part))
        self.partners.chosen.connect(self.wanted)
        self.wishes.chosen.connect(lambda key: self._say(key, None))
        self.keep.clicked.connect(lambda: self._wish(TOGETHER))
        self.part.clicked.connect(lambda: self._wish(APART))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._danced)
        column.addWidget(self._wishes)

    def show_person(self, book: Book, person: Person) -> None:
        """Show somebody's partners and the wishes for them; staff have neither."""
        if person.id != self._person_id:
            self.other.show_option(None)
        self._person_id = person.id
        danced = partner_lines(book, person.id, self._today)
        self.partners.show_lines(danced)
        self._danced.setVisible(bool(danced))
        self._wishes.setVisible(is_dancer(person))
        wishes = wish_lines(book, person.id)
        self.wishes.show_lines(wishes)
        self._press.setVisible(bool(wishes))
        options = [Option(key, name) for key, name in others(book, person.id, self._today)]
        self.other.set_finder(finder_of(options))

    def _wish(self, said: str) -> None:
        if not self.other.key:
            self._field.refuse("Name a dancer first.")
            return
        if self._say(self.other.key, said):
            self.other.show_option(None)

    def _say(self, other_id: str, said: str | None) -> bool:
        person_id = self._person_id
        return self._write(
            lambda book: set_wish(book, person_id, other_id, said), self._field.refuse
        )
