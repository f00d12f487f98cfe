"""The middle: the people for the gap chosen, the locks, and what to lock next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.ui import fonts
from castapp.ui.screens.cover.asking import KEEP, LEAVE_OUT, MUST
from castapp.ui.screens.cover.model import RowList, RowModel
from castapp.ui.screens.cover.people_rows import CASTED, COULD, PersonRow
from castapp.ui.screens.cover.person_paint import PersonDelegate
from castapp.ui.widgets.bar import Bar
from castapp.ui.widgets.button import TOOL_HEIGHT, Button, Kind
from castapp.ui.widgets.chip import ChipFlow, ChipText
from castapp.ui.widgets.label import Label

RANKED = "Covers first, then who has danced it, then who knows it; fewest moved first."


class Middle(QWidget):
    """`lock_wanted` carries a kind and the key of a person's row; `lock_removed` a lock's key."""

    lock_wanted = Signal(str, str)
    lock_removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Who could")
        self.model = RowModel[PersonRow](self)
        self.people = RowList("Who could")
        self.people.setModel(self.model)
        self.people.setItemDelegate(PersonDelegate(self.people))
        self.people.chosen.connect(lambda _key: self._offer())
        self.locks = ChipFlow("Locks")
        self.locks.removed.connect(self.lock_removed)
        self.locks.activated.connect(self.lock_removed)
        self._title = Label("", weight=600)
        self._count = Label("", tone="t2")
        self.must = Button("Must dance it", "lock", Kind.QUIET, height=TOOL_HEIGHT)
        self.leave_out = Button("Leave out", "x", Kind.QUIET, height=TOOL_HEIGHT)
        self.keep = Button("Keep in place", "pin", Kind.QUIET, height=TOOL_HEIGHT)
        for kind, button in ((MUST, self.must), (LEAVE_OUT, self.leave_out), (KEEP, self.keep)):
            button.clicked.connect(lambda _=False, kind=kind: self._lock(kind))
        self._lay_out()
        self._offer()

    def show_people(self, title: str, count: str, rows: Sequence[PersonRow]) -> None:
        """Show who could take a gap; the line chosen stays chosen."""
        self._title.setText(title)
        self._count.setText(count)
        self.people.show_rows(self.model, rows, self.people.key)
        self._offer()

    def show_locks(self, locks: Sequence[tuple[str, str]]) -> None:
        """Show the locks as chips that can be taken away."""
        chips = [ChipText(key, words, "lock", removable=True) for key, words in locks]
        self.locks.show_chips(chips)
        self._locked.setVisible(bool(chips))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.people.scheduleDelayedItemsLayout()

    def unlock(self) -> bool:
        """Take the lock away that has the keyboard. False if none has it."""
        focused = next((one for one in self.locks.chips() if one.hasFocus()), None)
        if focused is not None:
            self.lock_removed.emit(focused.chip.key)
        return focused is not None

    @property
    def person_id(self) -> str:
        """Who is chosen, "" for nobody."""
        row = self.model.row_of(self.people.key)
        return self.model.lines[row].person_id if row >= 0 else ""

    def _lay_out(self) -> None:
        head = Bar(36, line="line2")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._count, 1)
        self._locked = QWidget()
        flow = QVBoxLayout(self._locked)
        flow.setContentsMargins(16, 7, 16, 7)
        flow.addWidget(self.locks)
        foot = Bar(36, at_top=True)
        across = QHBoxLayout(foot)
        across.setContentsMargins(8, 1, 16, 0)
        across.setSpacing(2)
        for button in (self.must, self.leave_out, self.keep):
            across.addWidget(button)
        across.addSpacing(8)
        right = Qt.AlignmentFlag.AlignRight
        across.addWidget(Label(RANKED, fonts.LABEL, "t2", align=right), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._locked)
        column.addWidget(self.people, 1)
        column.addWidget(foot)

    def _offer(self) -> None:
        row = self.model.row_of(self.people.key)
        line = self.model.lines[row] if row >= 0 else None
        is_person = line is not None and bool(line.person_id)
        self.must.setEnabled(is_person and line is not None and line.kind == COULD)
        self.leave_out.setEnabled(is_person and line is not None and line.kind in (COULD, CASTED))
        self.keep.setEnabled(is_person)

    def _lock(self, kind: str) -> None:
        if self.person_id:
            self.lock_wanted.emit(kind, self.person_id)
