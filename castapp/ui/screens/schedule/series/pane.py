"""In a call's inspector: whether it comes again, which of them a change is for, and Repeat."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.services.board.series import ONCE, ONWARDS
from castapp.ui import fonts
from castapp.ui.screens.schedule.present import week_of
from castapp.ui.screens.schedule.series.again import Again, repeat_days
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.calendar import DayField
from castapp.ui.widgets.choice import Tick
from castapp.ui.widgets.field import Field, Section
from castapp.ui.widgets.flow import FlowLayout
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.segment import Segment

USUAL_DAYS = 28
_ONCE, _ONWARDS = "This one", "From here on"
_ON_THIS_DAY = "Who is called changes on this day only."


class ScopeRow(Section):
    """Which calls a change is for. It is this one again as soon as another call is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.choice = Segment(
            [(ONCE, _ONCE), (ONWARDS, _ONWARDS)], name="Which calls a change is for"
        )
        self._told = Label("", fonts.TABLE, wrap=True)
        self._only = Label(_ON_THIS_DAY, fonts.LABEL, "t2", wrap=True)
        self.choice.chosen.connect(lambda key: self._only.setVisible(key == ONWARDS))
        row = QHBoxLayout()
        row.addWidget(self.choice)
        row.addStretch(1)
        held = QWidget()
        held.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.add(self._told, held, self._only)
        self.reset()

    @property
    def scope(self) -> str:
        """ONCE or ONWARDS."""
        return ONCE if self.isHidden() else self.choice.key

    def reset(self) -> None:
        """This one only, from now on."""
        self.choice.choose(ONCE)
        self._only.hide()

    def show_again(self, found: Again) -> None:
        """Say how the call comes again; without that there is nothing to choose."""
        self._told.setText(found.words)
        self._only.setText(f"{found.onwards} {_ON_THIS_DAY}")
        self.setVisible(found.comes)


class RepeatPane(Section):
    """`repeated` carries the days a call is to come again on."""

    repeated = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._book: Book | None = None
        self._call: Call | None = None
        self._week: tuple[date, ...] = ()
        self.begin = Button("Repeat…", kind=Kind.LINK)
        self.ticks = [Tick("") for _ in range(7)]
        self.until = DayField(today, "Until")
        self.make = Button("Repeat")
        self._days = QWidget()
        self._field = Field("Until", self.until)
        self._form = QWidget()
        self._lay_out()
        self.begin.clicked.connect(self.open)
        self.make.clicked.connect(self._make)
        self.until.committed.connect(lambda _day: self._count())
        for tick in self.ticks:
            tick.clicked.connect(lambda _on: self._count())

    def show_call(self, book: Book, call: Call) -> None:
        """Offer to repeat this call; what was begun for another is left."""
        turned = self._call is None or self._call.id != call.id
        self._book, self._call = book, call
        if turned:
            self.leave()

    def leave(self) -> None:
        """Fold the question away."""
        self._form.hide()
        self.begin.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._form.isVisible():
            self.leave()
            self.begin.setFocus()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        flow = FlowLayout(self._days, spacing=8)
        for tick in self.ticks:
            flow.addWidget(tick)
        back = Button("Leave it", kind=Kind.LINK)
        back.clicked.connect(self.leave)
        ways = QHBoxLayout()
        ways.setContentsMargins(0, 0, 0, 0)
        for button in (self.make, back):
            ways.addWidget(button)
        ways.addStretch(1)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label("Comes again on", fonts.LABEL, "t2"))
        column.addWidget(self._days)
        column.addWidget(self._field)
        column.addLayout(ways)
        self.add_row(self.begin, QWidget(), stretches=(0, 1))
        self.add(self._form)

    def open(self) -> None:
        """Ask for the weekdays and the last day, beginning with the call's own weekday."""
        if self._call is None or self._book is None:
            return
        day = self._call.day
        self.until.show_value(day + timedelta(days=USUAL_DAYS))
        self._week = week_of(self._book, day)
        for tick, one in zip(self.ticks, self._week, strict=True):
            tick.setText(f"{one:%a}")
            tick.setAccessibleName(f"{one:%A}")
            tick.setChecked(one.weekday() == day.weekday())
        self.begin.hide()
        self._form.show()
        self._count()
        self.ticks[0].setFocus()
        QTimer.singleShot(0, self, self._come_into_view)

    def _come_into_view(self) -> None:
        """Scroll until the button at the foot can be seen."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self.make)

    def _count(self) -> None:
        """Say on how many days it would come again, or why on none."""
        try:
            days = len(self._wanted())
        except Invalid as wrong:
            self._field.refuse(str(wrong))
            self.make.set_text("Repeat")
            self.make.setEnabled(False)
            return
        self._field.refuse("")
        self.make.set_text(f"Repeat on {days} {'day' if days == 1 else 'days'}")
        self.make.setEnabled(True)

    def _make(self) -> None:
        days = self._wanted()
        self.leave()
        self.repeated.emit(days)

    def _wanted(self) -> tuple[date, ...]:
        if self._call is None or self._book is None or self.until.value is None:
            raise Invalid("Choose the last day.")
        ticked = zip(self.ticks, self._week, strict=True)
        chosen = {one.weekday() for tick, one in ticked if tick.isChecked()}
        return repeat_days(self._book, self._call, chosen, self.until.value)
