"""Putting a widget on the screen so that it has the keyboard."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def show_active(widget: QWidget) -> None:
    """Show a window, make it the active one, and wait until it is."""
    widget.show()
    widget.activateWindow()
    assert QTest.qWaitForWindowActive(widget.window())
