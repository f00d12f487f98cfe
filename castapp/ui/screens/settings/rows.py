"""Rows of fields kept by their record's id, so that what is being typed outlives a change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

W = TypeVar("W", bound=QWidget)


class Rows(Generic[W]):
    """A column of row widgets by id. `build` makes the widget of an id not shown before."""

    def __init__(self, build: Callable[[str], W], spacing: int = 8) -> None:
        self.widget = QWidget()
        self._build = build
        self._column = QVBoxLayout(self.widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)
        self.rows: dict[str, W] = {}

    def show_ids(self, ids: Sequence[str]) -> None:
        """Have a row for each of these, in this order."""
        for gone in [one for one in self.rows if one not in ids]:
            row = self.rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, one in enumerate(ids):
            if one not in self.rows:
                self.rows[one] = self._build(one)
            item = self._column.itemAt(place)
            if item is None or item.widget() is not self.rows[one]:
                self._column.insertWidget(place, self.rows[one])
        self.widget.setVisible(bool(ids))
