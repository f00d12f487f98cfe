"""The sections of the settings as a Qt model of one column."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from castapp.ui.screens.settings.present import SECTIONS
from castapp.ui.widgets.cells import Role

_Index = QModelIndex | QPersistentModelIndex


class SectionsModel(QAbstractTableModel):
    """One row for each section; its key is the section's."""

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(SECTIONS)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        key, words = SECTIONS[index.row()]
        if role == Role.KEY:
            return key
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words
        return None
