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
from castapp.domain.roster import company, inside_name
from castapp.domain.standing import standing
from castapp.services.cover.coming_back import ComingBack
from castapp.services.cover.setting_off import OFF_KIND
from castapp.services.covering import unknown_words
from castapp.ui import fonts, theme
from castapp.ui.screens.cover.asking import (
    FROM_ACT,
    TONIGHT,
    UNKNOWN,
    UNTIL,
    Asked,
    hurt_choices,
)
from castapp.ui.screens.cover.model import RowList, RowModel
from castapp.ui.screens.cover.place_paint import PlaceDelegate
from castapp.ui.screens.cover.places import PlaceRow
from castapp.ui.screens.cover.who import Proposed, may_be_off, proposed
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
REACHES = ((TONIGHT, "Tonight"), (FROM_ACT, "From Act …"), (UNKNOWN, "Run"))
KINDS = (
    (OFF_KIND, "Off"),
    ("leave", "On leave"),
    ("guest engagement", "Guest engagement"),
    ("other", "Away, other"),
)
PROPOSED = ("Off, and cast today", "Back, and still replaced", "Off or away today", "With limits")
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
    kind_chosen = Signal(str)
    place_chosen = Signal(str)
    back_wanted = Signal(str)

    def __init__(self, today: date, first_weekday: int) -> None:
        super().__init__()
        self.setAccessibleName("Who is off, and what they hold")
        self.who = PickField(finder_of(()), name="Who is off")
        self.who.picked.connect(self._add)
        self.who.refused.connect(self._refuse)
        self.unknown = Label("", fonts.TABLE, "hard", wrap=True)
        self.unknown.hide()
        self.clock = ClockField("Off from, time")
        self.clock.setFixedWidth(64)
        self.clock.committed.connect(self.clock_changed)
        self.day = DayField(today, "Off from, day", first_weekday=first_weekday)
        self.day.committed.connect(self.day_changed)
        self.reach = Segment(REACHES, name="Off for how long")
        self.reach.chosen.connect(self.reach_chosen)
        self.last = DayField(today, "Last day off", first_weekday=first_weekday, optional=True)
        self.last.setPlaceholderText("Not known")
        self.last.committed.connect(self.last_changed)
        self.hurt = ChoiceField(name="Off during the show")
        self.hurt.chosen.connect(self.hurt_chosen)
        self.kind = ChoiceField(KINDS, name="Kept in Health as")
        self.kind.chosen.connect(self.kind_chosen)
        self.flows = {name: ChipFlow(name) for name in PROPOSED}
        for flow in self.flows.values():
            flow.activated.connect(self.person_added)
        self.model = RowModel[PlaceRow](self)
        self.places = RowList("Places held")
        self.places.setModel(self.model)
        self.places.setItemDelegate(PlaceDelegate(self.places))
        self.places.chosen.connect(self.place_chosen)
        self._book: Book | None = None
        self._lay_out()

    def show_asked(
        self, book: Book, asked: Asked, back: Mapping[str, ComingBack], since: Mapping[str, str]
    ) -> None:
        """Show what is asked; `back` names who can be put on again, `since` who is off already."""
        people = may_be_off(book, asked.first)
        self._book = book
        self.who.set_finder(
            finder_of([_option(book, who, asked.first) for who in people
                       if who.id not in asked.people])
        )  # fmt: skip
        self.who.setPlaceholderText("And who else?" if asked.people else "Who is off?")
        self._show_people(book, asked, back, since)
        self.clock.show_value(asked.clock)
        self.day.show_value(asked.first)
        self.reach.choose(UNKNOWN if asked.reach == UNTIL else asked.reach)
        self._run.setVisible(asked.reach in (UNTIL, UNKNOWN))
        self.last.show_value(asked.last)
        self.kind.choose(asked.kind)
        choices = hurt_choices(book, asked)
        self.reach.enable(FROM_ACT, len(choices) > 1)
        self._hurt.setVisible(len(choices) > 1 and (asked.reach == FROM_ACT or bool(asked.hurt)))
        self.hurt.show_choices(choices)
        self.hurt.choose(" ".join(asked.hurt) if asked.hurt else "")
        self._moment.setVisible(bool(asked.people))
        self._show_proposed(book, asked)

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
        moment.addWidget(self._hurt)
        self._run = QWidget()
        run = QVBoxLayout(self._run)
        run.setContentsMargins(0, 0, 0, 0)
        run.setSpacing(8)
        run.addWidget(Field("Last day off", self.last))
        run.addWidget(Field("Kept as", self.kind))
        moment.addWidget(self._run)
        self._proposed = {name: Field(name, flow) for name, flow in self.flows.items()}
        self._none = QWidget()
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(8)
        head.addLayout(self._people)
        head.addWidget(self.who)
        head.addWidget(self.unknown)
        for field in self._proposed.values():
            head.addWidget(field)
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

    def _refuse(self, sentence: str) -> None:
        """Nobody is called so: said under the field, with the nearest names."""
        typed = self.who.text().strip()
        said = unknown_words(self._book, typed) if sentence and typed and self._book else ""
        self.unknown.setText(said)
        self.unknown.setVisible(bool(said))

    def _show_proposed(self, book: Book, asked: Asked) -> None:
        """While nobody is asked about: those whose day it is to ask about, one click each."""
        found = Proposed() if asked.people else proposed(book, asked.first, asked.clock)
        for name, people in zip(PROPOSED, (found.wanted, found.back, found.off, found.modified),
                                strict=True):  # fmt: skip
            self._proposed[name].setVisible(bool(people))
            self.flows[name].show_chips(
                [ChipText(one, inside_name(book, one), "plus") for one in people]
            )

    def _show_people(
        self, book: Book, asked: Asked, back: Mapping[str, ComingBack], since: Mapping[str, str]
    ) -> None:
        while self._people.count():
            item = self._people.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        before: QWidget = self.who
        for person_id in asked.people:
            who = book.find(Person, person_id)
            if who is not None:
                row = OffRow(who, since.get(person_id, ""), back.get(person_id))
                row.removed.connect(self.person_removed)
                row.back_wanted.connect(self.back_wanted)
                self._people.addWidget(row)
                for button in row.buttons:
                    QWidget.setTabOrder(before, button)
                    before = button
        QWidget.setTabOrder(before, self.clock)


class OffRow(QWidget):
    """Somebody off: their name, what the records say already, and the ways to take it back."""

    removed = Signal(str)
    back_wanted = Signal(str)

    def __init__(self, who: Person, since: str, back: ComingBack | None) -> None:
        super().__init__()
        self.setAccessibleName(f"{who.name}, off")
        away = icon_button("x", f"{who.name} is not off")
        away.clicked.connect(lambda: self.removed.emit(who.id))
        self.buttons: list[QWidget] = [away]
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
        if back is not None:
            button = Button("Back on", "undo-2", height=TOOL_HEIGHT)
            button.setAccessibleName(f"{who.name} is back on")
            button.clicked.connect(lambda: self.back_wanted.emit(who.id))
            self.buttons.append(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            for text in back_words(back):
                column.addWidget(Label(text, fonts.LABEL, "t2", wrap=True))


def back_words(back: ComingBack) -> list[str]:
    """What being back on reverses, and what it cannot any more."""
    said = []
    nights = "1 show" if back.nights == 1 else f"{back.nights} shows"
    calls = "1 call" if back.calls == 1 else f"{back.calls} calls"
    open_ones = [text for many, text in ((back.nights, nights), (back.calls, calls)) if many]
    said.append(f"Takes back {' and '.join(open_ones)}.")
    return said + [f"{one}: stays." for one in back.danced]


def _option(book: Book, who: Person, day: date) -> Option:
    now = standing(book, who.id, day)
    return Option(who.id, who.name, status="away" if now.absence else now.status)


def first_weekday(book: Book) -> int:
    """The day the company's weeks begin with; Monday is 0."""
    return company(book).first_weekday if book.count(Company) else 0
