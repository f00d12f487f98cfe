"""The inspector of the Workload screen: a dancer's curve and facts, and a role tried on."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.domain.programme import parts, title
from castapp.domain.slot import clock
from castapp.services.whatif import Offer, WhatIf, coming_shows, offers, what_if
from castapp.ui import fonts
from castapp.ui.reading import short_day
from castapp.ui.screens.workload.chart import Chart, curve_words
from castapp.ui.screens.workload.fact_rows import FactRow
from castapp.ui.screens.workload.facts import Line, curve, person_facts, tried_lines
from castapp.ui.screens.workload.present import Question
from castapp.ui.screens.workload.sentences import (
    BANDS,
    FOOTER,
    STAFF_FOOTER,
    pronoun,
    tried_sentence,
)
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.marks import STATUS_WORDS, ParticipationMark

COMING = timedelta(days=27)
"""How far ahead a role can be tried."""


class WorkloadInspector(Inspector):
    """`cast_wanted` carries the WhatIf that is to become true."""

    cast_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("Workload of the dancer selected")
        self._asked: Question | None = None
        self._book: Book | None = None
        self._person = ""
        self._night: date | None = None
        self._offers: tuple[Offer, ...] = ()
        self._mark = ParticipationMark()
        self._status = Label("", fonts.TABLE, "t2")
        self._badge()
        self._nobody = self.section()
        self._nobody.add(Label("Choose a dancer in the table.", fonts.TABLE, "t2"))
        self._drawn = self.section("7-day hours, 28 days", "— danced  ·· planned")
        self.chart = Chart()
        self._drawn.add(self.chart)
        self._try = self.section("If cast")
        self.show_choice = ChoiceField(name="Performance")
        self.role_choice = ChoiceField(name="Role")
        self._outcome = _Rows()
        self.sentence = Label("", fonts.TABLE, wrap=True)
        self.cast_button = Button("Cast", "check", Kind.FILLED)
        self.cast_button.clicked.connect(self._cast)
        self._none = Label("No performance is planned in the coming weeks.", fonts.TABLE, "t2")
        self._try.add_row(Field("Performance", self.show_choice), Field("Role", self.role_choice))
        self._try.add(self._outcome, self.sentence, self.cast_button, self._none)
        self._facts = self.section("Facts")
        self._facts_body = _Rows()
        self._facts.add(self._facts_body)
        self.show_choice.chosen.connect(lambda _key: self._show_roles())
        self.role_choice.chosen.connect(lambda _key: self._try_role())
        self.tried: WhatIf | None = None
        self._foot_words = Label("", fonts.LABEL, "t2", wrap=True)
        self.set_foot(_foot(self._foot_words))

    def show_person(self, book: Book, person_id: str, asked: Question) -> None:
        """Show one dancer, nobody if the id is empty."""
        self._book, self._asked, self._person = book, asked, person_id
        for widget in (self._drawn, self._facts, self._try):
            widget.setVisible(bool(person_id))
        self._nobody.setVisible(not person_id)
        self._foot_words.setText(f"{FOOTER} {BANDS}" if asked.unlocked else STAFF_FOOTER)
        if not person_id:
            self.show_head("", "")
            self._mark.hide()
            self._status.hide()
            return
        facts = person_facts(book, person_id, asked)
        self.show_head(facts.about, facts.name)
        self._mark.show_status(facts.status)
        self._mark.show()
        self._status.setText(STATUS_WORDS[facts.status])
        self._status.show()
        unit = "load" if asked.measure == "load" else "hours"
        self._drawn.set_heading(f"7-day {unit}, 28 days", "— danced   ·· planned")
        self._facts_body.show_lines(facts.lines)
        self._show_shows()

    @property
    def foot_words(self) -> str:
        """What stands below everything."""
        return self._foot_words.text()

    def choose_day(self, day: date) -> None:
        """Try the first performance of a day, for whoever is shown, until another is chosen."""
        self._night = day
        if self._book is not None and self._person and any(one.day == day for one in self._shows()):
            self._show_shows()

    def _shows(self) -> tuple[Performance, ...]:
        if self._book is None or self._asked is None:
            return ()
        first = max(self._asked.day, self._asked.today)
        return coming_shows(self._book, first, first + COMING)

    def _show_shows(self) -> None:
        book = self._book
        if book is None:
            return
        shows = self._shows()
        self.show_choice.show_choices(
            [
                (one.id, f"{short_day(one.day)} {clock(one.curtain)}  {title(book, one)}")
                for one in shows
            ]
        )
        free = [one for one in shows if not _dances(book, one, self._person)]
        wanted = [one for one in shows if one.day == self._night]
        best = (wanted or free or list(shows))[:1]
        self.show_choice.choose(best[0].id if best else "")
        self._show_roles()

    def _show_roles(self) -> None:
        show_id = self.show_choice.key
        some = bool(show_id) and self._book is not None
        self._offers = offers(self._book, self._person, show_id) if self._book and some else ()
        self.role_choice.show_choices([(_key(one), _offer_words(one)) for one in self._offers])
        self.role_choice.choose(_key(self._offers[0]) if self._offers else "")
        self._none.setVisible(not show_id)
        for widget in (self.show_choice, self.role_choice):
            widget.setEnabled(bool(self._offers))
        self._try_role()

    def _try_role(self) -> None:
        book, asked, offer = self._book, self._asked, self._offer()
        if book is None or asked is None:
            return
        self.tried = None
        if offer is not None:
            try:
                self.tried = what_if(
                    book,
                    self._person,
                    self.show_choice.key,
                    offer.role_id,
                    offer.spot,
                    today=asked.today,
                    measure=asked.measure,
                )
            except Invalid as wrong:
                self.sentence.setText(str(wrong))
        self._present_tried(book, asked)

    def _present_tried(self, book: Book, asked: Question) -> None:
        tried = self.tried
        shown = curve(book, self._person, asked, tried)
        self.chart.show_curve(shown, curve_words(shown))
        self.sentence.setVisible(tried is not None)
        self.cast_button.setVisible(tried is not None)
        self._try.set_heading(f"If cast on {tried.day:%A} {tried.day.day}" if tried else "If cast")
        if tried is None:
            self._outcome.show_lines(())
            return
        self._outcome.show_lines(tried_lines(book, self._person, tried, asked))
        self.sentence.setText(
            tried_sentence(book, self._person, tried, banded=asked.banded, measure=asked.measure)
        )
        self.cast_button.set_text(f"Cast {pronoun(book.get(Person, self._person), 'whom')}")

    def _offer(self) -> Offer | None:
        return next((one for one in self._offers if _key(one) == self.role_choice.key), None)

    def _cast(self) -> None:
        if self.tried is not None:
            self.cast_wanted.emit(self.tried)

    def _badge(self) -> None:
        self.set_badge(self._mark)
        self.set_badge(self._status)


class _Rows(QWidget):
    """Lines of facts below one another."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these instead."""
        if lines == self._lines:
            return
        self._lines = lines
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._column.addWidget(FactRow(line))
        self.setVisible(bool(lines))


def _foot(label: Label) -> QWidget:
    foot = QWidget()
    row = QHBoxLayout(foot)
    row.setContentsMargins(16, 10, 16, 12)
    row.addWidget(label)
    return foot


def _dances(book: Book, show: Performance, person_id: str) -> bool:
    return any(one.person_id == person_id and not one.cover for one in parts(book, show))


def _key(offer: Offer) -> str:
    return f"{offer.role_id}:{offer.spot}"


def _offer_words(offer: Offer) -> str:
    if offer.covers:
        return f"{offer.name} (covers it)"
    return f"{offer.name} (open)" if offer.open else offer.name
