"""The strip under the grid that says what a change would do, before it is made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.casting.preview import Words
from castapp.ui.widgets.bar import Bar
from castapp.ui.widgets.button import TOOL_HEIGHT, Button
from castapp.ui.widgets.label import Label

_ONE, _TWO = 32, 46


class FollowBar(Bar):
    """Two lines at most. Hidden while there is nothing to say. `cast_wanted` is of its button."""

    cast_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_ONE, "panel", line="line2", at_top=True)
        self._first = Label("", fonts.TABLE, "t1")
        self._second = Label("", fonts.TABLE, "t2")
        self.cast = Button("New cast", "plus", height=TOOL_HEIGHT)
        self.cast.clicked.connect(self.cast_wanted)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._first)
        lines.addWidget(self._second)
        row = QHBoxLayout(self)
        row.setContentsMargins(42, 6, 16, 6)
        row.addLayout(lines, 1)
        row.addWidget(self.cast, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_words(self, words: Words, *, offers_cast: bool = False) -> None:
        """Say this; nothing hides the strip. It may offer to make a cast."""
        first, second = words
        self._first.setText(first)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self.setAccessibleName(" ".join(words).strip())
        self.setFixedHeight(_TWO if second else _ONE)
        self.cast.setVisible(offers_cast)
        self.setVisible(bool(first))

    @property
    def words(self) -> Words:
        """What is said now."""
        return self._first.text(), self._second.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        signal = theme.current().findings["note"]
        icons.paint_icon(QPainter(self), signal.icon, signal.ink, 16, 8, icons.INLINE)
