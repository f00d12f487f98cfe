"""A dancer in the inspector: the day hour by hour, the sums, what the rules say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from castapp.ui import fonts, theme
from castapp.ui.screens.schedule.call_facts import Trouble
from castapp.ui.screens.schedule.people.facts import DayLine, PersonFacts, SumLine
from castapp.ui.screens.schedule.trouble import TroubleList
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.drawing import focus_ring, plate, words
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.marks import SIZE, paint_participation

_RIGHT = Qt.AlignmentFlag.AlignRight


class PersonPane(QWidget):
    """`opened` carries the record of a line that was pressed; `person_opened` asks for the page."""

    opened = Signal(object)
    person_opened = Signal(str)

    def __init__(self, troubles: TroubleList) -> None:
        super().__init__()
        self._person_id = ""
        self._status = _Status()
        self._day = Section("Day")
        self._sums = Section("Sums")
        self.troubles = troubles
        go = Button("Open the dancer’s page", kind=Kind.LINK)
        go.clicked.connect(lambda: self.person_opened.emit(self._person_id))
        way = Section()
        way.add_row(go, QWidget(), stretches=(0, 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._status, self.troubles, self._day, self._sums, way):
            column.addWidget(part)

    def show_person(
        self, person_id: str, facts: PersonFacts, day: str, troubles: Sequence[Trouble]
    ) -> None:
        """Show a dancer's day."""
        self._person_id = person_id
        self._status.show_status(facts.status, facts.word)
        self._day.clear()
        self._day.set_heading(day)
        self._day.add(*(_Line(line, self) for line in facts.lines))
        if not facts.lines:
            self._day.add(Label("Not called.", fonts.TABLE, "t2"))
        self._sums.clear()
        self._sums.add(*(_Sum(one) for one in facts.sums))
        self.troubles.show_troubles(troubles)


class _Status(QWidget):
    """The mark of what somebody may do, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self._status, self._word = "full", ""
        self.setFixedHeight(28)

    def show_status(self, status: str, word: str) -> None:
        self._status, self._word = status, word
        self.setAccessibleName(word)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_participation(painter, self._status, 16, 8)
        room = QRect(16 + SIZE + 7, 0, self.width() - 50, 28)
        words(painter, room, self._word, fonts.font(fonts.TABLE), theme.current().t1)


class _Line(QPushButton):
    def __init__(self, line: DayLine, pane: PersonPane) -> None:
        super().__init__()
        self._line = line
        self.clicked.connect(lambda: pane.opened.emit(line.ref))
        said = (line.time, line.title, line.about, line.length)
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter, line = theme.current(), QPainter(self), self._line
        face = fonts.font(fonts.TABLE, figures=True)
        words(painter, QRect(0, 0, 82, 16), line.time, face, tokens.t1)
        spine = tokens.pair(line.colour).spine if line.colour else tokens.line2
        plate(painter, QRect(84, 1, 4, 30), spine, radius=2)
        right = QRect(self.width() - 60, 0, 60, 16)
        taken = words(painter, right, line.length, face, tokens.t2, _RIGHT)
        room = QRect(96, 0, self.width() - 104 - taken, 16)
        words(painter, room, line.title, fonts.font(fonts.TABLE, 600), tokens.t1)
        below = QRect(96, 16, self.width() - 98, 15)
        words(painter, below, line.about, fonts.font(fonts.LABEL), tokens.t2)
        if self.hasFocus():
            focus_ring(painter, self.rect())


class _Sum(QWidget):
    def __init__(self, line: SumLine) -> None:
        super().__init__()
        self._line = line
        against = ", against the rules" if line.severity else ""
        self.setAccessibleName(f"{line.name}: {line.value} {line.limit}{against}".strip())
        self.setFixedHeight(17)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter, line = theme.current(), QPainter(self), self._line
        words(painter, self.rect(), line.name, fonts.font(fonts.TABLE), tokens.t1)
        limit = QRect(self.width() - 72, 0, 72, self.height())
        face = fonts.font(fonts.TABLE, figures=True)
        words(painter, limit, line.limit, face, tokens.t2, _RIGHT)
        ink = tokens.findings[line.severity].ink if line.severity else tokens.t1
        value = QRect(0, 0, self.width() - 78, self.height())
        bold = fonts.font(fonts.TABLE, 600, figures=True)
        words(painter, value, line.value, bold, ink, _RIGHT)
