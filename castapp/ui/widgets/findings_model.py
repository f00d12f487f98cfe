"""The Qt model over findings in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from castapp.ui.finding_rows import FindingRow
from castapp.ui.widgets.tips import plain_tip

_Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class FindingsModel(QAbstractTableModel):
    """Rows of findings; the delegate takes the row itself from ROW_ROLE."""

    COLUMNS = ("", "Kind", "Who", "When", "What", "Clause", "Do")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FindingRow] = []

    @property
    def rows(self) -> list[FindingRow]:
        """The rows shown."""
        return self._rows

    def show_rows(self, rows: Sequence[FindingRow]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            what = f"{row.what} – {row.accepted}" if row.accepted else row.what
            cells = ("", row.kind, row.who, row.when, what, row.clause, row.action)
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.sentence
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip("\n".join(part for part in (row.what, row.accepted) if part))
        return None
