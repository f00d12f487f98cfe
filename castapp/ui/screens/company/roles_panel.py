"""A person's career: roles here and to come, how ready, partners, the record from elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.finding import Ref
from castapp.domain.people import CareerLine, Person
from castapp.services import personal
from castapp.services.papers import careers
from castapp.ui import fonts
from castapp.ui.screens.company.career_editor import CareerEditor
from castapp.ui.screens.company.lines import Lines
from castapp.ui.screens.company.page import career_line, role_lines
from castapp.ui.screens.company.partners_section import PartnersSection
from castapp.ui.screens.company.ready_section import ReadySection
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.label import Label
from castapp.ui.writing import Writer

NEW = "new"
NO_CAREER = "No role danced yet; there is no career to print."


class RolesPanel(QWidget):
    """`wanted` carries the record a line leads to and the screen it is shown on; `record_wanted`
    asks for the career on paper.
    """

    wanted = Signal(object, str)
    record_wanted = Signal()

    def __init__(self, write: Writer, today: date) -> None:
        super().__init__()
        self._today = today
        self._book: Book | None = None
        self._person: Person | None = None
        self._open = ""
        self._roles = Section("Roles")
        self.ready = ReadySection(write, today)
        self.partners = PartnersSection(write, today)
        self._record = Section("Before and elsewhere")
        self.lines = Lines("Before and elsewhere")
        self.editor = CareerEditor(write, today)
        self.new = Button("Add a role danced elsewhere", "plus", Kind.QUIET)
        self.record = Button("Career record…", "file-text")
        self._record.add(self.lines, self.editor, self.new, self.record)
        self.record.clicked.connect(self.record_wanted)
        self.lines.chosen.connect(lambda key: self.open("" if key == self._open else key))
        self.new.clicked.connect(self.begin)
        self.editor.closed.connect(lambda: self.open(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.partners.wanted.connect(
            lambda key: self._go(Ref(Person, key) if key else None, "company")
        )
        for section in (self._roles, self.ready, self.partners, self._record):
            column.addWidget(section)

    def show_person(self, book: Book, person: Person) -> None:
        """Show somebody's career; what is open stays open."""
        if self._person is None or person.id != self._person.id:
            self._open = ""
        self._book, self._person = book, person
        if self._open != NEW and book.find(CareerLine, self._open) is None:
            self._open = ""
        self._show_roles(book, person)
        danced = bool(careers(book, [person.id], self._today))
        self.record.setEnabled(danced)
        self.record.setToolTip("" if danced else NO_CAREER)
        self.ready.show_person(book, person.id)
        self.partners.show_person(book, person)
        self._refresh()

    def open(self, key: str) -> None:
        """Open one line of the record; "" closes it."""
        self.editor.put_back()
        self._open = key
        self._refresh()

    def begin(self) -> None:
        """Open the fields of a new line."""
        self.open(NEW)
        self.editor.work.setFocus()

    def put_back(self) -> None:
        """Show what is kept instead of what was typed."""
        self.editor.put_back()
        self._refresh()

    def _show_roles(self, book: Book, person: Person) -> None:
        self._roles.clear()
        works = role_lines(personal.roles_danced(book, person.id, self._today), self._today)
        for work, lines in works:
            self._roles.add(Label(work, fonts.LABEL, "t2", weight=600))
            made = Lines(work)
            self._roles.add(made)
            made.show_lines(lines)
            targets = {line.key: line.target for line in lines if line.target}
            made.chosen.connect(lambda key, found=targets: self._go(found.get(key)))
        if not works:
            self._roles.add(Label("No role danced or cast yet.", fonts.TABLE, "t2"))

    def _go(self, target: Ref | None, screen: str = "repertory") -> None:
        if target is not None:
            self.wanted.emit(target, screen)

    def _refresh(self) -> None:
        book, person = self._book, self._person
        if book is None or person is None:
            return
        known = book.where(CareerLine, "person_id", person.id)
        ordered = sorted(known, key=lambda one: (one.when, one.work), reverse=True)
        lines = [career_line(one) for one in ordered]
        self.lines.show_lines([replace(one, chosen=one.key == self._open) for one in lines])
        self.editor.setVisible(bool(self._open))
        self.new.setVisible(self._open != NEW)
        if self._open:
            self.editor.show_line(book, person.id, "" if self._open == NEW else self._open)
