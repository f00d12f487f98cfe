"""Which findings the strip shows: small fields for the day, the person and the severity."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from castapp.ui import theme
from castapp.ui.finding_rows import ACCEPTED, FindingFilter, FindingRow
from castapp.ui.reading import plain, short_day
from castapp.ui.widgets.choice import ChoiceField

HEIGHT, WIDEST = 22, 150
_SEVERITIES = (
    ("", "All kinds"),
    ("hard", "Clashes"),
    ("breach", "Rules"),
    ("warning", "Warnings"),
    ("note", "Notes"),
    (ACCEPTED, "Accepted"),
)
ANY_DAY, ANYBODY = "Any day", "Anybody"


class FilterRow(QWidget):
    """`changed` says that other findings are wanted now (`wanted`)."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.day = ChoiceField([("", ANY_DAY)], name="Findings of the day")
        self.person = ChoiceField([("", ANYBODY)], name="Findings of the person")
        self.severity = ChoiceField(_SEVERITIES, name="Findings of this kind")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 12, 2)
        row.setSpacing(6)
        for field in (self.severity, self.day, self.person):
            field.setFixedHeight(HEIGHT)
            field.setMaximumWidth(WIDEST)
            field.choose("")
            field.chosen.connect(lambda _key: self.changed.emit())
            row.addWidget(field)

    @property
    def wanted(self) -> FindingFilter:
        """What is chosen now."""
        day = date.fromisoformat(self.day.key) if self.day.key else None
        return FindingFilter(day, self.person.key, self.severity.key)

    def offer(self, rows: Sequence[FindingRow]) -> None:
        """Offer the days and people of these rows. A day that is gone is no longer asked for; a
        person who has none left stays chosen.
        """
        chosen = self.person.key
        days = sorted({row.day for row in rows if row.day is not None})
        names = {name for row in rows for name in row.people} | ({chosen} if chosen else set())
        people = sorted(names, key=plain)
        self.day.show_choices([("", ANY_DAY), *((one.isoformat(), short_day(one)) for one in days)])
        self.person.show_choices([("", ANYBODY), *((name, name) for name in people)])
        for field in (self.day, self.person):
            if field.currentIndex() < 0:
                field.choose("")
            field.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(0, 0, self.width(), 1, tokens.line2)
