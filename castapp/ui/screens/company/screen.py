"""The company screen: everybody by rank, found and filtered; the page of the one selected."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from castapp.domain.availability import Absence, Participation
from castapp.domain.book import Book
from castapp.domain.calls import Attendance, Call, Called
from castapp.domain.casting import (
    BillItem,
    Cast,
    Casting,
    Correction,
    Danced,
    Override,
    Partnership,
    Performance,
)
from castapp.domain.company import Company, Studio
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.repertory import Production, Role, Section
from castapp.services.people import remove_person
from castapp.ui import fonts
from castapp.ui.screen import Heading, Screen, ScreenContext
from castapp.ui.screens.company.career_paper import open_career
from castapp.ui.screens.company.model import PeopleModel
from castapp.ui.screens.company.present import EVERYONE, FILTERS, PersonRow, counted, rows
from castapp.ui.screens.company.side import PERSON, Side
from castapp.ui.widgets.bar import ToolRow
from castapp.ui.widgets.button import TOOL_HEIGHT, Button, Kind
from castapp.ui.widgets.empty import EmptyState
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.segment import Segment
from castapp.ui.widgets.table import DataTable
from castapp.ui.writing import write_or_say

_LISTED = (Person, Engagement, Company, Absence, Participation)
_SHOWN = (
    *_LISTED, CareerLine, Call, Called, Attendance, BillItem, Cast, Casting, Danced, Override,
    Performance, Production, Role, Section, Studio, Partnership, Correction,
)  # fmt: skip
_ABOUT = (
    "Dancers with their rank, staff with what they do, and the days they are under contract. "
    "Casting, calls and papers take everybody from here."
)
_NOBODY = ("Who is in the company?", _ABOUT)
_NONE_FOUND = ("Nobody found", "Nobody answers to these words and this filter.")


class CompanyScreen(Screen):
    """The people of the company."""

    inspector_width: ClassVar[int] = 360

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._kept = EVERYONE
        self.model = PeopleModel(self)
        self.table = DataTable("People", row_height=32)
        self.table.setModel(self.model)
        self.table.set_widths(176, 140, 180, 124, 64, 132, stretch=0)
        self.table.horizontalHeader().setStretchLastSection(False)
        self.side = Side(context, self)
        self.inspector = self.side.inspector
        self.search = QLineEdit()
        self.filter = Segment(FILTERS, name="Who is listed")
        self.new = Button("New person", "user-plus", Kind.FILLED, height=TOOL_HEIGHT)
        self.count = Label("", fonts.TABLE, "t2")
        self.nothing = EmptyState("users-round", *_NOBODY, "New person", button_icon="user-plus")
        self.not_found = EmptyState("search", *_NONE_FOUND)
        self._make_tools()
        self._lay_out()
        self._connect()

    def heading(self) -> Heading:
        return Heading("Company")

    def present(self, book: Book, edit: Edit | None) -> None:
        if edit is not None and not edit.touches(*_SHOWN):
            return
        if edit is None or edit.touches(*_LISTED):
            self._show_rows()
        self.side.show_person(book, self.table.key)
        self._show_tools()

    def reveal(self, ref: Ref) -> bool:
        record = self.context.book.find(ref.kind, ref.id)
        if isinstance(record, Engagement | CareerLine):
            if not self._select(record.person_id):
                return False
            self.side.reveal(ref)
            return True
        return isinstance(record, Person) and self._select(record.id)

    def act(self, action: str) -> bool:
        if action == "company.new":
            self.begin()
        elif action == "edit.find":
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        elif action == "edit.rename" and self.table.key:
            self.context.open_inspector()
            self.side.show_view(PERSON)
            self.side.person.rename()
        elif action == "edit.delete" and self.table.key:
            self._remove(self.table.key)
        elif action in ("company.career", "file.print") and self.table.key:
            self._career()
        else:
            return False
        return True

    def begin(self) -> None:
        """Open the form of somebody new."""
        self.context.open_inspector()
        self.side.begin()
        self._show_tools()

    def _make_tools(self) -> None:
        self.search.setPlaceholderText("Find by name, rank or what they do")
        self.search.setAccessibleName("Find people")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(240)
        tools = ToolRow()
        tools.add_left(self.filter, self.search, self.count)
        tools.add_right(self.new)
        self.tool_row = tools

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        for state in (self.nothing, self.not_found):
            page = QWidget()
            middle = QVBoxLayout(page)
            middle.addWidget(state, 0, Qt.AlignmentFlag.AlignCenter)
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def _connect(self) -> None:
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(lambda _: self.context.open_inspector())
        self.search.textChanged.connect(lambda _: self.present(self.context.book, None))
        self.filter.chosen.connect(self._choose_filter)
        self.new.clicked.connect(self.begin)
        self.nothing.started.connect(self.begin)
        self.side.made.connect(self._on_made)
        self.side.left.connect(self._show_tools)
        self.side.roles.record_wanted.connect(self._career)

    def _show_rows(self) -> None:
        book = self.context.book
        found = rows(book, self.context.today, self._kept, self.search.text())
        self.model.show_rows(found)
        self.count.setText(counted(found))
        self._pages.setCurrentIndex(0 if found else 2 if book.count(Person) else 1)
        first = next((row.id for row in found if isinstance(row, PersonRow)), "")
        if not self.table.key and first:
            self.table.select_key(first)

    def _show_tools(self) -> None:
        self.new.setEnabled(not self.side.adding)
        self.new.setVisible(self.context.book.count(Person) > 0)

    def _choose_filter(self, kept: str) -> None:
        self._kept = kept
        self.filter.choose(kept)
        self.present(self.context.book, None)

    def _on_selected(self, key: str) -> None:
        self.side.show_person(self.context.book, key)
        self._show_tools()

    def _on_made(self, person_id: str) -> None:
        self._select(person_id)
        self._show_tools()

    def _select(self, person_id: str) -> bool:
        """Select somebody, in the list of everyone or of those who left if need be."""
        if self.table.select_key(person_id):
            return True
        self.search.clear()
        for kept in (EVERYONE, "past"):
            self._choose_filter(kept)
            if self.table.select_key(person_id):
                return True
        return False

    def _career(self) -> None:
        open_career(self.context, self, self.table.key, self.side.roles.record)

    def _remove(self, person_id: str) -> None:
        write_or_say(self.context, remove_person, person_id)
