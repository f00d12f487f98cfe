"""The heat map as a Qt model: a row a dancer, a column a day, then the sum and the word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from castapp.ui.reading import short_day
from castapp.ui.screens.workload.present import HeatRow
from castapp.ui.widgets.cells import Role
from castapp.ui.widgets.tips import plain_tip

_Index = QModelIndex | QPersistentModelIndex


class HeatModel(QAbstractTableModel):
    """Column 0 is the name; the days follow in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[HeatRow, ...] = ()
        self.days: list[date] = []

    def show_rows(self, rows: Sequence[HeatRow], days: Sequence[date]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.days = list(days)
        self.endResetModel()

    def row_of(self, person_id: str) -> HeatRow | None:
        """Somebody's row, if it is shown."""
        return next((row for row in self.rows if row.person_id == person_id), None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.days) + 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        if 1 <= section <= len(self.days):
            return short_day(self.days[section - 1])
        if section == 0:
            return "Dancer"
        return "7 days" if section == len(self.days) + 1 else "against the week before"

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(str(self.data(index, Qt.ItemDataRole.AccessibleTextRole)))
        row, column = self.rows[index.row()], index.column()
        if role == Role.KEY:
            return row.person_id if column == 0 else None
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        if role != Qt.ItemDataRole.DisplayRole and not spoken:
            return None
        if column == 0:
            return row.words if spoken else row.name
        if column <= len(self.days):
            square = row.squares[column - 1]
            return f"{row.name}, {square.spoken}" if spoken else square.text
        return row.total if column == len(self.days) + 1 else row.word
