"""The form of somebody new: name, what they do, and a first contract, written in one edit."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.people import DUTIES, Engagement, Person
from castapp.domain.record import new_id
from castapp.domain.roster import company
from castapp.services.people import add_person
from castapp.ui import fonts
from castapp.ui.screens.company.present import said
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.choice import ChoiceField, Tick
from castapp.ui.widgets.field import Field, Section
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.typed import TypedField, WordsField, day_reader
from castapp.ui.writing import Writer

DANCER = "dancer"


class NewPanel(Section):
    """`made` carries the id of the person written; `left` that nobody is to be added."""

    made = Signal(str)
    left = Signal()

    def __init__(self, write: Writer, today: date) -> None:
        super().__init__()
        self._write = write
        self._today = today
        self.given = WordsField("Given name")
        self.family = WordsField("Family name")
        self.duty = ChoiceField([(one, one) for one in DUTIES], name="Does")
        self.rank = ChoiceField(name="Rank")
        self.title = WordsField("Title")
        self.first = TypedField(day_reader(today), said, name="Engaged from")
        self.last = TypedField(day_reader(today), said, name="To", optional=True)
        self.last.setPlaceholderText("open")
        self.guest = Tick("Guest")
        self.add_button = Button("Add", "check", Kind.FILLED)
        self.cancel = Button("Cancel", kind=Kind.QUIET)
        self.family_field = Field("Family name", self.family)
        self._rank_field, self._title_field = Field("Rank", self.rank), Field("Title", self.title)
        self._last_field = Field("To", self.last)
        self._lay_out()
        self._connect()

    def begin(self, book: Book) -> None:
        """An empty form; a dancer of the lowest rank from today on, until said otherwise."""
        ranks = company(book).ranks
        self.rank.show_choices([(one, one) for one in ranks])
        self.rank.choose(ranks[-1] if ranks else "")
        self.duty.choose(DANCER)
        for field in (self.given, self.family, self.title):
            field.show_value("")
            field.clear()
        self.first.show_value(self._today)
        self.last.show_value(None)
        self.guest.setChecked(False)
        self.family_field.refuse("")
        self._last_field.refuse("")
        self._show_duty(DANCER)
        self.given.setFocus()

    def take(self) -> None:
        """Write the person with the contract; what is missing is said."""
        fields = (self.given, self.family, self.title, self.first, self.last)
        taken = [field.take() for field in fields]
        if all(taken):
            fresh = new_id()
            told = self._last_field if self._ends_early() else self.family_field
            self._write(lambda book: self._edit(book, fresh), told.refuse,
                        lambda: self.made.emit(fresh))  # fmt: skip

    def _edit(self, book: Book, fresh: str) -> Edit:
        dances = self.duty.key == DANCER
        person = Person(fresh, self.given.value or "", self.family.value or "",
                        duties=(self.duty.key,))  # fmt: skip
        contract = Engagement(
            new_id(), fresh, self.first.value or self._today, self.last.value,
            rank=self.rank.key if dances else "",
            title="" if dances else self.title.value or "",
            guest=self.guest.isChecked(),
        )  # fmt: skip
        return add_person(book, person, contract)

    def _ends_early(self) -> bool:
        first, last = self.first.value, self.last.value
        return first is not None and last is not None and last < first

    def _show_duty(self, duty: str) -> None:
        self._rank_field.setVisible(duty == DANCER)
        self._title_field.setVisible(duty != DANCER)

    def _lay_out(self) -> None:
        self.add_row(Field("Given name", self.given), self.family_field)
        self.add_row(Field("Does", self.duty), self._rank_field, self._title_field)
        self.add_row(Field("Engaged from", self.first), self._last_field)
        self.add(self.guest)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.add_button)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.add(buttons)
        self.add(Label("Height, coach, contact and the rest follow on their page.", fonts.LABEL,
                       "t2", wrap=True))  # fmt: skip

    def _connect(self) -> None:
        self.duty.chosen.connect(self._show_duty)
        self.add_button.clicked.connect(self.take)
        self.cancel.clicked.connect(self.left)
        for key, then in (("Return", self.take), ("Enter", self.take), ("Esc", self.left.emit)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(then)
