"""The right column of Company: the person selected in one of three views, or somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from castapp.domain.book import Book
from castapp.domain.finding import Ref
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.ui.screens.company.new_panel import NewPanel
from castapp.ui.screens.company.now_panel import NowPanel
from castapp.ui.screens.company.page import kind_words
from castapp.ui.screens.company.person_panel import PersonPanel
from castapp.ui.screens.company.roles_panel import RolesPanel
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.segment import Segment
from castapp.ui.writing import Writer

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext

NOW, ROLES, PERSON = "now", "roles", "person"


class Side(QObject):
    """`made` carries the id of the person just added; `left` that the form was turned away."""

    made = Signal(str)
    left = Signal()

    def __init__(self, context: ScreenContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._person_id = ""
        self._adding = False
        write = Writer(context, self.put_back)
        self.inspector = Inspector("The person selected")
        self.views = Segment(((NOW, "Now"), (ROLES, "Roles"), (PERSON, "Person")), name="View")
        self.now = NowPanel()
        self.roles = RolesPanel(write, context.today)
        self.person = PersonPanel(write, context.today)
        self.new = NewPanel(write, context.today)
        self.inspector.add_head(self.views)
        for panel in (self.now, self.roles, self.person, self.new):
            self.inspector.add(panel)
        self._connect()
        self._show_panels()

    @property
    def adding(self) -> bool:
        """Whether the form of somebody new is up."""
        return self._adding

    def show_person(self, book: Book, person_id: str) -> None:
        """Show a person in the view chosen last; "" shows nobody."""
        if person_id != self._person_id:
            self._adding = False
        self._person_id = person_id
        self._show_panels()
        person = book.find(Person, person_id)
        if self._adding:
            self.inspector.show_head("Company", "New person")
        elif person is None:
            self.inspector.show_head("", "")
        else:
            self.inspector.show_head(kind_words(book, person, self._context.today), person.name)
            self._fill(book, person)

    def begin(self) -> None:
        """Open the form of somebody new."""
        self._adding = True
        self.show_person(self._context.book, self._person_id)
        self.new.begin(self._context.book)

    def leave(self) -> None:
        """Turn the form away."""
        self._adding = False
        self.show_person(self._context.book, self._person_id)

    def show_view(self, view: str) -> None:
        """Show how they stand now, their roles, or what is known of them."""
        self._adding = False
        self.views.choose(view)
        self.show_person(self._context.book, self._person_id)

    def reveal(self, ref: Ref) -> None:
        """Open the contract or line of the career a reference points at."""
        if ref.kind is Engagement:
            self.show_view(PERSON)
            self.person.contracts.open(ref.id)
        elif ref.kind is CareerLine:
            self.show_view(ROLES)
            self.roles.open(ref.id)

    def put_back(self) -> None:
        """Show what is kept instead of what was typed."""
        self.person.put_back()
        self.roles.put_back()
        self.show_person(self._context.book, self._person_id)

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_view)
        self.now.wanted.connect(self._context.jump)
        self.roles.wanted.connect(self._context.jump)
        self.new.made.connect(self._on_made)
        self.new.left.connect(self._on_left)

    def _fill(self, book: Book, person: Person) -> None:
        if self.views.key == NOW:
            self.now.show_person(book, person, self._context.today)
        elif self.views.key == ROLES:
            self.roles.show_person(book, person)
        else:
            self.person.show_person(book, person)

    def _show_panels(self) -> None:
        shown = "" if self._adding or not self._person_id else self.views.key
        self.views.setVisible(bool(shown))
        self.now.setVisible(shown == NOW)
        self.roles.setVisible(shown == ROLES)
        self.person.setVisible(shown == PERSON)
        self.new.setVisible(self._adding)

    def _on_made(self, person_id: str) -> None:
        self._adding = False
        self.views.choose(PERSON)
        self.made.emit(person_id)

    def _on_left(self) -> None:
        self.leave()
        self.left.emit()
