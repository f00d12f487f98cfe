"""Labelled fields, and sections of them with a hairline between."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from castapp.ui import fonts, theme
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.refusal import Refusal


class Field(QWidget):
    """A label above a widget, and below it what is wrong with what was typed."""

    def __init__(self, label: str, widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.widget = widget
        self._label = Label(label, fonts.LABEL, "t3")
        self._label.setBuddy(widget)
        self._refusal = Refusal()
        if not widget.accessibleName():
            widget.setAccessibleName(label)
        self.setFocusProxy(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(widget)
        column.addWidget(self._refusal)
        column.addStretch()
        refused = getattr(widget, "refused", None)
        if refused is not None:
            refused.connect(self.refuse)

    def refuse(self, sentence: str) -> None:
        """Show a sentence under the field; an empty one takes it away."""
        self._refusal.say(sentence)
        self.widget.setAccessibleDescription(sentence)

    @property
    def refusal(self) -> str:
        """The sentence shown under the field, "" when all is well."""
        return self._refusal.text() if not self._refusal.isHidden() else ""


class Section(QWidget):
    """A part of the inspector: a small heading, an aside at its right, and what is added."""

    def __init__(self, heading: str = "", aside: str = "", ground: str = "") -> None:
        super().__init__()
        self._ground = ground
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 13)
        self._column.setSpacing(8)
        self._heading = Label(heading, fonts.LABEL, "t2")
        self._aside = Label(aside, fonts.LABEL, "t2", align=Qt.AlignmentFlag.AlignRight)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._heading, 1)
        head.addWidget(self._aside)
        self._column.addLayout(head)
        self.set_heading(heading, aside)

    def set_heading(self, heading: str, aside: str = "") -> None:
        """Change the heading's words; both empty takes the line away."""
        self._heading.setText(heading)
        self._aside.setText(aside)
        self._heading.setVisible(bool(heading or aside))
        self._aside.setVisible(bool(aside))

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below one another."""
        for widget in widgets:
            self._column.addWidget(widget)

    def add_row(self, *widgets: QWidget, stretches: tuple[int, ...] = ()) -> None:
        """Put widgets beside one another, sharing the width evenly or by `stretches`."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for place, widget in enumerate(widgets):
            row.addWidget(widget, stretches[place] if stretches else 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def clear(self) -> None:
        """Take everything but the heading away."""
        while self._column.count() > 1:
            _discard(self._column.takeAt(1))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        if self._ground:
            painter.fillRect(self.rect(), getattr(tokens, self._ground))
        painter.setPen(tokens.line)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def _discard(item: object) -> None:
    widget = item.widget()  # type: ignore[attr-defined]
    if widget is not None:
        widget.hide()
        widget.deleteLater()
        return
    layout = item.layout()  # type: ignore[attr-defined]
    while layout is not None and layout.count():
        _discard(layout.takeAt(0))
