"""The field on the board: what is typed, what it was read as, what it may become."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from castapp.services.calltext import LONGEST, Completion, Reading
from castapp.ui import fonts, theme
from castapp.ui.announce import say
from castapp.ui.screens.schedule.typed_call.chips import ReadChips
from castapp.ui.screens.schedule.typed_call.verdict import Verdict
from castapp.ui.screens.schedule.typed_call.words import Said
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.drawing import plate
from castapp.ui.widgets.label import Label

WIDTH, MOST, ROW = 400, 5, 24
TALLEST = 260
"""Room below a place that holds the field with all it may come to say."""
Read = Callable[[str], tuple[Reading, Said]]


class CallField(QFrame):
    """`made` carries the reading, and whether what was not understood goes into the note;
    `closed` says that the field has gone.
    """

    made = Signal(object, bool)
    closed = Signal()

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._box = QRect()
        self._read: Read = _nothing
        self._reading = Reading("")
        self._words = Said()
        self._refused = ""
        self.line = _Line(self)
        self.line.setAccessibleName("The call in words")
        self.line.setPlaceholderText("giselle II wilis 1st + 2nd cast, 14.00–15.15, coach")
        self.line.setMaxLength(LONGEST)
        self.chips = ReadChips(WIDTH)
        self.chips.switched.connect(self._put)
        self.outcome = Label("", fonts.TABLE, "t2", wrap=True)
        self.cost = Label("", fonts.TABLE, "t2", wrap=True)
        self.trouble = Label("", fonts.TABLE, "hard", wrap=True)
        self.offers = QListWidget()
        self.offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offers.setAccessibleName("What the word may become")
        self.offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offers.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offers.setStyleSheet("background: transparent")
        self.offers.itemClicked.connect(lambda _item: self.complete())
        self.make = Button("Make the call", "check", Kind.QUIET)
        self.make.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.make.clicked.connect(self.take)
        self.line.textChanged.connect(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for part in (
            self.line,
            self.chips,
            self.outcome,
            self.cost,
            self.trouble,
            self.offers,
            self.make,
        ):
            column.addWidget(part)
        self.hide()

    @property
    def text(self) -> str:
        """What has been typed."""
        return self.line.text()

    def open(self, read: Read, text: str, box: QRect) -> None:
        """Open under (or over) a place of the ground, with the first letters typed."""
        self._read = read
        self._refused = ""
        self._box = box
        self.show_cost(Verdict())
        self.line.setText(text)
        self._typed(text)
        self.show()
        self.raise_()
        self._settle()
        self.line.setFocus()
        self.line.end(False)

    def go_on(self, text: str) -> None:
        """Come back to what is being typed, with more of it."""
        self.line.setFocus()
        self.line.end(False)
        self.line.insert(text)

    def show_cost(self, told: Verdict) -> None:
        """Say what the call would break or cost; aloud if it is against a rule."""
        if told.words == self.cost.text():
            return
        self.cost.set_tone(told.severity if told.severity in ("hard", "breach") else "t2")
        self.cost.setText(told.words)
        self.cost.setVisible(bool(told.words))
        self.line.setAccessibleDescription(self._spoken())
        if told.severity in ("hard", "breach"):
            say(self.line, told.words)
        self._settle()

    def close_up(self) -> None:
        """Go away; what was typed is left."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def take(self) -> None:
        """Make the call; what was not understood is said first, and kept the second time."""
        reading = self._reading
        amiss = reading.call is None or bool(reading.unread)
        if amiss and (reading.call is None or self._refused != reading.text):
            self._refused = reading.text
            self._say(self._words)
            say(self.line, self.trouble.text())
            return
        self.made.emit(reading, bool(reading.unread))

    def complete(self) -> bool:
        """Put in the completion that is marked. False if there is none."""
        row = self.offers.currentRow()
        offered = self._reading.completions
        if self.offers.isHidden() or not 0 <= row < len(offered):
            return False
        self._put(offered[row])
        return True

    def _put(self, one: Completion) -> None:
        """Write a completion where it belongs."""
        text = self.line.text()
        self.line.setText(f"{text[: one.start]}{one.text} {text[one.end :].lstrip()}")

    def move_mark(self, step: int) -> None:
        """Mark another completion."""
        count = self.offers.count()
        if count:
            self.offers.setCurrentRow((self.offers.currentRow() + step) % count)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        plate(QPainter(self), self.rect(), tokens.raised, tokens.line2)

    def _typed(self, text: str) -> None:
        self._reading, words = self._read(text)
        self._say(words)
        self._offer(self._reading.completions)
        self._settle()

    def _say(self, words: Said) -> None:
        self._words = words
        self.chips.show_chips(words.chips)
        self.outcome.setText(words.outcome)
        self.outcome.setVisible(bool(words.outcome))
        trouble = words.trouble or words.warning
        if self._refused == self._reading.text and self._reading.call is not None and trouble:
            trouble += " Enter again keeps it as a note."
        self.trouble.set_tone("hard" if words.trouble else "t2")
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.line.setAccessibleDescription(self._spoken())
        self._settle()

    def _spoken(self) -> str:
        """What was read, what comes of it, what is amiss."""
        words = self._words
        parts = (words.read, words.outcome, self.cost.text(), self.trouble.text())
        return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)

    def _offer(self, offered: Sequence[Completion]) -> None:
        self.offers.clear()
        shown = offered[:MOST]
        for one in shown:
            item = QListWidgetItem(f"{one.text}   {one.detail}" if one.detail else one.text)
            item.setSizeHint(QSize(0, ROW))
            self.offers.addItem(item)
        self.offers.setVisible(bool(shown))
        self.offers.setFixedHeight(len(shown) * ROW + 4)
        if shown:
            self.offers.setCurrentRow(0)

    def _settle(self) -> None:
        """Stand below the place, or above it where there is more room; growing, it stays there."""
        ground, box = self._ground, self._box
        width = min(WIDTH, ground.width() - 8)
        self.chips.set_room(width - 16)
        self.setFixedWidth(width)
        self.adjustSize()
        below = ground.height() - box.bottom()
        if below >= TALLEST or below >= box.top():
            top = min(box.bottom() + 6, ground.height() - self.height() - 4)
        else:
            top = box.top() - self.height() - 6
        top = max(4, top)
        left = max(4, min(box.left(), ground.width() - width - 4))
        self.move(left, top)


class _Line(QLineEdit):
    def __init__(self, field: CallField) -> None:
        super().__init__(field)
        self._field = field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._field.take()
        elif key == Qt.Key.Key_Escape:
            self._field.close_up()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._field.move_mark(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab puts the marked completion in."""
        return True if forward and self._field.complete() else super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
            self._field.close_up()


def _nothing(text: str) -> tuple[Reading, Said]:
    return Reading(text), Said()
