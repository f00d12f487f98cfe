"""The all-day lines of the day shown, as chips above the board."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from castapp.domain.calls import Call
from castapp.ui import theme
from castapp.ui.screens.schedule.all_day.lines import MADE, DayLine
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.chip import HEIGHT, ChipFlow, ChipText


class DayLines(QWidget):
    """`opened` carries the record of a line that was pressed; `removed` a call to take away;
    `wanted` the kind of a line to be made.
    """

    wanted = Signal(str)
    opened = Signal(object)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, DayLine] = {}
        self.chips = ChipFlow("All day")
        self.chips.activated.connect(lambda key: self.opened.emit(self._lines[key].ref))
        self.chips.removed.connect(self.removed)
        self.add = Button("All day", "plus", Kind.LINK, height=HEIGHT)
        self.add.setAccessibleName("Add a travel day, a free day or a fitting list")
        self.add.setToolTip("Travel day, free day, fitting list")
        self.add.clicked.connect(self._ask)
        self.chips.set_tail(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 5)
        column.addWidget(self.chips)
        self.hide()

    def show_lines(self, lines: Sequence[DayLine]) -> None:
        """Show these, and the sign that makes another."""
        self._lines = {line.ref.id: line for line in lines}
        self.chips.show_chips([
            ChipText(line.ref.id, line.text, line.icon, removable=line.ref.kind is Call,
                     does="shows it in the inspector")
            for line in lines
        ])  # fmt: skip
        self.show()

    def _ask(self) -> None:
        """Which kind of line is to be made."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, name in MADE:
            action = menu.addAction(name)
            action.triggered.connect(lambda _=False, kind=kind: self.wanted.emit(kind))
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), tokens.panel)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
