"""Lines of words as a Qt list: whatever has a text and says how it is read out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

LINE = int(Qt.ItemDataRole.UserRole) + 1
"""The role that answers with the line itself, for the delegate that paints it."""

_Index = QModelIndex | QPersistentModelIndex


class Line(Protocol):
    """What a list shows in a row."""

    @property
    def text(self) -> str:
        """What is written."""

    @property
    def spoken(self) -> str:
        """The whole line for a screen reader."""


L = TypeVar("L", bound=Line)


class LineModel(QAbstractListModel, Generic[L]):
    """The lines found or offered, replaced as a whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[L, ...] = ()

    def show_lines(self, lines: Sequence[L]) -> None:
        """Show these lines instead."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        return line.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
