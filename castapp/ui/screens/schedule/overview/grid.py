"""The overview as a grid of days, a week a row; a day that is pressed is shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from castapp.domain.slot import length
from castapp.ui import fonts, theme
from castapp.ui.screens.schedule.lettering import face, fitting, write
from castapp.ui.screens.schedule.overview.days import FULL_DAY, DayShort
from castapp.ui.screens.schedule.shortening import shorter
from castapp.ui.tokens import Tokens
from castapp.ui.widgets.drawing import focus_ring, plate
from castapp.ui.widgets.tips import plain_tip

DAYS = 7
BLOCK, LINE, BAR, FOOT = 20, 16, 8, 18
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
            cell.show_day(day, named=cell in self.cells[:DAYS], chosen=day.day == current)
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
        self._named = self._chosen = False
        self.day = DayShort(date.min, "")
        self.clicked.connect(lambda: overview.opened.emit(self.day.day))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_day(self, day: DayShort, *, named: bool, chosen: bool) -> None:
        """Show a day; `named` writes the weekday above the date, `chosen` frames it."""
        if (day, named, chosen) != (self.day, self._named, self._chosen):
            self.day, self._named, self._chosen = day, named, chosen
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
        top = self._shows(painter, tokens, self._head(painter, tokens))
        self._works(painter, tokens, top)
        self._bar(painter, tokens)
        if self._chosen or self.hasFocus():
            focus_ring(painter, rect)
        elif day.today:
            plate(painter, rect.adjusted(0, 0, -1, -1), None, tokens.accent_t)

    def _head(self, painter: QPainter, tokens: Tokens) -> int:
        """The date and how far it is posted, then how much is called. Returns where that ends."""
        day, width = self.day, self.width() - 20
        ink = tokens.accent_t if day.today else tokens.t2 if day.aside or day.past else tokens.t1
        first = f"{day.day:%a} {day.day.day}" if self._named else str(day.day.day)
        if day.day.day == 1 and not self._named:
            first = f"1 {day.day:%B}"
        taken = write(painter, first, face(fonts.BODY, 600), (10, 6, width, 18), ink)
        tone, weight = (tokens.accent_t, 600) if day.strong else (tokens.t2, 400)
        write(painter, day.state, face(fonts.LABEL, weight), (16 + taken, 6, width - taken - 6, 18),
              tone, right=True)  # fmt: skip
        said = day.amount or (day.kind if not day.shows else "")
        of = face(fonts.LABEL, figures=True)
        write(painter, said, of, (10, 26, width, 15), tokens.t2)
        return 44 if said else 28

    def _shows(self, painter: QPainter, tokens: Tokens, top: int) -> int:
        """Its shows by name, in the colours of the board. Returns where they end."""
        for name, colour in self.day.shows:
            if top + BLOCK > self.height() - FOOT:
                break
            block = tokens.show_block(colour)
            plate(painter, QRect(8, top, self.width() - 17, BLOCK - 2), block.fill)
            room = (15, top, self.width() - 30, BLOCK - 2)
            write(painter, name, face(fonts.LABEL, 600, figures=True), room, block.ink)
            top += BLOCK
        return top + 2

    def _works(self, painter: QPainter, tokens: Tokens, top: int) -> None:
        """What is rehearsed and for how long, as far as there is room; then from when to when."""
        of, width = face(fonts.LABEL, figures=True), self.width() - 20
        tone = tokens.t2 if self.day.past or self.day.aside else tokens.t1
        for name, colour, minutes in self.day.works:
            if top + LINE > self.height() - FOOT:
                return
            plate(painter, QRect(10, top + 4, 8, 8), tokens.pair(colour).spine, radius=2)
            taken = write(painter, length(minutes), of, (10, top, width, LINE), tokens.t2,
                          right=True)  # fmt: skip
            write(painter, name, of, (24, top, width - taken - 20, LINE), tone)
            top += LINE
        if self.day.hours and top + LINE <= self.height() - FOOT:
            write(painter, self.day.hours, of, (10, top, width, LINE), tokens.t2)
            self._told(painter, tokens, top + LINE + 6)

    def _told(self, painter: QPainter, tokens: Tokens, top: int) -> None:
        """Each call in a line, as many as there is room for, and how many more there are."""
        of, width, told = face(fonts.LABEL, figures=True), self.width() - 20, self.day.told
        room = (self.height() - FOOT - top) // LINE
        if room < 2:
            return
        shown = told if len(told) <= room else told[: room - 1]
        for number, (text, colour) in enumerate(shown):
            y = top + LINE * number
            ink = tokens.pair(colour).spine if colour else tokens.line2
            painter.fillRect(10, y + 2, 3, LINE - 4, ink)
            start, _, what = text.partition(" ")
            texts = tuple(f"{start} {one}" for one in shorter(what))
            said = fitting(texts, width - 7, of) or text
            write(painter, said, of, (17, y, width - 7, LINE), tokens.t2)
        if len(shown) < len(told):
            y = top + LINE * len(shown)
            more = f"and {len(told) - len(shown)} more"
            write(painter, more, of, (17, y, width, LINE), tokens.t2)

    def _bar(self, painter: QPainter, tokens: Tokens) -> None:
        """How full the day is, and of which productions."""
        if not self.day.minutes:
            return
        width = self.width() - 21
        bar = QRect(10, self.height() - 16, width, BAR)
        plate(painter, bar, tokens.hair, radius=2)
        left = bar.left()
        for _, colour, minutes in self.day.works:
            share = min(bar.right() - left, round(width * minutes / FULL_DAY))
            if share > 0:
                painter.fillRect(left, bar.top(), share, BAR, tokens.pair(colour).spine)
                left += share + 1
