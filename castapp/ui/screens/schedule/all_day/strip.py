"""The all-day lines of the day shown, as chips above the board."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.calls import Call
from castapp.ui import theme
from castapp.ui.screens.schedule.all_day.lines import DayLine
from castapp.ui.widgets.chip import ChipFlow, ChipText


class DayLines(QWidget):
    """`opened` carries the record of a line that was pressed; `removed` a call to take away."""

    opened = Signal(object)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, DayLine] = {}
        self.chips = ChipFlow("All day")
        self.chips.activated.connect(lambda key: self.opened.emit(self._lines[key].ref))
        self.chips.removed.connect(self.removed)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 5)
        column.addWidget(self.chips)
        self.hide()

    def show_lines(self, lines: Sequence[DayLine]) -> None:
        """Show these; without any it takes no room."""
        self._lines = {line.ref.id: line for line in lines}
        self.chips.show_chips([
            ChipText(line.ref.id, line.text, line.icon, removable=line.ref.kind is Call)
            for line in lines
        ])  # fmt: skip
        self.setVisible(bool(lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), tokens.panel)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
