"""What is known of a person: names, duties, body, coach, contact, contracts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.people import DUTIES, Person
from castapp.services import people
from castapp.ui import fonts
from castapp.ui.screens.company.contracts_section import ContractsSection
from castapp.ui.screens.company.page import age_words, coach_options
from castapp.ui.screens.company.present import said
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.chip import ChipFlow, ChipText
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.field import Field, Section
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.pick import Option, PickField, finder_of
from castapp.ui.widgets.refusal import Refusal
from castapp.ui.widgets.typed import NumberField, TypedField, WordsField, day_reader, show_changed
from castapp.ui.writing import Writer

ANY = "-"
_GENDERS = ((ANY, "Not said"), ("F", "Women’s roles"), ("M", "Men’s roles"))
_WORDS = {
    "given": "Given name",
    "family": "Family name",
    "stage_name": "Stage name, if it is another",
    "file_under": "Filed under, if elsewhere",
    "email": "E-mail",
    "phone": "Phone",
}


class PersonPanel(QWidget):
    """Every field is written as it is left; what cannot be is said under it."""

    def __init__(self, write: Writer, today: date) -> None:
        super().__init__()
        self._write = write
        self._today = today
        self._person_id = ""
        self._shown: Person | None = None
        self._coach: Person | None = None
        self.words = {name: WordsField(label) for name, label in _WORDS.items()}
        self.duties = ChipFlow("What they do")
        self.more_duties = ChoiceField(name="Add something they do")
        self.gender = ChoiceField(_GENDERS, name="Cast by default in")
        self.born = TypedField(day_reader(today), said, name="Born", optional=True)
        self.tall = NumberField("Height in cm", 90, 230, optional=True)
        self.coach = PickField(finder_of(()), name="Coach or mentor")
        self.remove = Button("Remove this person", "trash-2", Kind.QUIET)
        self._refusal = Refusal()
        self._age = Label("", fonts.LABEL, "t2")
        self.contracts = ContractsSection(write, today)
        self.fields = {name: Field(_WORDS[name], widget) for name, widget in self.words.items()}
        self.fields |= {
            "gender": Field("Cast by default in", self.gender),
            "born": Field("Born", self.born),
            "height_cm": Field("Height, cm", self.tall),
            "coach_id": Field("Coach or mentor", self.coach),
            "duties": Field("Add something they do", self.more_duties),
        }
        self._typed: Mapping[str, TypedField[Any]] = {
            **self.words, "born": self.born, "height_cm": self.tall,
        }  # fmt: skip
        self._lay_out()
        self._connect()

    def show_person(self, book: Book, person: Person) -> None:
        """Show somebody; while nothing of theirs has changed, what is being typed stays."""
        self.contracts.show_person(book, person)
        options = coach_options(book, person, self._today)
        self.coach.set_finder(finder_of([Option(*one) for one in options]))
        coach = book.find(Person, person.coach_id)
        if person.id != self._person_id:
            self._forget()
        old = self._shown if self._shown and self._shown.id == person.id else None
        self._person_id, self._shown = person.id, person
        show_changed(self._typed, old, person)
        if coach != self._coach or old is None:
            self._coach = coach
            self.coach.show_option(Option(coach.id, coach.name) if coach else None)
        if person == old:
            return
        self.duties.show_chips([ChipText(one, one, removable=True) for one in person.duties])
        self.more_duties.show_choices([(one, one) for one in DUTIES if one not in person.duties])
        self.more_duties.setCurrentIndex(-1)
        self.gender.choose(person.gender or ANY)
        age = age_words(person.born, self._today)
        self._age.setText(age)
        self._age.setVisible(bool(age))

    def put_back(self) -> None:
        """Show what is kept instead of what was typed."""
        self._shown = None
        self.contracts.put_back()

    def rename(self) -> None:
        """Go to the family name."""
        self.words["family"].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words["family"].selectAll()

    def _lay_out(self) -> None:
        name, does, body, contact = Section("Name"), Section("Does"), Section(), Section("Contact")
        name.add_row(self.fields["given"], self.fields["family"])
        name.add_row(self.fields["stage_name"], self.fields["file_under"])
        does.add(self.duties, self.fields["duties"])
        body.add_row(self.fields["born"], self.fields["height_cm"], self.fields["gender"],
                     stretches=(4, 3, 5))  # fmt: skip
        body.add(self._age, self.fields["coach_id"])
        contact.add(self.fields["email"], self.fields["phone"])
        foot = Section()
        foot.add(self.remove, self._refusal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in (name, self.contracts, does, body, contact, foot):
            column.addWidget(section)

    def _connect(self) -> None:
        for name, field in self.words.items():
            field.committed.connect(lambda words, name=name: self._change(name, words or ""))
        self.born.committed.connect(lambda day: self._change("born", day))
        self.tall.committed.connect(lambda value: self._change("height_cm", value))
        self.gender.chosen.connect(lambda key: self._change("gender", "" if key == ANY else key))
        self.coach.picked.connect(lambda key: self._change("coach_id", key or None))
        self.duties.removed.connect(lambda duty: self._duties(lambda old: _without(old, duty)))
        self.more_duties.chosen.connect(lambda duty: self._duties(lambda old: (*old, duty)))
        self.remove.clicked.connect(self._remove)

    def _change(self, field: str, value: object) -> None:
        self._write(
            lambda book: people.change_person(book, self._person_id, **{field: value}),
            self.fields[field].refuse,
        )

    def _duties(self, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> None:
        def make(book: Book) -> Edit:
            duties = change(book.get(Person, self._person_id).duties)
            return people.change_person(book, self._person_id, duties=duties)

        self._write(make, self.fields["duties"].refuse)

    def _remove(self) -> None:
        self._write(lambda book: people.remove_person(book, self._person_id), self._refusal.say)

    def _forget(self) -> None:
        self._refusal.say("")
        for field in self.fields.values():
            field.refuse("")


def _without(duties: Sequence[str], duty: str) -> tuple[str, ...]:
    return tuple(one for one in duties if one != duty)
