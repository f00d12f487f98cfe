"""One restriction in the inspector: icon, words, its number if it has one, a cross."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from castapp.domain.availability import COUNTED, Restriction
from castapp.ui import fonts, icons, theme
from castapp.ui.screens.health.limits import ICONS, around
from castapp.ui.widgets.button import icon_button
from castapp.ui.widgets.drawing import focus_ring
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.typed import NumberField

HEIGHT = 32
MOST = {"pointe_minutes": 600, "hours_a_day": 16, "consecutive_minutes": 600, "shows_a_week": 14}


class LimitRow(QWidget):
    """`removed` on the cross, Del or Backspace; `counted` carries another number."""

    removed = Signal(str)
    counted = Signal(str, int)

    def __init__(self, restriction: Restriction) -> None:
        super().__init__()
        self.restriction = restriction
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{restriction.words}, can be removed with Delete")
        before, after = around(restriction.code)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 0, 1)
        row.setSpacing(6)
        row.addWidget(Label(before))
        self.number: NumberField | None = None
        if restriction.code in COUNTED:
            self.number = NumberField(f"{before} … {after}", 1, MOST[restriction.code])
            self.number.setFixedWidth(48)
            self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.number.show_value(round(restriction.amount))
            self.number.committed.connect(
                lambda value: self.counted.emit(self.restriction.code, value)
            )
            row.addWidget(self.number)
            row.addWidget(Label(after))
        row.addStretch(1)
        cross = icon_button("x", f"Take away: {restriction.words}")
        cross.clicked.connect(lambda: self.removed.emit(self.restriction.code))
        row.addWidget(cross)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.restriction.code)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), tokens.line)
        icons.paint_icon(painter, ICONS[self.restriction.code], tokens.t2, 0, 7)
        if self.hasFocus():
            focus_ring(painter, self.rect())


def said_plainly(text: str) -> Label:
    """A quiet sentence where there is nothing to list."""
    return Label(text, fonts.TABLE, "t2", wrap=True)
