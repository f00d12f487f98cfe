"""The left column: who is off, from when to when, hurt after what; and every place they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.company import Company
from castapp.domain.people import Person
from castapp.domain.roster import company, dancers
from castapp.domain.standing import standing
from castapp.ui import fonts, theme
from castapp.ui.screens.cover.asking import (
    TONIGHT,
    UNKNOWN,
    UNTIL,
    Asked,
    hurt_choices,
    off_already,
)
from castapp.ui.screens.cover.model import RowList, RowModel
from castapp.ui.screens.cover.place_paint import PlaceDelegate
from castapp.ui.screens.cover.places import PlaceRow
from castapp.ui.widgets.bar import Rule
from castapp.ui.widgets.beside import beside
from castapp.ui.widgets.button import TOOL_HEIGHT, Button, icon_button
from castapp.ui.widgets.calendar import DayField
from castapp.ui.widgets.chip import ChipFlow, ChipText
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.marks import ParticipationMark
from castapp.ui.widgets.pick import Option, PickField, finder_of
from castapp.ui.widgets.segment import Segment
from castapp.ui.widgets.typed import ClockField

WIDTH, NARROW = 288, 264
REACHES = ((TONIGHT, "That day"), (UNTIL, "Until"), (UNKNOWN, "Unknown"))
PRIVATE = "Only what they hold is shown here. Medical notes stay in Health, locked."


class Left(QWidget):
    """Emits what the person at the screen changed; `place_chosen` carries a place's key."""

    person_added = Signal(str)
    person_removed = Signal(str)
    clock_changed = Signal(object)
    day_changed = Signal(object)
    reach_chosen = Signal(str)
    last_changed = Signal(object)
    hurt_chosen = Signal(str)
    place_chosen = Signal(str)
    back_wanted = Signal(str)

    def __init__(self, today: date, first_weekday: int) -> None:
        super().__init__()
        self.setAccessibleName("Who is off, and what they hold")
        self.who = PickField(finder_of(()), name="Who is off")
        self.who.picked.connect(self._add)
        self.clock = ClockField("Off from, time")
        self.clock.setFixedWidth(64)
        self.clock.committed.connect(self.clock_changed)
        self.day = DayField(today, "Off from, day", first_weekday=first_weekday)
        self.day.committed.connect(self.day_changed)
        self.reach = Segment(REACHES, name="Off for how long")
        self.reach.chosen.connect(self.reach_chosen)
        self.last = DayField(today, "Off until", first_weekday=first_weekday, optional=True)
        self.last.setPlaceholderText("Until which day?")
        self.last.committed.connect(self.last_changed)
        self.hurt = ChoiceField(name="Off during the show")
        self.hurt.chosen.connect(self.hurt_chosen)
        self.suggested = ChipFlow("Off today already")
        self.suggested.activated.connect(self.person_added)
        self.model = RowModel[PlaceRow](self)
        self.places = RowList("Places held")
        self.places.setModel(self.model)
        self.places.setItemDelegate(PlaceDelegate(self.places))
        self.places.chosen.connect(self.place_chosen)
        self._lay_out()

    def show_asked(
        self, book: Book, asked: Asked, back: Mapping[str, object], since: Mapping[str, str]
    ) -> None:
        """Show what is asked; `back` names who can be put on again, `since` who is off already."""
        people = [] if not book.count(Company) else dancers(book, asked.first)
        self.who.set_finder(
            finder_of([_option(book, who, asked.first) for who in people
                       if who.id not in asked.people])
        )  # fmt: skip
        self.who.setPlaceholderText("And who else?" if asked.people else "Who is off?")
        self._show_people(book, asked, back, since)
        self.clock.show_value(asked.clock)
        self.day.show_value(asked.first)
        self.reach.choose(asked.reach)
        self.last.setVisible(asked.reach == UNTIL)
        self.last.show_value(asked.last)
        choices = hurt_choices(book, asked)
        self._hurt.setVisible(len(choices) > 1)
        self.hurt.show_choices(choices)
        self.hurt.choose(" ".join(asked.hurt) if asked.hurt else "")
        self._moment.setVisible(bool(asked.people))
        names = [] if asked.people else off_already(book, asked.first)
        self._suggested.setVisible(bool(names))
        self.suggested.show_chips(
            [ChipText(one, book.get(Person, one).name, "plus") for one in names]
        )

    def show_places(self, rows: Sequence[PlaceRow], key: str) -> None:
        """Show these places with one chosen."""
        self.places.show_rows(self.model, rows, key)
        self.places.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.line2)

    def _lay_out(self) -> None:
        self._people = QVBoxLayout()
        self._people.setSpacing(6)
        self._hurt = Field("Off during the show", self.hurt)
        moment = QVBoxLayout()
        moment.setContentsMargins(0, 0, 0, 0)
        moment.setSpacing(8)
        self._moment = QWidget()
        self._moment.setLayout(moment)
        moment.addWidget(beside(Field("Off from", self.clock), Field("Day", self.day),
                                stretches=(0, 1)))  # fmt: skip
        moment.addWidget(self.reach)
        moment.addWidget(self.last)
        moment.addWidget(self._hurt)
        self._suggested = Field("Off that day already", self.suggested)
        self._none = QWidget()
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(8)
        head.addLayout(self._people)
        head.addWidget(self.who)
        head.addWidget(self._suggested)
        head.addWidget(self._moment)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 10, 16, 10)
        foot.addWidget(Label(PRIVATE, fonts.TABLE, "t2", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addWidget(self.places, 1)
        column.addWidget(self._none, 1)
        column.addWidget(Rule(tone="line"))
        column.addLayout(foot)

    def _add(self, person_id: str) -> None:
        self.who.show_option(None)
        if person_id:
            self.person_added.emit(person_id)

    def _show_people(
        self, book: Book, asked: Asked, back: Mapping[str, object], since: Mapping[str, str]
    ) -> None:
        while self._people.count():
            item = self._people.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for person_id in asked.people:
            who = book.find(Person, person_id)
            if who is not None:
                row = OffRow(who, since.get(person_id, ""), may_be_back=person_id in back)
                row.removed.connect(self.person_removed)
                row.back_wanted.connect(self.back_wanted)
                self._people.addWidget(row)


class OffRow(QWidget):
    """Somebody off: their name, what the records say already, and the ways to take it back."""

    removed = Signal(str)
    back_wanted = Signal(str)

    def __init__(self, who: Person, since: str, *, may_be_back: bool) -> None:
        super().__init__()
        self.setAccessibleName(f"{who.name}, off")
        away = icon_button("x", f"{who.name} is not off")
        away.clicked.connect(lambda: self.removed.emit(who.id))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(ParticipationMark("off"))
        line.addWidget(Label(who.name, fonts.TITLE), 1)
        line.addWidget(away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        if since:
            column.addWidget(Label(f"{since[:1].upper()}{since[1:]}", fonts.TABLE, "t2"))
        if may_be_back:
            back = Button("Back on", "undo-2", height=TOOL_HEIGHT)
            back.setAccessibleName(f"{who.name} is back on")
            back.clicked.connect(lambda: self.back_wanted.emit(who.id))
            column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)


def _option(book: Book, who: Person, day: date) -> Option:
    now = standing(book, who.id, day)
    return Option(who.id, who.name, status="away" if now.absence else now.status)


def first_weekday(book: Book) -> int:
    """The day the company's weeks begin with; Monday is 0."""
    return company(book).first_weekday if book.count(Company) else 0
