"""The rows of the history as a Qt model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from castapp.ui.screens.history.present import DayRow, EntryRow
from castapp.ui.widgets.cells import Group, Role

HEADS = ("Time", "What", "Who", "")
_Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """Days as heading rows, entries below them; the key is the entry's sequence."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[DayRow | EntryRow] = []

    def show_rows(self, rows: Sequence[DayRow | EntryRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], DayRow):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, DayRow):
            return _of_day(row, index.column(), role)
        return _of_entry(row, index.column(), role)


def _of_day(row: DayRow, column: int, role: int) -> object:
    if role == Role.GROUP and column == 0:
        return Group(row.words, row.count)
    if role == Qt.ItemDataRole.DisplayRole and column == 0:
        return row.words
    return None


def _of_entry(row: EntryRow, column: int, role: int) -> object:
    if role == Role.KEY and column == 0:
        return str(row.sequence)
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return (row.time, row.what, row.author, row.state)[column]
    if role == Role.TONE:
        quiet = column != 1 or bool(row.state)
        return "t2" if quiet else "t1"
    if role == Role.WEIGHT and column == 1:
        return 500
    return None
