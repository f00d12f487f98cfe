"""The inspector with nothing selected: who may be called today, or how the week stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.slot import length
from castapp.ui import fonts, theme
from castapp.ui.screens.schedule.day_facts import DancerHours, StatusCount, WorkHours
from castapp.ui.widgets.drawing import plate, words
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.marks import SIZE, paint_participation, paint_swatch

if TYPE_CHECKING:
    from castapp.ui.screens.schedule.call_facts import NameRow
    from castapp.ui.screens.schedule.drifted import DriftList

_RIGHT = Qt.AlignmentFlag.AlignRight


class DayPane(QWidget):
    """Counts of who may be called, the limits of the day, when it must be posted and how far it
    has gone from what was. `person_opened` carries somebody whose day has changed.
    """

    person_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._counts = Section("Who may be called")
        self._limits = Section("Limits")
        self._due = Section("To be posted")
        self._people: DriftList | None = None
        self._whom: Section | None = None
        self._column = _stack(self, self._counts, self._limits, self._due)

    def show_day(
        self,
        counts: Sequence[StatusCount],
        heading: str,
        limits: Sequence[str],
        due: Sequence[str],
        changed: Sequence[NameRow] = (),
    ) -> None:
        """Show a day in words; `changed` are those whose day is another than was posted."""
        _fill(self._counts, [_CountRow(one) for one in counts])
        self._limits.set_heading(heading)
        _fill(self._limits, _lines(limits))
        _fill(self._due, _lines(due))
        self._limits.setVisible(bool(limits))
        self._due.setVisible(bool(due))
        self._show_changed(changed)

    def _show_changed(self, changed: Sequence[NameRow]) -> None:
        if self._people is None and changed:
            from castapp.ui.screens.schedule.drifted import DriftList

            self._people = DriftList()
            self._people.opened.connect(self.person_opened)
            self._whom = Section("Whose day has changed")
            self._whom.add(self._people)
            self._column.addWidget(self._whom)
        if self._people is not None and self._whom is not None:
            self._people.show_people(changed)
            self._whom.setVisible(bool(changed))


@dataclass(frozen=True, slots=True)
class PostingRow:
    """How far a day is posted, whether that asks for attention, and when it is due."""

    day: str
    state: str
    strong: bool
    due: str = ""


class WeekPane(QWidget):
    """The week: posting, rehearsal by production, the dancers' hours."""

    def __init__(self) -> None:
        super().__init__()
        self._posting = Section("Posting")
        self._works = Section("Rehearsal by production")
        self._hours = Section("Dancers")
        _stack(self, self._posting, self._works, self._hours)

    def show_week(
        self,
        posting: Sequence[PostingRow],
        works: Sequence[WorkHours],
        hours: DancerHours | None,
        allowed: str,
    ) -> None:
        """Show a week; `allowed` is what the rules allow a dancer in words."""
        self._posting.set_heading("Posting", "due" if any(one.due for one in posting) else "")
        _fill(self._posting, [_PostingLine(one) for one in posting])
        self._posting.setVisible(bool(posting))
        _fill(self._works, [_WorkRow(one) for one in works])
        self._works.setVisible(bool(works))
        self._hours.set_heading("Dancers", allowed)
        _fill(self._hours, _hour_rows(hours))
        self._hours.setVisible(hours is not None)


def _hour_rows(hours: DancerHours | None) -> list[QWidget]:
    if hours is None:
        return []
    return [
        _Fact(f"Most: {hours.most_name}", length(hours.most), bold=True),
        _Fact("Median", length(hours.middle), bold=True),
        _Fact("Without a free day", str(hours.without_free_day), bold=True),
    ]


def _stack(pane: QWidget, *sections: Section) -> QVBoxLayout:
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for section in sections:
        column.addWidget(section)
    return column


def _fill(section: Section, rows: Sequence[QWidget]) -> None:
    section.clear()
    section.add(*rows)


def _lines(texts: Sequence[str]) -> list[QWidget]:
    return [Label(text, fonts.TABLE, wrap=True) for text in texts]


class _Row(QWidget):
    def __init__(self, spoken: str, height: int = 16) -> None:
        super().__init__()
        self.setAccessibleName(spoken)
        self.setFixedHeight(height)


class _CountRow(_Row):
    def __init__(self, count: StatusCount) -> None:
        super().__init__(f"{count.word}: {count.count}")
        self._count = count

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = theme.current(), QPainter(self)
        paint_participation(painter, self._count.status, 0, (self.height() - SIZE) / 2)
        room = self.rect().adjusted(20, 0, 0, 0)
        words(painter, room, self._count.word, fonts.font(fonts.TABLE), tokens.t1)
        bold = fonts.font(fonts.TABLE, 600, figures=True)
        words(painter, room, str(self._count.count), bold, tokens.t1, _RIGHT)


class _Fact(_Row):
    def __init__(self, name: str, value: str, *, strong: bool = False, bold: bool = False) -> None:
        super().__init__(f"{name}: {value}")
        self._name, self._value, self._strong, self._bold = name, value, strong, bold

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = theme.current(), QPainter(self)
        words(painter, self.rect(), self._name, fonts.font(fonts.TABLE), tokens.t1)
        face = fonts.font(fonts.TABLE, 600 if self._bold else 400, figures=True)
        ink = tokens.accent_t if self._strong else tokens.t1 if self._bold else tokens.t2
        words(painter, self.rect(), self._value, face, ink, _RIGHT)


class _PostingLine(_Row):
    """A day, its state, and at the right when it is due."""

    def __init__(self, row: PostingRow) -> None:
        super().__init__(f"{row.day}: {row.state}{f', due {row.due}' if row.due else ''}")
        self._row = row

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter, row = theme.current(), QPainter(self), self._row
        face = fonts.font(fonts.TABLE, figures=True)
        words(painter, self.rect(), row.day, face, tokens.t1)
        taken = words(painter, self.rect(), row.due, face, tokens.t2, _RIGHT)
        room = self.rect().adjusted(64, 0, -taken - 8, 0)
        words(painter, room, row.state, face, tokens.accent_t if row.strong else tokens.t2)


class _WorkRow(_Row):
    def __init__(self, work: WorkHours) -> None:
        super().__init__(f"{work.name}: {work.words}")
        self._work = work

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = theme.current(), QPainter(self)
        paint_swatch(painter, self._work.colour, 0, 4)
        name = QRect(16, 0, 100, self.height())
        words(painter, name, self._work.name, fonts.font(fonts.TABLE), tokens.t1)
        bar = QRect(120, 5, max(20, self.width() - 120 - 64), 6)
        plate(painter, bar, tokens.hair, radius=2)
        bar.setWidth(max(3, round(bar.width() * self._work.share)))
        plate(painter, bar, tokens.pair(self._work.colour).spine, radius=2)
        face = fonts.font(fonts.TABLE, figures=True)
        words(painter, self.rect(), self._work.words, face, tokens.t2, _RIGHT)
