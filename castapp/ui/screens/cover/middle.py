"""The middle: the people for the gap chosen, the locks, and what to lock next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from castapp.ui import fonts
from castapp.ui.screens.cover.asking import KEEP, LEAVE_OUT, MUST
from castapp.ui.screens.cover.conditions import CONDITIONS, conditions_words
from castapp.ui.screens.cover.model import RowList, RowModel
from castapp.ui.screens.cover.people_rows import CASTED, COULD, PersonRow
from castapp.ui.screens.cover.person_paint import PersonDelegate
from castapp.ui.widgets.bar import Bar
from castapp.ui.widgets.button import TOOL_HEIGHT, Button, Kind
from castapp.ui.widgets.chip import ChipFlow, ChipText
from castapp.ui.widgets.label import Label

LOCK_KEYS = {MUST: "M", LEAVE_OUT: "X", KEEP: "K"}
"""What locks the person chosen in the list by keyboard."""

RANKED = "Covers first, then who has danced it."
ROOMY = 620


class Middle(QWidget):
    """`lock_wanted` carries a kind and the key of a person's row; `lock_removed` a lock's key;
    `conditions_changed` comes once other candidates are wanted.
    """

    lock_wanted = Signal(str, str)
    lock_removed = Signal(str)
    conditions_changed = Signal()

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
            button.setToolTip(f"{button.text()} ({LOCK_KEYS[kind]})")
        self.filter = Button(conditions_words(()), "list-filter", Kind.QUIET, height=TOOL_HEIGHT)
        self.filter.setMenu(self._conditions())
        for kind, key in LOCK_KEYS.items():
            each = QShortcut(QKeySequence(key), self.people)
            each.setContext(Qt.ShortcutContext.WidgetShortcut)
            each.activated.connect(lambda kind=kind: self._lock_by_key(kind))
        self._lay_out()
        self._offer()

    @property
    def wanted(self) -> tuple[str, ...]:
        """The conditions set, by their keys."""
        return tuple(key for key, action in self.conditions.items() if action.isChecked())

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
        self._ranked.setVisible(self.width() >= ROOMY)

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
        row.addWidget(self.filter)
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
        self._ranked = Label(RANKED, fonts.LABEL, "t2", align=right)
        across.addWidget(self._ranked, 1)
        across.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._locked)
        column.addWidget(self.people, 1)
        column.addWidget(foot)

    def _conditions(self) -> QMenu:
        menu = QMenu(self)
        self.conditions: dict[str, QAction] = {}
        for key, (words, _) in CONDITIONS.items():
            action = QAction(words, menu)
            action.setCheckable(True)
            action.toggled.connect(self._on_conditions)
            menu.addAction(action)
            self.conditions[key] = action
        menu.addSeparator()
        everybody = QAction("All conditions", menu)
        everybody.triggered.connect(self._drop_conditions)
        menu.addAction(everybody)
        return menu

    def _drop_conditions(self) -> None:
        for action in self.conditions.values():
            action.setChecked(False)

    def _on_conditions(self) -> None:
        self.filter.set_text(conditions_words(self.wanted))
        self.filter.setAccessibleName(f"Conditions: {conditions_words(self.wanted)}")
        self.conditions_changed.emit()

    def _lock_by_key(self, kind: str) -> None:
        button = {MUST: self.must, LEAVE_OUT: self.leave_out, KEEP: self.keep}[kind]
        if button.isEnabled():
            self._lock(kind)

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
