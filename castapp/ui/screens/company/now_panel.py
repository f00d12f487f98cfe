"""How a person stands today: status, load, the week, the casts they are in, days away."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.domain.roster import is_dancer
from castapp.services import personal
from castapp.ui import fonts
from castapp.ui.screens.company.lines import Lines
from castapp.ui.screens.company.page import (
    Line,
    away_line,
    cast_lines,
    status_words,
    week_heading,
    week_lines,
    week_sums,
)
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.marks import STATUS_WORDS, ParticipationMark


class NowPanel(QWidget):
    """`wanted` carries the record a line leads to and the screen it is shown on."""

    wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._status, self._week = Section("Today"), Section()
        self._casts, self._away = Section("In these casts"), Section("Away")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in (self._status, self._week, self._casts, self._away):
            column.addWidget(section)

    def show_person(self, book: Book, person: Person, today: date) -> None:
        """Show how somebody stands."""
        self._show_status(book, person, today)
        self._show_week(book, person, today)
        self._show_casts(book, person)
        self._show_away(book, person, today)

    def _show_status(self, book: Book, person: Person, today: date) -> None:
        found = personal.status(book, person.id, today)
        section = self._status
        section.clear()
        if found.word == "full" and not is_dancer(person):
            section.add(Label("Under contract", fonts.BODY, weight=500))
        elif found.word in STATUS_WORDS:
            section.add(_marked(found.word, STATUS_WORDS[found.word]))
        else:
            section.add(Label("Not under contract today", fonts.BODY, weight=500))
        if found.not_allowed:
            section.add(Label(", ".join(found.not_allowed), fonts.TABLE, wrap=True))
        dates = status_words(found, today)
        if dates:
            tone = "breach" if found.needs_review else "t2"
            section.add(Label(dates, fonts.TABLE, tone, wrap=True))
        load = personal.load_words(book, person.id, today)
        if load:
            section.add(Label(load, fonts.TABLE, "t2", wrap=True))
        if is_dancer(person):
            link = Button("Open in Health", kind=Kind.LINK)
            link.clicked.connect(lambda: self.wanted.emit(Ref(Person, person.id), "health"))
            section.add(link)

    def _show_week(self, book: Book, person: Person, today: date) -> None:
        found = personal.week(book, person.id, today)
        self._week.set_heading(week_heading(found), week_sums(found))
        self._week.clear()
        for day, lines in week_lines(found):
            self._week.add(Label(day, fonts.LABEL, "t2", weight=600))
            self._add(self._week, day, lines, "schedule")
        if not found.doings:
            self._week.add(Label("No calls and no shows.", fonts.TABLE, "t2"))

    def _show_casts(self, book: Book, person: Person) -> None:
        lines = cast_lines(personal.casts_of(book, person.id))
        self._casts.setVisible(bool(lines))
        self._casts.clear()
        self._add(self._casts, "Casts", lines, "casting")

    def _show_away(self, book: Book, person: Person, today: date) -> None:
        found = [away_line(one, today) for one in personal.days_away(book, person.id, today)]
        self._away.clear()
        self._add(self._away, "Away", found, "health")
        if not found:
            self._away.add(Label("No days away in the last year or to come.", fonts.TABLE, "t2"))

    def _add(self, section: Section, name: str, lines: list[Line], screen: str) -> None:
        made = Lines(name)
        section.add(made)
        made.show_lines(lines)
        targets = {line.key: line.target for line in lines}
        made.chosen.connect(lambda key: self.wanted.emit(targets[key], screen))


def _marked(status: str, word: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(ParticipationMark(status))
    row.addWidget(Label(word, fonts.BODY, weight=500), 1)
    return holder
