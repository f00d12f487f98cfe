"""The repertory's tables as a Qt model over the lines of `present`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from castapp.ui.screens.repertory.present import Line
from castapp.ui.widgets.cells import Group, Role
from castapp.ui.widgets.tips import plain_tip

_Index = QModelIndex | QPersistentModelIndex


class LinesModel(QAbstractTableModel):
    """Lines under column heads. Where the keys stay, only lines that changed are announced."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines instead."""
        new = tuple(lines)
        if _keys(new) != _keys(self.lines):
            self.beginResetModel()
            self.lines = new
            self.endResetModel()
            return
        before, self.lines = self.lines, new
        for row, (old, line) in enumerate(zip(before, new, strict=True)):
            if old != line:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._heads) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.lines[index.row()].key:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Role.KEY:
            return line.key if index.column() == 0 else None
        if role == Role.GROUP:
            return Group(line.group, aside=line.aside) if line.group else None
        if not line.cells:
            return line.group if role == Qt.ItemDataRole.DisplayRole else None
        cell = line.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(cell.text) if len(cell.text) > 24 else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        answers: dict[int, Any] = {
            int(Qt.ItemDataRole.DisplayRole): cell.text,
            int(Role.DETAIL): cell.detail,
            int(Role.TONE): cell.tone,
            int(Role.WEIGHT): cell.weight,
            int(Role.SWATCH): cell.swatch,
        }
        return answers.get(int(role))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        right = any(line.cells[section].right for line in self.lines if line.cells)
        if role == Qt.ItemDataRole.TextAlignmentRole and right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


def _keys(lines: tuple[Line, ...]) -> list[tuple[str, str]]:
    return [(line.key, line.group) for line in lines]
