"""Putting a widget on the screen so that it has the keyboard, and typing into it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget


def show_active(widget: QWidget) -> None:
    """Show a window, make it the active one, and wait until it is."""
    widget.show()
    widget.activateWindow()
    assert QTest.qWaitForWindowActive(widget.window())


def type_into(field: QLineEdit, words: str) -> None:
    """Replace what stands in a field and press Enter."""
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)
