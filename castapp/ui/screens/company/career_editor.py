"""The fields of one line of a career record, or of a new one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.people import CareerLine
from castapp.domain.record import new_id
from castapp.services import people
from castapp.services.reason import said_day
from castapp.ui.reading import MONTHS, Unread, read_day
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.typed import NumberField, TypedField, WordsField, show_changed
from castapp.ui.writing import Writer


class CareerEditor(QWidget):
    """Each field is written as it is left; a new line is written by its button."""

    closed = Signal()

    def __init__(self, write: Writer, today: date) -> None:
        super().__init__()
        self._write = write
        self._person_id, self._key = "", ""
        self._line: CareerLine | None = None
        self._shown: object = None
        self.work = WordsField("Ballet", required=True)
        self.role = WordsField("Role", required=True)
        self.where = WordsField("House")
        self.when = TypedField(lambda typed: read_when(typed, today), said_day, name="When",
                               optional=True)  # fmt: skip
        self.when.setPlaceholderText("2018, Sep 2018 or a day")
        self.partner = WordsField("With")
        self.times = NumberField("Times", 0, 10_000)
        self.add = Button("Add", "check")
        self.remove = Button("Remove", "trash-2", Kind.QUIET)
        self.close_it = Button("Close", kind=Kind.QUIET)
        self._fields = {
            "work": Field("Ballet", self.work),
            "role": Field("Role", self.role),
            "where": Field("House", self.where),
            "when": Field("When", self.when),
            "partner": Field("With", self.partner),
            "times": Field("Times", self.times),
        }
        self._typed: Mapping[str, TypedField[Any]] = {
            "work": self.work, "role": self.role, "where": self.where,
            "partner": self.partner, "times": self.times,
        }  # fmt: skip
        self._lay_out()
        self._connect()

    def show_line(self, book: Book, person_id: str, key: str) -> None:
        """Show a line of the record; an empty key starts a new one."""
        line = book.find(CareerLine, key)
        if (person_id, key, line) == self._shown:
            return
        same = self._shown is not None and (person_id, key) == (self._person_id, self._key)
        old = self._line if same else None
        if not same or line is None:
            for field in self._fields.values():
                field.refuse("")
        self._person_id, self._key = person_id, key
        self._line, self._shown = line, (person_id, key, line)
        if line is None:
            self._show_blank()
        else:
            show_changed(self._typed, old, line)
            if old is None or old.when != line.when:
                self.when.show_value(line.when or None)
        self.add.setVisible(line is None)
        self.remove.setVisible(line is not None)

    def _show_blank(self) -> None:
        for field in (self.work, self.role, self.when):
            field.show_value(None)
            field.clear()
        self.where.show_value("")
        self.partner.show_value("")
        self.times.show_value(1)

    def put_back(self) -> None:
        """Show the line as it is kept, next time it is shown."""
        self._shown = None

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        for left, right in (("work", "role"), ("where", "when"), ("partner", "times")):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(self._fields[left], 3)
            row.addWidget(self._fields[right], 2)
            column.addLayout(row)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.add)
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(self.close_it)
        column.addLayout(foot)

    def _connect(self) -> None:
        for name, field in self._fields.items():
            field.widget.committed.connect(  # type: ignore[attr-defined]
                lambda value, name=name: self._change(name, value)
            )
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.close_it.clicked.connect(self.closed)

    def _change(self, field: str, value: object) -> None:
        if self._key:
            kept = 0 if field == "times" and value is None else value or ""
            self._write(
                lambda book: people.change_career_line(book, self._key, **{field: kept}),
                self._fields[field].refuse,
            )

    def _add(self) -> None:
        typed = (self.work, self.role, self.where, self.when, self.partner, self.times)
        taken = [field.take() for field in typed]
        if not all(taken):
            return
        for name, needed in (("work", self.work), ("role", self.role)):
            if not needed.value:
                self._fields[name].refuse("This cannot be left empty.")
                needed.setFocus()
                return
        line = (self.work.value or "", self.role.value or "", self.where.value or "",
                self.when.value or "", self.partner.value or "", self.times.value or 0)  # fmt: skip
        self._write(
            lambda book: people.add_career_line(book, CareerLine(new_id(), self._person_id, *line)),
            self._fields["role"].refuse,
            self.closed.emit,
        )

    def _remove(self) -> None:
        self._write(
            lambda book: people.remove_career_line(book, self._key),
            self._fields["role"].refuse,
            self.closed.emit,
        )


def read_when(typed: str, today: date) -> str:
    """A year, month or day (ISO) of 2018, Sep 2018, 2018-09, 14 Sep 2018. Raises Unread."""
    text = typed.strip()
    if re.fullmatch(r"(19|20)\d\d", text):
        return text
    if found := re.fullmatch(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])", text):
        return found[0]
    if found := re.fullmatch(r"([A-Za-z]{3,9})\.? ((?:19|20)\d\d)", text):
        months = [n for n, name in enumerate(MONTHS, 1) if name.startswith(found[1].lower())]
        if len(months) == 1:
            return f"{found[2]}-{months[0]:02d}"
    try:
        return read_day(text, today).isoformat()
    except Unread:
        raise Unread(f"“{text}” will not do; type 2018, Sep 2018 or 14 Sep 2018.") from None
