"""The board of participation as a Qt model: heading rows and dancers."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from castapp.ui.screens.health.board import STATUS_ORDER, Board, Row
from castapp.ui.widgets.cells import Group
from castapp.ui.widgets.cells import Role as Cell
from castapp.ui.widgets.chip import ChipText
from castapp.ui.widgets.marks import STATUS_WORDS

COLUMNS = ("Dancer", "Not allowed", "Since", "Review", "Touches, 14 days")
DANCER, LIMITS, SINCE, REVIEW, TOUCHES = range(5)

_Index = QModelIndex | QPersistentModelIndex
_ASIDES = {"modified": "matched to what each section demands"}


class BoardModel(QAbstractTableModel):
    """Rows of dancers under a heading for each status that somebody has."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row | Group] = []

    def show_board(self, board: Board) -> None:
        """Show this board instead."""
        self.beginResetModel()
        self._rows = []
        for status in STATUS_ORDER[:-1]:
            under = [row for row in board.rows if row.status == status]
            if under:
                aside = _ASIDES.get(status, "")
                head = Group(STATUS_WORDS[status], str(len(under)), status, aside)
                self._rows.extend((head, *under))
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return COLUMNS[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, Group):
            if role == Cell.GROUP:
                return row
            return row.text if role == Qt.ItemDataRole.DisplayRole else None
        return _cell(row, index.column(), role)


def _cell(row: Row, column: int, role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return (row.name, row.plain, row.since, row.review, row.touches)[column]
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return row.words if column == DANCER else None
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return int(Qt.AlignmentFlag.AlignRight) if column == TOUCHES else None
    if column == DANCER:
        return _dancer(row).get(role)
    if column == LIMITS and role == Cell.CHIPS and row.limits:
        return [ChipText(one.code, one.text, one.icon) for one in row.limits]
    return _DUE.get(role) if column == REVIEW and row.due else None


def _dancer(row: Row) -> dict[int, object]:
    return {
        Cell.KEY: row.person_id,
        Cell.STATUS: row.status,
        Cell.DETAIL: row.rank,
        Cell.WEIGHT: 500,
    }


_DUE: dict[int, object] = {Cell.TONE: "breach", Cell.WEIGHT: 600}
