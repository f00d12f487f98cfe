"""The people of a day as a Qt list, and how each is read out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from castapp.ui.screens.schedule.people.rows import PeopleView, PersonRow

Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractListModel):
    """Ranks and people; a rank cannot be selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[PersonRow, ...] = ()
        self._numbers: dict[str, int] = {}

    def show_view(self, view: PeopleView) -> None:
        """Show these rows; those that stay the same are left alone."""
        before, after = self.rows, view.rows
        if [row.person_id for row in before] == [row.person_id for row in after]:
            self.rows = after
            for number, (old, new) in enumerate(zip(before, after, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(number), self.index(number))
            return
        self.beginResetModel()
        self.rows = after
        self._numbers = {row.person_id: n for n, row in enumerate(after) if row.person_id}
        self.endResetModel()

    def row(self, index: Index) -> PersonRow | None:
        """The row at an index, None for none."""
        return self.rows[index.row()] if index.isValid() else None

    def number_of(self, person_id: str) -> int | None:
        """The row of a person, None if they are not shown."""
        return self._numbers.get(person_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        enabled = Qt.ItemFlag.ItemIsEnabled
        return enabled | Qt.ItemFlag.ItemIsSelectable if row.person_id else enabled

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None
