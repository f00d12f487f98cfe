"""The inspector's pane of several calls: what they are in time order, and what is done to all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.services.together import change_calls, copy_calls, shift_calls, unplace_calls
from castapp.ui import fonts, icons, theme
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.called_choices import COACHES, people_with
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.several_facts import in_time_order, sums
from castapp.ui.screens.schedule.traces import Trace
from castapp.ui.widgets.button import Button
from castapp.ui.widgets.calendar import DayField
from castapp.ui.widgets.drawing import focus_ring, words
from castapp.ui.widgets.field import Field, Section
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.pick import Option, PickField, finder_of

LISTED, ROW = 40, 20
STEP = 15


class SeveralPane(QWidget):
    """Each button is one step for all of the calls. `opened` carries a record to show alone."""

    opened = Signal(str)

    def __init__(self, context: ScreenContext, again: Callable[[], None]) -> None:
        """`again` shows the book's own values anew when an edit was put back."""
        super().__init__()
        self._context = context
        self._again = again
        self._calls: tuple[str, ...] = ()
        self._listed = Section("Together")
        self._gone = Section("Taken out since it was posted")
        self.firm, self.tentative = Button("Firm"), Button("Tentative")
        self.tray = Button("To the tray")
        self.earlier = Button(f"{STEP} min earlier")
        self.later = Button(f"{STEP} min later")
        self.coach = PickField(finder_of(()), name="Coach of all")
        self.day = DayField(context.today, "Copy to", optional=True)
        self._refusal = Field("Copy to", self.day)
        self._ways = Section("All of them")
        self._lay_out()
        self._connect()

    def show_cards(self, book: Book, cards: Sequence[Card], gone: Sequence[Trace] = ()) -> None:
        """Show these in time order; `gone` are those taken out that belong with them."""
        ordered = in_time_order(cards)
        self._calls = tuple(card.id for card in ordered if card.is_call)
        days = len({card.stand.day for card in ordered}) > 1
        self._listed.clear()
        self._listed.set_heading("Together", sums(book, ordered))
        self._listed.add(*(_CardRow(card, self, day=days) for card in ordered[:LISTED]))
        if len(ordered) > LISTED:
            self._listed.add(Label(f"and {len(ordered) - LISTED} more", fonts.TABLE, "t2"))
        self._gone.clear()
        self._gone.add(*(Label(one.words, fonts.TABLE, "t2", wrap=True) for one in gone))
        self._gone.setVisible(bool(gone))
        self._ways.setVisible(bool(self._calls))
        self._show_ways(book)

    def _show_ways(self, book: Book) -> None:
        calls = [book.get(Call, one) for one in self._calls]
        self.firm.setEnabled(any(call.state != "firm" for call in calls))
        self.tentative.setEnabled(any(call.state != "tentative" for call in calls))
        self.tray.setEnabled(any(call.studio_id is not None for call in calls))
        coaches = [Option(one.id, one.name) for one in people_with(book, COACHES)]
        leads = {call.lead_id for call in calls}
        one = leads.pop() if len(leads) == 1 else None
        self.coach.set_finder(finder_of(coaches))
        self.coach.show_option(next((each for each in coaches if each.key == one), None))
        self.coach.setPlaceholderText("several" if leads else "")
        self.day.show_value(None)
        self._refusal.refuse("")

    def _lay_out(self) -> None:
        self._ways.add_row(self.firm, self.tentative, self.tray, QWidget(), stretches=(0, 0, 0, 1))
        self._ways.add_row(self.earlier, self.later, QWidget(), stretches=(0, 0, 1))
        self._ways.add_row(Field("Coach", self.coach), self._refusal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._ways, self._listed, self._gone):
            column.addWidget(part)

    def _connect(self) -> None:
        self.firm.clicked.connect(lambda: self._change(state="firm"))
        self.tentative.clicked.connect(lambda: self._change(state="tentative"))
        self.tray.clicked.connect(lambda: self._do(unplace_calls))
        self.earlier.clicked.connect(lambda: self._shift(-STEP))
        self.later.clicked.connect(lambda: self._shift(STEP))
        self.coach.picked.connect(lambda key: self._change(lead_id=key or None))
        self.day.committed.connect(self._copy)

    def _change(self, **fields: object) -> None:
        self._do(lambda book, calls: change_calls(book, calls, **fields))

    def _shift(self, minutes: int) -> None:
        self._do(lambda book, calls: shift_calls(book, calls, minutes))

    def _copy(self, day: date | None) -> None:
        if day is not None:
            self._do(lambda book, calls: copy_calls(book, calls, day), said=True)

    def _do(self, make: Callable[[Book, Sequence[str]], Edit], *, said: bool = False) -> None:
        """Commit one step for all; `said` tells it, where nothing of it is seen here."""
        try:
            edit = make(self._context.book, self._calls)
        except Invalid as wrong:
            self._context.say(str(wrong))
            return
        if not edit:
            return
        tell = (lambda: self._context.say(f"{edit.label}: done.")) if said else None
        self._context.commit(edit, written=tell, put_back=self._again)


class _CardRow(QPushButton):
    """One of them: when, what, where, and the sign of what is found. Pressed, it stands alone."""

    def __init__(self, card: Card, pane: SeveralPane, *, day: bool) -> None:
        super().__init__()
        self._card = card
        when = f"{card.stand.day:%a} {card.time}" if day else card.time
        self._when = when
        self.setAccessibleName(card.spoken)
        self.setFixedHeight(ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: pane.opened.emit(card.id))

    def sizeHint(self) -> QSize:
        return QSize(120, ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter, card = theme.current(), QPainter(self), self._card
        if self.underMouse():
            painter.fillRect(self.rect(), tokens.sel)
        spine = tokens.pair(card.text.colour).spine if card.text.colour else tokens.line2
        painter.fillRect(QRect(0, 3, 3, ROW - 6), spine)
        room = self.rect().adjusted(8, 0, 0, 0)
        face = fonts.font(fonts.TABLE, figures=True)
        taken = words(painter, room, self._when, face, tokens.t2)
        room.setLeft(room.left() + taken + 8)
        signal = tokens.findings.get(card.severity) if card.severity != "note" else None
        if signal is not None:
            right = room.right() - icons.INLINE
            icons.paint_icon(painter, signal.icon, signal.ink, right, 3, icons.INLINE)
            room.setRight(right - 6)
        face, right_side = fonts.font(fonts.LABEL), Qt.AlignmentFlag.AlignRight
        taken = words(painter, room, card.place, face, tokens.t2, right_side)
        room.setRight(room.right() - taken - 8)
        title = f"{card.title} (tentative)" if card.tentative else card.title
        words(painter, room, title, fonts.font(fonts.TABLE), tokens.t1)
        if self.hasFocus():
            focus_ring(painter, self.rect())
