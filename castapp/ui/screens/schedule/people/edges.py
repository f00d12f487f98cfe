"""Above and below the People view: hours and columns with their limits; the middle of all."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from castapp.services.day_limits import Allowed
from castapp.ui import fonts, theme
from castapp.ui.screens.schedule.lettering import advance, face, write
from castapp.ui.screens.schedule.people.plan import NAME, PeoplePlan
from castapp.ui.screens.schedule.people.rows import PeopleView
from castapp.ui.screens.schedule.people.sums import BREAK, COLUMNS, WORDS, figure


class Shown(Protocol):
    """What an edge asks of the view between them."""

    @property
    def view(self) -> PeopleView: ...
    @property
    def plan(self) -> PeoplePlan: ...
    @property
    def allowed(self) -> Allowed: ...


def limit_words(allowed: Allowed, column: str) -> str:
    """A column's limit in a word or two: of 6 h, min 60; "" for none."""
    if column == BREAK:
        return f"min {allowed.pause}" if allowed.pause else ""
    most = getattr(allowed, column)
    if not most:
        return ""
    hours, minutes = divmod(most, 60)
    return f"of {hours} h {minutes:02d}" if minutes else f"of {hours} h"


class PeopleHead(QWidget):
    """The hours, and the columns with their limits below them."""

    def __init__(self, shown: Shown, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown
        self.setAccessibleName("Hours and figures")

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter, plan = theme.current(), QPainter(self), self._shown.plan
        painter.fillRect(self.rect(), tokens.panel)
        bold, height = face(fonts.TABLE, 600), self.height() - 1
        write(painter, "Dancer", bold, (16, 0, 120, height), tokens.t1)
        hours = face(fonts.LABEL, figures=True)
        step = 60 if plan.hour >= 24 else 120
        for minute in range(plan.first + -plan.first % step, plan.last + 1, step):
            text = str(minute // 60 % 24)
            left = plan.x(minute) - advance(text, hours) // 2
            write(painter, text, hours, (left, 0, 40, height), tokens.t2)
        small = face(fonts.TINY, figures=True)
        for column in COLUMNS:
            left, width = plan.figures[column]
            limit = limit_words(self._shown.allowed, column)
            word = (left, 3, width, 15) if limit else (left, 0, width, height)
            write(painter, WORDS[column], bold, word, tokens.t1, right=True)
            if limit:
                write(painter, limit, small, (left, 17, width, 12), tokens.t2, right=True)
        painter.fillRect(0, height, self.width(), 1, tokens.line2)


class PeopleFoot(QWidget):
    """How many are shown, and the median of each figure among the called."""

    def __init__(self, shown: Shown, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown

    def words(self) -> str:
        """What the foot says, for those who do not see it."""
        view = self._shown.view
        said = [f"{WORDS[one]} {figure(view.middle.of(one))}" for one in COLUMNS]
        return f"{self._count()}, median of those called: {', '.join(said)}"

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter, plan = theme.current(), QPainter(self), self._shown.plan
        painter.fillRect(self.rect(), tokens.panel)
        painter.fillRect(0, 0, self.width(), 1, tokens.line2)
        height = self.height()
        bold = face(fonts.TABLE, 600, figures=True)
        write(painter, self._count(), face(fonts.TABLE, 600), (16, 0, NAME - 20, height), tokens.t1)
        left = plan.x(plan.first)
        room = plan.figures[COLUMNS[0]][0] - left
        write(painter, "Median of those called", face(fonts.TABLE), (left, 0, room, height),
              tokens.t2)  # fmt: skip
        for column in COLUMNS:
            at, width = plan.figures[column]
            text = figure(self._shown.view.middle.of(column))
            write(painter, text, bold, (at, 0, width, height), tokens.t1, right=True)

    def _count(self) -> str:
        count = self._shown.view.count
        return f"{count} dancer" if count == 1 else f"{count} dancers"
