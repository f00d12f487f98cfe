"""What all pages of the settings share: a heading, cards of fields, and the way to the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from castapp.ui import fonts, theme
from castapp.ui.widgets.beside import beside
from castapp.ui.widgets.drawing import plate
from castapp.ui.widgets.label import Label
from castapp.ui.writing import Writer

if TYPE_CHECKING:
    from castapp.domain.book import Book
    from castapp.ui.screen import ScreenContext

WIDE = 760


class Card(QWidget):
    """A framed group of fields with a heading."""

    def __init__(self, heading: str = "", about: str = "") -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 20)
        self._column.setSpacing(12)
        self.heading = Label(heading, fonts.BODY, weight=600)
        self.setAccessibleName(heading)
        if heading:
            self._column.addWidget(self.heading)
        if about:
            self._column.addWidget(Label(about, fonts.TABLE, "t2", wrap=True))

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below one another."""
        for widget in widgets:
            self._column.addWidget(widget)

    def add_row(self, *widgets: QWidget, stretches: tuple[int, ...] = ()) -> None:
        """Put widgets beside one another, at the left, or sharing the width by `stretches`."""
        self._column.addWidget(beside(*widgets, stretches=stretches))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        plate(QPainter(self), self.rect(), tokens.surface, tokens.line)


class Page(QScrollArea):
    """One section of the settings. `show_book` shows the book; `write` carries a change to it."""

    def __init__(self, context: ScreenContext, heading: str, about: str = "") -> None:
        super().__init__()
        self.context = context
        self.write = Writer(context, self.put_back)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(heading)
        inside = _Inside()
        inside.setMaximumWidth(WIDE)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(32, 24, 32, 32)
        self._column.setSpacing(16)
        self._column.addWidget(Label(heading, fonts.EMPTY))
        if about:
            self._column.addWidget(Label(about, fonts.BODY, "t2", wrap=True))
        self._column.addStretch(1)
        self.setWidget(inside)

    def show_book(self, book: Book) -> None:
        """Show what the book says."""
        raise NotImplementedError

    def put_back(self) -> None:
        """Show what is kept instead of what was typed."""
        self.show_book(self.context.book)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below those there are."""
        for widget in widgets:
            self._column.insertWidget(self._column.count() - 1, widget)


class _Inside(QWidget):
    """What scrolls: as high as its words are at the width it has, and no higher."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


def foot_aligned(button: QWidget) -> QWidget:
    """A button set low enough to stand beside a field with its label above."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 18, 0, 0)
    column.addWidget(button)
    return holder
