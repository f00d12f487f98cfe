"""Absences in the inspector: a line each; the one that is open can be changed in place."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.domain.availability import ABSENCE_KINDS, Absence
from castapp.domain.checks import Invalid, clean
from castapp.ui import fonts
from castapp.ui.reading import short_day
from castapp.ui.widgets.button import Button, Kind, icon_button
from castapp.ui.widgets.calendar import DayField
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.typed import WordsField

KINDS = tuple((kind, kind[:1].upper() + kind[1:]) for kind in ABSENCE_KINDS)


def absence_words(absence: Absence) -> str:
    """Leave, Mon 12 Oct – Sun 18 Oct; one day alone is said once."""
    kind = absence.kind[:1].upper() + absence.kind[1:]
    first = short_day(absence.first)
    if absence.last is None:
        return f"{kind}, from {first}"
    last = "" if absence.last == absence.first else f" – {short_day(absence.last)}"
    return f"{kind}, {first}{last}"


class AbsenceRow(QWidget):
    """One absence. `opened` wants it changed in place, `removed` wants it gone."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, absence: Absence) -> None:
        super().__init__()
        words = absence_words(absence)
        link = Button(words, kind=Kind.LINK, name=f"Change: {words}")
        link.clicked.connect(lambda: self.opened.emit(absence.id))
        cross = icon_button("x", f"Take away: {words}")
        cross.clicked.connect(lambda: self.removed.emit(absence.id))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(link)
        row.addStretch(1)
        row.addWidget(cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        if absence.where:
            column.addWidget(Label(absence.where, fonts.LABEL, "t2"))


class AbsenceForm(QWidget):
    """The fields of one absence; `changed` carries the fields that differ."""

    changed = Signal(str, object)
    closed = Signal()

    def __init__(self, absence: Absence, today: date) -> None:
        super().__init__()
        self._absence = absence
        self.kind = ChoiceField(KINDS, name="Kind of absence")
        self.first = DayField(today, "First day")
        self.last = DayField(today, "Last day", optional=True)
        self.where = WordsField("Where")
        self._first = Field("From", self.first)
        self._last = Field("To (empty: not known)", self.last)
        self.show_absence(absence)
        self.kind.chosen.connect(lambda kind: self._tell(kind=kind))
        self.first.committed.connect(lambda day: self._tell(first=day))
        self.last.committed.connect(lambda day: self._tell(last=day))
        self.where.committed.connect(self._tell_where)
        done = Button("Done", kind=Kind.LINK)
        done.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        column.addWidget(Field("Kind", self.kind))
        column.addWidget(self._first)
        column.addWidget(self._last)
        column.addWidget(Field("Where", self.where))
        column.addWidget(done)

    @property
    def absence_id(self) -> str:
        """Which absence it is."""
        return self._absence.id

    def show_absence(self, absence: Absence) -> None:
        """Show the fields as they are now."""
        self._absence = absence
        self.kind.choose(absence.kind)
        self.first.show_value(absence.first)
        self.last.show_value(absence.last)
        self.where.show_value(absence.where)
        self._first.refuse("")
        self._last.refuse("")

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the days."""
        self._last.refuse(sentence)

    def _tell_where(self, where: str | None) -> None:
        try:
            self._tell(where=clean(where or ""))
        except Invalid as wrong:
            self.refuse(str(wrong))

    def _tell(self, **fields: Any) -> None:
        self.changed.emit(self._absence.id, fields)
