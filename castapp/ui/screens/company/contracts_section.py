"""A person's contracts: a line each, the one pressed opened below, and a new one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.people import Engagement, Person
from castapp.domain.roster import is_dancer, rank
from castapp.ui import fonts
from castapp.ui.screens.company.contract_editor import ContractEditor
from castapp.ui.screens.company.lines import Lines
from castapp.ui.screens.company.page import contract_lines
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.label import Label
from castapp.ui.writing import Writer

NEW = "new"


class ContractsSection(Section):
    """One contract is open at a time."""

    def __init__(self, write: Writer, today: date) -> None:
        super().__init__("Contracts")
        self._today = today
        self._book: Book | None = None
        self._person: Person | None = None
        self._open = ""
        self.lines = Lines("Contracts")
        self.editor = ContractEditor(write, today)
        self.new = Button("Add a contract or promotion", "plus", Kind.QUIET)
        self._none = Label("No contract yet.", fonts.TABLE, "t2")
        self.add(self._none, self.lines, self.editor, self.new)
        self.lines.chosen.connect(self._toggle)
        self.new.clicked.connect(self.begin)
        self.editor.closed.connect(lambda: self._show_open(""))

    def show_person(self, book: Book, person: Person) -> None:
        """Show somebody's contracts; what is open stays open."""
        if self._person is None or person.id != self._person.id:
            self._open = ""
        self._book, self._person = book, person
        if self._open != NEW and book.find(Engagement, self._open) is None:
            self._open = ""
        self._refresh()

    def begin(self) -> None:
        """Open the fields of a new contract."""
        if self._book is None or self._person is None:
            return
        held = rank(self._book, self._person.id, self._today)
        dances = is_dancer(self._person)
        self.editor.begin(self._book, self._person.id, dances=dances, rank=held)
        self._show_open(NEW)
        (self.editor.rank if dances else self.editor.title).setFocus()

    def open(self, key: str) -> None:
        """Open one contract."""
        self._show_open(key)

    def put_back(self) -> None:
        """Show what is kept instead of what was typed."""
        self.editor.put_back()
        self._refresh()

    def _toggle(self, key: str) -> None:
        self._show_open("" if key == self._open else key)

    def _show_open(self, key: str) -> None:
        if key != NEW:
            self.editor.put_back()
        self._open = key
        self._refresh()

    def _refresh(self) -> None:
        book, person = self._book, self._person
        if book is None or person is None:
            return
        shown = contract_lines(book, person, self._today)
        self.lines.show_lines([replace(one, chosen=one.key == self._open) for one in shown])
        self._none.setVisible(not shown)
        self.editor.setVisible(bool(self._open))
        self.new.setVisible(self._open != NEW)
        if self._open:
            key = "" if self._open == NEW else self._open
            self.editor.show_contract(book, person.id, key, dances=is_dancer(person))
