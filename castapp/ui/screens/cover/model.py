"""Lines of which headings cannot be chosen, as a Qt list, and the view they are walked in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from castapp.ui.widgets.drawing import focus_ring, shows_focus
from castapp.ui.widgets.line_model import LINE, Line, LineModel

_Index = QModelIndex | QPersistentModelIndex


class Row(Line, Protocol):
    """A line with a key, which may be a heading."""

    @property
    def key(self) -> str:
        """What tells it from the others."""

    @property
    def choosable(self) -> bool:
        """Whether it can be chosen."""


R = TypeVar("R", bound=Row)


class RowModel(LineModel[R]):
    """Rows, replaced as a whole; headings among them are read but not chosen."""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.lines[index.row()].choosable:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def row_of(self, key: str) -> int:
        """The row with a key, -1 if there is none."""
        return next((n for n, one in enumerate(self.lines) if one.key == key), -1)


class RowList(QListView):
    """A list of rows. `chosen` carries the key of the row a person went to."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._showing = False

    @property
    def key(self) -> str:
        """The key of the row chosen, "" if none is."""
        line = cast("Row | None", self.currentIndex().data(LINE))
        return line.key if line is not None else ""

    def show_rows(self, model: RowModel[R], rows: Sequence[R], key: str) -> None:
        """Show these rows of its model with the one of a key chosen, silently."""
        if tuple(rows) == model.lines and key == self.key:
            return
        self._showing = True
        place = self.verticalScrollBar().value()
        model.show_lines(rows)
        row = model.row_of(key)
        self.setCurrentIndex(model.index(row) if row >= 0 else QModelIndex())
        self.verticalScrollBar().setValue(place)
        self._showing = False

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if not self._showing and current.isValid():
            self.chosen.emit(self.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.currentIndex().isValid() and shows_focus(self):
            focus_ring(QPainter(self.viewport()), self.visualRect(self.currentIndex()))
