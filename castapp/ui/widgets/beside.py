"""Widgets in a row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget


def beside(*widgets: QWidget, stretches: tuple[int, ...] = ()) -> QWidget:
    """Widgets beside one another, tops in line, at the left or sharing the width by `stretches`."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for place, widget in enumerate(widgets):
        row.addWidget(widget, stretches[place] if stretches else 0, Qt.AlignmentFlag.AlignTop)
    if not stretches:
        row.addStretch(1)
    return holder
