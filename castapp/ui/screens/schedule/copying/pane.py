"""The inspector's pane of copying: where to, what would clash, all of it or without those."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.ui.screens.schedule.copying.preview import CopyWords, calls_words, rest_words
from castapp.ui.screens.schedule.copying.told import Told
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.calendar import DayField
from castapp.ui.widgets.choice import Tick
from castapp.ui.widgets.field import Field, Section


class CopyPane(QWidget):
    """`asked` carries the day to copy to and whether as tentative; `taken` whether the clashing
    ones come too; `left` ends it.
    """

    asked = Signal(object, bool)
    taken = Signal(bool)
    left = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.day = DayField(today, "Copy to")
        self.tentative = Tick("as tentative")
        self._field = Field("To the day, or the week it lies in", self.day)
        self._what = Section()
        self._told = Told()
        self.all = Button("Copy", "copy")
        self.without = Button("Copy without those that clash")
        back = Button("Leave it", kind=Kind.LINK)
        self._possible = False
        self.day.refused.connect(lambda _sentence: self._open_ways())
        self.day.committed.connect(lambda _day: self._ask())
        self.tentative.clicked.connect(lambda _on: self._ask())
        self.all.clicked.connect(lambda: self.taken.emit(True))
        self.without.clicked.connect(lambda: self.taken.emit(False))
        back.clicked.connect(self.left)
        self._what.add(self._field, self.tentative)
        ways = Section()
        ways.add(self.all, self.without)
        ways.add_row(back, QWidget(), stretches=(0, 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._what, self._told, ways):
            column.addWidget(part)

    def show_copy(self, target: date, words: CopyWords) -> None:
        """Show what copying to a day would do."""
        self.day.show_value(target)
        self._field.refuse("")
        self._told.show_words(words)
        clash = f", {words.clashing} as tentative" if words.clashing else ""
        self.all.set_text(f"Copy {calls_words(words.count)}{clash}")
        self._possible = words.count > 0
        self._open_ways()
        rest = words.count - words.clashing
        self.without.set_text(f"Copy {rest_words(rest)}")
        self.without.setVisible(0 < rest < words.count)

    def wait(self, words: str) -> None:
        """Say what is being worked out; nothing can be copied until then."""
        self._field.refuse("")
        self._told.show_waiting(words)
        self._possible = False
        self._open_ways()
        self.without.hide()

    def refuse(self, sentence: str) -> None:
        """Say why this day cannot be."""
        self._field.refuse(sentence)
        self._told.hide()
        self._possible = False
        self._open_ways()
        self.without.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open_ways(self) -> None:
        """Nothing is copied while the day typed cannot be read."""
        possible = self._possible and not self.day.refusing
        self.all.setEnabled(possible)
        self.without.setEnabled(possible)

    def _ask(self) -> None:
        if self.day.value is not None and not self.day.refusing:
            self.asked.emit(self.day.value, self.tentative.isChecked())
