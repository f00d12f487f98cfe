"""The grid as a Qt table: every cell's words, and how it is read out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from castapp.ui.screens.casting.cells import Cell
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.present import EMPTY, Grid
from castapp.ui.screens.casting.rows import Row
from castapp.ui.widgets.tips import plain_tip

_TOLD = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
Index = QModelIndex | QPersistentModelIndex


class CastingModel(QAbstractTableModel):
    """Shows a `Grid`. Where rows and columns stay, only the cells that changed are announced."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid = EMPTY

    @property
    def grid(self) -> Grid:
        """What is shown."""
        return self._grid

    def show_grid(self, grid: Grid) -> None:
        """Show this grid instead."""
        before, same = self._grid, _shape(self._grid) == _shape(grid)
        if not same:
            self.beginResetModel()
        self._grid = grid
        if not same:
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(before.cells, grid.cells, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(new) - 1))
        if before.columns != grid.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(grid.columns) - 1)
        if before.rows != grid.rows:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(grid.rows) - 1)

    def row_at(self, row: int) -> Row:
        """The row's own description."""
        return self._grid.rows[row]

    def column_at(self, column: int) -> Column:
        """The column's own description."""
        return self._grid.columns[column]

    def cell_at(self, row: int, column: int) -> Cell:
        """The words of a cell."""
        return self._grid.cells[row][column]

    def words(self, rows: Sequence[Row], columns: Sequence[Column]) -> str:
        """These cells as they are shown, tabs between columns, a line a row with its name."""
        across = [self._grid.columns.index(column) for column in columns]
        return "\n".join(
            "\t".join([row.label, *(_both(self._grid.cells[down][at]) for at in across)])
            for down, row in enumerate(self._grid.rows)
            if row in rows
        )

    def place(self, row_key: str, column_key: str) -> QModelIndex:
        """The index of a row and a column by their keys; not valid if either is not shown."""
        row = next((n for n, one in enumerate(self._grid.rows) if one.key == row_key), -1)
        column = next((n for n, one in enumerate(self._grid.columns) if one.key == column_key), -1)
        return self.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._grid.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.row_at(index.row()).kind == "act":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell_at(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(part for part in (cell.name, cell.more) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(cell.spoken) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._read_out(index) if cell.spoken else ""
        return None

    def _read_out(self, index: Index) -> str:
        """The cell with its performance and how far that is: planned, announced."""
        column, cell = self.column_at(index.column()), self.cell_at(index.row(), index.column())
        said = (column.when, column.state, cell.spoken)
        return ", ".join(part for part in said if part)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (self.columnCount() if across else self.rowCount()):
            return None
        if role not in _TOLD:
            return None
        if across:
            return self.column_at(section).spoken
        row = self.row_at(section)
        return ", ".join(part for part in (row.label, row.detail) if part)


def _both(cell: Cell) -> str:
    return ", ".join(part for part in (f"{cell.name} {cell.more}".strip(), cell.cover) if part)


def _shape(grid: Grid) -> tuple[object, ...]:
    return (
        grid.production_id,
        grid.view,
        tuple(row.key for row in grid.rows),
        tuple(column.key for column in grid.columns),
    )
