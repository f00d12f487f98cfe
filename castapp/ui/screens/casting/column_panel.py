"""The inspector of a column: a performance's day, curtain, stage, conductor and cast; or a cast."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from castapp.domain.book import Book
from castapp.domain.casting import PERFORMANCE_STATES, BillItem, Cast, Performance
from castapp.domain.company import Studio
from castapp.domain.people import Person
from castapp.domain.programme import casts, title
from castapp.domain.repertory import Production
from castapp.domain.roster import company
from castapp.domain.slot import clock
from castapp.ui import fonts
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.panel_rows import LineRow, Rows
from castapp.ui.widgets.beside import beside
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.calendar import DayField
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.pick import Option, PickField, finder_of
from castapp.ui.widgets.typed import ClockField, WordsField

NO_CAST = "none"


class ColumnPanel(QObject):
    """`changed` carries the fields of a performance that a person set; the others speak for
    themselves.
    """

    changed = Signal(dict)
    cast_chosen = Signal(str)
    removed = Signal()
    renamed = Signal(str)
    copied = Signal()
    cast_removed = Signal()
    filled_from = Signal(str)
    night_wanted = Signal(str)

    def fill_night(self, inspector: Inspector, book: Book, column: Column, today: date) -> None:
        """Show a performance and let it be changed."""
        show = book.get(Performance, column.performance_id or "")
        item = book.get(BillItem, column.key)
        work = book.find(Production, item.production_id)
        inspector.clear()
        inspector.show_head("Performance", title(book, show), colour=work.colour if work else "")
        section = inspector.section()
        day = DayField(today, "Day", first_weekday=company(book).first_weekday)
        day.show_value(show.day)
        day.committed.connect(lambda value: self.changed.emit({"day": value}))
        curtain = ClockField("Curtain")
        curtain.show_value(show.curtain)
        curtain.committed.connect(lambda value: self.changed.emit({"curtain": value}))
        section.add_row(Field("Day", day), Field("Curtain", curtain), stretches=(2, 1))
        section.add(Field("Cast", self._cast_field(book, item)))
        section.add(Field("Stage", self._stage_field(book, show)))
        section.add(Field("Conductor", self._conductor_field(book, show)))
        section.add(Field("State", self._state_field(show)))
        if show.state != "given":
            words = "Given writes down who danced, as cast with the night’s changes."
            section.add(Label(words, fonts.LABEL, "t2", wrap=True))
        note = WordsField("Note")
        note.show_value(show.note)
        note.committed.connect(lambda words: self.changed.emit({"note": words or ""}))
        section.add(Field("Note", note))
        if show.state != "given":
            gone = Button("Remove the performance", "trash-2", Kind.QUIET)
            gone.clicked.connect(self.removed)
            inspector.section().add(gone)

    def fill_cast(
        self, inspector: Inspector, book: Book, column: Column, nights: tuple[Column, ...]
    ) -> None:
        """Show a cast, its name and the nights it dances."""
        cast = book.get(Cast, column.key)
        work = book.find(Production, cast.production_id)
        named = (work.short or work.title) if work else ""
        inspector.clear()
        inspector.show_head(named, f"{cast.name} cast", colour=work.colour if work else "")
        section = inspector.section()
        name = WordsField("Name", required=True)
        name.show_value(cast.name)
        name.committed.connect(lambda words: self.renamed.emit(words or ""))
        section.add(Field("Name", name))
        copy, gone = Button("Copy", "copy"), Button("Remove", "trash-2", Kind.QUIET)
        copy.clicked.connect(self.copied)
        gone.clicked.connect(self.cast_removed)
        section.add(beside(copy, gone))
        others = [(one.id, f"{one.name} cast") for one in casts(book, cast.production_id)
                  if one.id != cast.id]  # fmt: skip
        if others:
            source = ChoiceField(others, name="Fill open places from")
            source.setCurrentIndex(-1)
            source.chosen.connect(self.filled_from)
            section.add(Field("Fill open places from", source))
        danced = [night for night in nights if night.cast_id == cast.id]
        dances = inspector.section("Dances", str(len(danced) or ""))
        rows = Rows()
        dances.add(rows)
        for night in danced:
            row = LineRow(night.lines[0], night.lines[2], clock(night.curtain), leads=True)
            row.clicked.connect(lambda _=False, key=night.key: self.night_wanted.emit(key))
            rows.add(row)
        if not danced:
            words = "No performance yet. Paint it across the performances, or choose it in one."
            dances.add(Label(words, fonts.TABLE, "t2", wrap=True))

    def _cast_field(self, book: Book, item: BillItem) -> ChoiceField:
        offered = [(cast.id, f"{cast.name} cast") for cast in casts(book, item.production_id)]
        field = ChoiceField([*offered, (NO_CAST, "No cast")], name="Cast")
        field.choose(item.cast_id or NO_CAST)
        field.chosen.connect(self.cast_chosen)
        return field

    def _stage_field(self, book: Book, show: Performance) -> ChoiceField:
        field = ChoiceField(stages(book), name="Stage")
        field.choose(show.venue_id or "")
        field.chosen.connect(lambda key: self.changed.emit({"venue_id": key or None}))
        return field

    def _conductor_field(self, book: Book, show: Performance) -> PickField:
        field = PickField(finder_of(conductors(book)), name="Conductor")
        person = book.find(Person, show.conductor_id)
        field.show_option(Option(person.id, person.name) if person else None)
        field.picked.connect(lambda key: self.changed.emit({"conductor_id": key or None}))
        return field

    def _state_field(self, show: Performance) -> ChoiceField:
        field = ChoiceField([(one, one.capitalize()) for one in PERFORMANCE_STATES], name="State")
        field.choose(show.state)
        field.chosen.connect(lambda key: self.changed.emit({"state": key}))
        return field


def stages(book: Book) -> list[tuple[str, str]]:
    """Where a performance may be: stages first."""
    rooms = sorted(book.all(Studio), key=lambda one: (one.kind != "stage", one.order, one.name))
    return [(room.id, room.name) for room in rooms]


def conductors(book: Book) -> list[Option]:
    """Everybody who conducts."""
    people = [one for one in book.all(Person) if "conductor" in one.duties]
    return [Option(one.id, one.name) for one in sorted(people, key=lambda one: one.sort_key)]
