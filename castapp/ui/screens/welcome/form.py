"""The short form that starts a company: name, zone, first day of the week, paper, ranks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from zoneinfo import available_timezones

from PySide6.QtCore import QTimeZone, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from castapp.ui import fonts
from castapp.ui.reading import Unread
from castapp.ui.screens.welcome.present import (
    PAPER_CHOICES,
    RANKS,
    WEEKDAY_CHOICES,
    NewCompany,
    read_ranks,
    read_zone,
)
from castapp.ui.widgets.bar import Rule
from castapp.ui.widgets.button import LARGE_HEIGHT, Button, Kind
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.pick import Option, PickField, finder_of

T = TypeVar("T")


class NewCompanyForm(QWidget):
    """`filled` carries a NewCompany once all of it can be read; `left` when it is put away."""

    filled = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zones = frozenset(available_timezones())
        self.name = QLineEdit()
        self.name.setPlaceholderText("e.g. Aldwyn Ballet")
        options = [Option(zone, zone.replace("_", " ")) for zone in sorted(self._zones)]
        self.zone = PickField(finder_of(options), name="Time zone", optional=False)
        self.weekday = ChoiceField(WEEKDAY_CHOICES, name="First day of the week")
        self.paper = ChoiceField(PAPER_CHOICES, name="Paper")
        self.ranks = QPlainTextEdit("\n".join(RANKS))
        self.ranks.setTabChangesFocus(True)
        self.ranks.setFixedHeight(124)
        self.weekday.choose("0")
        self.paper.choose("A4")
        here = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        here = here if here in self._zones else "Europe/London"
        self.zone.show_option(Option(here, here.replace("_", " ")))
        self._fields = {
            "name": Field("Name of the company", self.name),
            "zone": Field("Time zone", self.zone),
            "ranks": Field("Ranks, the highest first", self.ranks),
        }
        self._lay_out()

    def take(self) -> NewCompany | None:
        """What is filled in, or None with a sentence under each field that will not do."""
        name = self._read("name", lambda: _name(self.name.text()))
        zone = self._read("zone", lambda: read_zone(self.zone.text(), self._zones))
        ranks = self._read("ranks", lambda: read_ranks(self.ranks.toPlainText()))
        if name is None or zone is None or ranks is None:
            wrong = next(field for field in self._fields.values() if field.refusal)
            wrong.widget.setFocus()
            return None
        return NewCompany(name, zone, int(self.weekday.key), self.paper.key, ranks)

    def _read(self, key: str, read: Callable[[], T]) -> T | None:
        try:
            value = read()
        except Unread as unread:
            self._fields[key].refuse(str(unread))
            return None
        self._fields[key].refuse("")
        return value

    def _lay_out(self) -> None:
        start = Button("Choose where to keep it…", kind=Kind.FILLED, height=LARGE_HEIGHT)
        start.clicked.connect(self._start)
        self.name.returnPressed.connect(self._start)
        self.name.textEdited.connect(lambda: self._fields["name"].refuse(""))
        self.ranks.textChanged.connect(lambda: self._fields["ranks"].refuse(""))
        leave = Button("Not now", kind=Kind.QUIET, height=LARGE_HEIGHT)
        leave.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label("Your company", fonts.TABLE, "t2", weight=600))
        column.addWidget(Rule())
        column.addWidget(self._fields["name"])
        column.addWidget(self._fields["zone"])
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(Field("First day of the week", self.weekday), 1)
        pair.addWidget(Field("Paper", self.paper), 1)
        column.addLayout(pair)
        column.addWidget(self._fields["ranks"])
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(start)
        row.addWidget(leave)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def _start(self) -> None:
        company = self.take()
        if company is not None:
            self.filled.emit(company)


def _name(text: str) -> str:
    if not text.strip():
        raise Unread("The company needs a name.")
    return text.strip()
