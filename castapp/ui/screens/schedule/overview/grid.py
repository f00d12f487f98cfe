"""The overview as a grid of days, a week a row; a day that is pressed is shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from castapp.ui import fonts, theme
from castapp.ui.screens.schedule.lettering import face, write
from castapp.ui.screens.schedule.overview.days import FULL_DAY, DayShort
from castapp.ui.tokens import Tokens
from castapp.ui.widgets.drawing import focus_ring, plate
from castapp.ui.widgets.tips import plain_tip

DAYS = 7
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}


class Overview(QWidget):
    """`opened` carries the day that was pressed; arrows go from day to day."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells: list[DayCell] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self.setAccessibleName("Days")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_days(self, days: Sequence[DayShort], current: date) -> None:
        """Show these days; the keyboard is on `current`."""
        while len(self.cells) > len(days):
            cell = self.cells.pop()
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        while len(self.cells) < len(days):
            number = len(self.cells)
            cell = DayCell(self)
            self._grid.addWidget(cell, number // DAYS, number % DAYS)
            self.cells.append(cell)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 1 if row * DAYS < len(days) else 0)
        for cell, day in zip(self.cells, days, strict=True):
            cell.show_day(day, named=cell in self.cells[:DAYS])
        here = next((cell for cell in self.cells if cell.day.day == current), None)
        if here is not None:
            self.setFocusProxy(here)
            if any(cell.hasFocus() for cell in self.cells):
                here.setFocus()

    def step(self, cell: DayCell, way: int) -> None:
        """Put the keyboard so many days on."""
        at = self.cells.index(cell) + way
        if 0 <= at < len(self.cells):
            self.cells[at].setFocus()


class DayCell(QPushButton):
    """One day: its date, shows, how much is called, the productions as a bar, its posting."""

    def __init__(self, overview: Overview) -> None:
        super().__init__(overview)
        self._overview = overview
        self._named = False
        self.day = DayShort(date.min, "")
        self.clicked.connect(lambda: overview.opened.emit(self.day.day))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_day(self, day: DayShort, *, named: bool) -> None:
        """Show a day; `named` writes the weekday above the date."""
        if day != self.day or named != self._named:
            self.day, self._named = day, named
            self.setAccessibleName(day.spoken)
            self.setToolTip(plain_tip(day.spoken))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 96)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 76)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._overview.step(self, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter, day = theme.current(), QPainter(self), self.day
        rect = self.rect()
        quiet = day.aside or day.kind == "Free day"
        painter.fillRect(rect, tokens.panel if quiet else tokens.surface)
        painter.fillRect(rect.right(), 0, 1, rect.height(), tokens.line)
        painter.fillRect(0, rect.bottom(), rect.width(), 1, tokens.line2)
        self._words(painter, tokens)
        self._bar(painter, tokens)
        if self.hasFocus():
            focus_ring(painter, rect)

    def _words(self, painter: QPainter, tokens: Tokens) -> None:
        day, width = self.day, self.width() - 20
        ink = tokens.accent_t if day.today else tokens.t2 if day.aside else tokens.t1
        first = f"{day.day:%a} {day.day.day}" if self._named else str(day.day.day)
        if day.day.day == 1 and not self._named:
            first = f"1 {day.day:%B}"
        taken = write(painter, first, face(fonts.BODY, 600), (10, 6, width, 18), ink)
        state = tokens.accent_t if day.strong else tokens.t2
        weight = 600 if day.strong else 400
        write(painter, day.state, face(fonts.LABEL, weight), (16 + taken, 6, width - taken - 6, 18),
              state, right=True)  # fmt: skip
        lines: list[tuple[str, QColor, int]] = [(one, tokens.t1, 500) for one in day.shows]
        if not day.shows and day.kind in ("Free day", "No calls"):
            lines.append((day.kind, tokens.t2, 400))
        if day.amount:
            lines.append((day.amount, tokens.t2, 400))
        room = max(1, (self.height() - 44) // 15)
        for number, (text, tone, heavy) in enumerate(lines[:room]):
            of = face(fonts.LABEL, heavy, figures=True)
            write(painter, text, of, (10, 26 + 15 * number, width, 15), tone)

    def _bar(self, painter: QPainter, tokens: Tokens) -> None:
        """How full the day is, and of which productions."""
        if not self.day.minutes:
            return
        width = self.width() - 21
        bar = QRect(10, self.height() - 14, width, 6)
        plate(painter, bar, tokens.hair, radius=2)
        left = bar.left()
        for _, colour, minutes in self.day.works:
            share = min(bar.right() - left, round(width * minutes / FULL_DAY))
            if share > 0:
                painter.fillRect(left, bar.top(), share, 6, tokens.pair(colour).spine)
                left += share + 1
