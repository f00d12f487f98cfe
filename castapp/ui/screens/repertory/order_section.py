"""Where a section or a role stands among the others: moved, followed by a new one, removed."""

from __future__ import annotations

from PySide6.QtCore import Signal

from castapp.ui.widgets.beside import beside
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.field import Section


class OrderSection(Section):
    """`moved` carries -1 or 1; `added` asks for a new one after it; `removed` takes it away."""

    moved = Signal(int)
    added = Signal()
    removed = Signal()

    def __init__(self, heading: str, before: str, after: str, new: str) -> None:
        """`before` and `after` are the words of the two moves, `new` those for a further one."""
        super().__init__(heading)
        back = Button(before, "chevron-up", name=f"Move it {before.lower()} (Alt+Up)")
        on = Button(after, "chevron-down", name=f"Move it {after.lower()} (Alt+Down)")
        back.clicked.connect(lambda: self.moved.emit(-1))
        on.clicked.connect(lambda: self.moved.emit(1))
        add = Button(new, "plus")
        add.clicked.connect(self.added)
        gone = Button("Remove", "trash-2", Kind.QUIET)
        gone.clicked.connect(self.removed)
        self.add(beside(back, on), add, gone)
