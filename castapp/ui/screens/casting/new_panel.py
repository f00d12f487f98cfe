"""A new performance, put together in the inspector: day, curtain, stage, works, conductor."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.domain.repertory import Production
from castapp.domain.roster import company
from castapp.ui import fonts
from castapp.ui.screens.casting.column_panel import conductors, stages
from castapp.ui.screens.casting.new_nights import Night, make_nights, read_nights
from castapp.ui.widgets.beside import beside
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.calendar import DayField
from castapp.ui.widgets.chip import ChipFlow, ChipText
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.pick import PickField, finder_of
from castapp.ui.widgets.refusal import Refusal
from castapp.ui.widgets.typed import ClockField


class NewPanel(QObject):
    """`made` carries the edit that creates the performance; `cancelled` that nothing is wanted."""

    made = Signal(object)
    cancelled = Signal()

    def fill(
        self, inspector: Inspector, book: Book, production_id: str, night: Night, today: date
    ) -> None:
        """Show the empty form, with this production on the bill and this night proposed."""
        day, usual = night
        self._book = book
        self._bill = [production_id]
        inspector.clear()
        inspector.show_head("New", "Performance")
        self._day = DayField(today, "Day", first_weekday=company(book).first_weekday)
        self._day.show_value(day)
        self._curtain = ClockField("Curtain")
        self._curtain.show_value(usual)
        self._more = QLineEdit()
        self._more.setPlaceholderText("Fri 16, Sat 17 14.00 19.30")
        self._more.setAccessibleName("Also on")
        self._stage = ChoiceField(stages(book), name="Stage")
        self._stage.setCurrentIndex(0 if self._stage.count() else -1)
        self._conductor = PickField(finder_of(conductors(book)), name="Conductor")
        self._works = ChipFlow("Works, in order")
        self._works.removed.connect(self._remove_work)
        works = sorted(book.all(Production), key=lambda one: one.title)
        self._add = ChoiceField([(one.id, one.short or one.title) for one in works], name="Add")
        self._add.setCurrentIndex(-1)
        self._add.chosen.connect(self._add_work)
        self._wrong = Refusal(fonts.TABLE)
        self._lay_out(inspector)
        self._show_bill()
        self._day.setFocus()
        self._day.selectAll()

    def _lay_out(self, inspector: Inspector) -> None:
        section = inspector.section()
        section.add_row(Field("Day", self._day), Field("Curtain", self._curtain), stretches=(2, 1))
        section.add(Field("Also on, several at once", self._more))
        section.add(Field("Stage", self._stage), Field("Conductor", self._conductor))
        works = inspector.section("Works, in the order they are danced")
        works.add(self._works, Field("Add another to a mixed bill", self._add))
        make = Button("Create", "plus", Kind.FILLED)
        make.clicked.connect(self._make)
        leave = Button("Cancel", kind=Kind.QUIET)
        leave.clicked.connect(self.cancelled)
        foot = inspector.section()
        foot.add(self._wrong)
        foot.add(beside(make, leave))

    def _add_work(self, production_id: str) -> None:
        if production_id not in self._bill:
            self._bill.append(production_id)
        self._add.setCurrentIndex(-1)
        self._show_bill()

    def _remove_work(self, production_id: str) -> None:
        self._bill.remove(production_id)
        self._show_bill()

    def _show_bill(self) -> None:
        found = [self._book.find(Production, one) for one in self._bill]
        self._works.show_chips(
            [
                ChipText(one.id, one.short or one.title, removable=True, pair=one.colour)
                for one in found
                if one
            ]
        )

    def _make(self) -> None:
        if not (self._day.take() and self._curtain.take()):
            return
        try:
            self.made.emit(self._edit())
        except Invalid as wrong:
            self._wrong.say(str(wrong))

    def _edit(self) -> Edit:
        first = (self._day.value or date.min, self._curtain.value or 0)
        nights = [first, *read_nights(self._more.text(), first)]
        stage, conductor = self._stage.key or None, self._conductor.key or None
        return make_nights(self._book, nights, stage, self._bill, conductor)
