"""The people as a Qt model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from castapp.ui.screens.company.present import GroupRow, PersonRow, Row
from castapp.ui.widgets.cells import Group, Role
from castapp.ui.widgets.marks import STATUS_WORDS
from castapp.ui.widgets.tips import plain_tip

HEADS = ("Name", "Rank or title", "Contract", "Coach or mentor", "Height", "Phone")
_NAME, _TITLE, _CONTRACT, _HEIGHT = 0, 1, 2, 4
_Index = QModelIndex | QPersistentModelIndex
_Display = Qt.ItemDataRole


class PeopleModel(QAbstractTableModel):
    """Headings and people. Where the same people stay, only rows that changed are announced."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows instead."""
        new = tuple(rows)
        if [_key(row) for row in new] != [_key(row) for row in self.rows]:
            self.beginResetModel()
            self.rows = new
            self.endResetModel()
            return
        before, self.rows = self.rows, new
        for place, (old, row) in enumerate(zip(before, new, strict=True)):
            if old != row:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(HEADS) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.rows[index.row()], GroupRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(HEADS):
            return None
        if role == _Display.DisplayRole:
            return HEADS[section]
        if role == _Display.TextAlignmentRole and section == _HEIGHT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if isinstance(row, GroupRow):
            return _of_group(row, index.column(), role)
        return _of_person(row, index.column(), role)


def _of_group(row: GroupRow, column: int, role: int) -> object:
    if column:
        return None
    if role == Role.GROUP:
        return Group(row.words, row.count)
    return row.words if role == _Display.DisplayRole else None


def _of_person(row: PersonRow, column: int, role: int) -> object:
    cells = (row.name, row.title, row.contract, row.coach, row.height, row.phone)
    if role == _Display.DisplayRole:
        return cells[column]
    if role == _Display.AccessibleTextRole:
        mark = STATUS_WORDS[row.status] if row.status and column == _NAME else ""
        return ", ".join(part for part in (cells[column], mark) if part)
    if role == _Display.ToolTipRole:
        return plain_tip(_tip(row, column, cells[column]))
    if role == _Display.TextAlignmentRole and column == _HEIGHT:
        return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if column == _NAME:
        named = {Role.KEY: row.id, Role.STATUS: row.status, Role.WEIGHT: 500}
        return named.get(Role(role)) if role in list(Role) else None
    if role == Role.TONE:
        return row.contract_tone if column == _CONTRACT else "t2" if column != _TITLE else "t1"
    if role == Role.WEIGHT and column == _CONTRACT and row.contract_tone == "breach":
        return 600
    return None


def _tip(row: PersonRow, column: int, text: str) -> str:
    if column == _NAME and row.status:
        return f"{text}: {STATUS_WORDS[row.status].lower()}"
    return text


def _key(row: Row) -> str:
    return f"#{row.words}" if isinstance(row, GroupRow) else row.id
