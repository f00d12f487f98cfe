"""The empty state: what belongs here, and the one button that starts it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.widgets.bar import Rule
from castapp.ui.widgets.button import LARGE_HEIGHT, Button, Kind
from castapp.ui.widgets.drawing import plate
from castapp.ui.widgets.label import Label

WIDTH = 476


class EmptyState(QWidget):
    """A card that teaches. `started` is the filled button, `chosen` one of the further ways."""

    started = Signal()
    chosen = Signal(str)

    def __init__(
        self,
        icon: str,
        heading: str,
        text: str,
        button: str = "",
        *,
        button_icon: str = "plus",
        aside: str = "",
        ways: tuple[tuple[str, str, str, str], ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`ways` are further starts: key, icon, link words, explanation."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self.setFixedWidth(WIDTH)
        self._heading = Label(heading, fonts.EMPTY, wrap=True)
        self._text = Label(text, fonts.BODY, "t2", wrap=True)
        self._start = Button(button, button_icon, Kind.FILLED, height=LARGE_HEIGHT)
        self._start.clicked.connect(self.started)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(8)
        column.addWidget(_Sign(icon))
        column.addSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._text)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._start)
        row.addWidget(Label(aside, fonts.BODY, "t2"), 1)
        if button:
            column.addLayout(row)
        if ways:
            column.addSpacing(8)
            column.addWidget(Rule(tone="line"))
            column.addSpacing(4)
        for way in ways:
            column.addLayout(self._way(*way))

    def sizeHint(self) -> QSize:
        """As high as its wrapped words need in its width."""
        layout = self.layout()
        return QSize(WIDTH, layout.heightForWidth(WIDTH) if layout is not None else 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """No: its width is fixed, while a layout would ask with the width of the whole page."""
        return False

    def say(self, heading: str, text: str) -> None:
        """Change the words."""
        self._heading.setText(heading)
        self._text.setText(text)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        plate(QPainter(self), self.rect(), tokens.surface, tokens.line2)

    def _way(self, key: str, icon: str, link: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        button = Button(link, kind=Kind.LINK)
        button.setFont(fonts.font(fonts.BODY, 600))
        button.clicked.connect(lambda: self.chosen.emit(key))
        row.addWidget(_Sign(icon, 16))
        row.addWidget(button)
        row.addWidget(Label(text, fonts.BODY, "t2"), 1)
        return row


def stacked(parent: QWidget, filled: QWidget, state: EmptyState) -> QStackedLayout:
    """Page 0 of the parent: what is filled; page 1, while it is empty: the card, above the middle.

    The layout made is the parent's.
    """
    page = QWidget()
    column = QVBoxLayout(page)
    column.addStretch(1)
    column.addWidget(state, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(2)
    stack = QStackedLayout(parent)
    stack.addWidget(filled)
    stack.addWidget(page)
    return stack


class _Sign(QWidget):
    def __init__(self, icon: str, size: int = 24) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint_icon(painter, self._icon, theme.current().t3, 0, 0, self.width())
