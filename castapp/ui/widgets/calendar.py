"""A month to pick a day from, and the day field that opens it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from castapp.domain.slot import week_start
from castapp.ui import fonts, icons, theme
from castapp.ui.reading import short_day
from castapp.ui.widgets.button import icon_button
from castapp.ui.widgets.drawing import focus_ring, plate
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.typed import TypedField, day_reader

CELL = 32
HEAD = 22
WEEKS = 6


def month_days(month: date, first_weekday: int) -> list[date]:
    """The 42 days of a month's page: whole weeks, the first holding the 1st."""
    first = week_start(month.replace(day=1), first_weekday)
    return [first + timedelta(days=n) for n in range(7 * WEEKS)]


class MonthGrid(QWidget):
    """Arrows move by day and week, PgUp and PgDn by month, Enter picks. `picked` carries a date."""

    picked = Signal(object)
    turned = Signal(object)

    def __init__(self, today: date, first_weekday: int = 0) -> None:
        super().__init__()
        self._today = today
        self._first_weekday = first_weekday
        self._day = today
        self.setFixedSize(QSize(7 * CELL, HEAD + WEEKS * CELL))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_day(today)

    @property
    def day(self) -> date:
        """The day under the keyboard."""
        return self._day

    def show_day(self, day: date) -> None:
        """Turn to the month of this day and mark it."""
        self._day = day
        self.setAccessibleName(f"{day:%A} {day.day} {day:%B} {day.year}")
        self.turned.emit(day)
        self.update()

    def turn(self, months: int) -> None:
        """Turn the page by so many months."""
        count = self._day.year * 12 + self._day.month - 1 + months
        year, month = divmod(count, 12)
        self.show_day(date(year, month + 1, min(self._day.day, 28)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        if key in days:
            self.show_day(self._day + timedelta(days=days[key]))
        elif key == Qt.Key.Key_PageUp:
            self.turn(-1)
        elif key == Qt.Key.Key_PageDown:
            self.turn(1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        column, row = spot.x() // CELL, (spot.y() - HEAD) // CELL
        if 0 <= column < 7 and 0 <= row < WEEKS and spot.y() >= HEAD:
            self.show_day(month_days(self._day, self._first_weekday)[row * 7 + column])
            self.picked.emit(self._day)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        centre = int(Qt.AlignmentFlag.AlignCenter)
        days = month_days(self._day, self._first_weekday)
        painter.setFont(fonts.font(fonts.LABEL))
        painter.setPen(tokens.t3)
        for column in range(7):
            letters = f"{days[column]:%a}"[:2]
            painter.drawText(QRect(column * CELL, 0, CELL, HEAD), centre, letters)
        for place, day in enumerate(days):
            cell = QRect(place % 7 * CELL, HEAD + place // 7 * CELL, CELL, CELL)
            self._paint_day(painter, cell.adjusted(1, 1, -1, -1), day)

    def _paint_day(self, painter: QPainter, cell: QRect, day: date) -> None:
        tokens = theme.current()
        if day == self._day:
            plate(painter, cell, tokens.sel)
            if self.hasFocus():
                focus_ring(painter, cell)
        painter.setFont(fonts.font(fonts.TABLE, 600 if day == self._today else 400, figures=True))
        ink = tokens.t1 if day.month == self._day.month else tokens.t3
        painter.setPen(tokens.accent_t if day == self._today else ink)
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), str(day.day))


class DayPopup(QFrame):
    """A month in a frame over the window, below what opened it. Esc or losing the focus closes."""

    picked = Signal(object)

    def __init__(self, window: QWidget, today: date, first_weekday: int = 0) -> None:
        super().__init__(window)
        self._window = window
        self._month = Label("", fonts.BODY, weight=600)
        self.grid = MonthGrid(today, first_weekday)
        self.grid.turned.connect(lambda day: self._month.setText(f"{day:%B} {day.year}"))
        self.grid.picked.connect(self._pick)
        back, forward = (
            icon_button("chevron-left", "Month before"),
            icon_button("chevron-right", "Month after"),
        )
        for button, step in ((back, -1), (forward, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, step=step: self.grid.turn(step))
        head = QHBoxLayout()
        head.addSpacing(8)
        head.addWidget(self._month, 1)
        head.addWidget(back)
        head.addWidget(forward)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.grid)
        self.hide()

    def open_below(self, widget: QWidget, day: date) -> None:
        """Show the month of `day` below a widget, kept inside the window."""
        self.grid.show_day(day)
        self.adjustSize()
        spot = widget.mapTo(self._window, QPoint(0, widget.height() + 2))
        room = self._window.size() - self.size()
        x, y = min(spot.x(), room.width() - 4), min(spot.y(), room.height() - 4)
        self.move(max(x, 0), max(y, 0))
        self.show()
        self.raise_()
        self.grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        plate(QPainter(self), self.rect(), tokens.raised, tokens.line2)

    def _pick(self, day: date) -> None:
        self.hide()
        self.picked.emit(day)


class DayField(TypedField[date]):
    """A day, typed (14 oct, fri, +3w) or picked from a month: Alt+Down or the sign at the right."""

    def __init__(
        self, today: date, name: str = "Day", *, first_weekday: int = 0, optional: bool = False
    ) -> None:
        super().__init__(day_reader(today), _with_year, name=name, optional=optional)
        self._today = today
        self._first_weekday = first_weekday
        self._popup: DayPopup | None = None
        self.setTextMargins(0, 0, 20, 0)

    def open_month(self) -> None:
        """Open the month below the field."""
        if self._popup is None:
            self._popup = DayPopup(self.window(), self._today, self._first_weekday)
            self._popup.picked.connect(self._take_day)
        self._popup.open_below(self, self.value or self._today)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Down and alt:
            self.open_month()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.isModified() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.position().x() > self.width() - 26:
            self.open_month()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        ink = theme.current().t3
        left, top = self.width() - 22, (self.height() - icons.INLINE) / 2
        icons.paint_icon(QPainter(self), "calendar-days", ink, left, top, icons.INLINE)

    def _take_day(self, day: date) -> None:
        self.setFocus()
        self.setText(day.isoformat())
        self.take()


def _with_year(day: date) -> str:
    return f"{short_day(day)} {day.year}"
