"""Importing the screens not yet shown, while nobody waits, so that their first showing is quick."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

EVERY = 250
"""Milliseconds between two imports."""


class Warming(QTimer):
    """Imports one screen at a time, then rests."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, interval=EVERY)
        self._cold: list[str] = []
        self.timeout.connect(self._warm)

    def begin(self, names: Sequence[str]) -> None:
        """Import these screens, by their names, from now on."""
        self._cold = list(names)
        self.start()

    def _warm(self) -> None:
        if self._cold:
            import_module(f"castapp.ui.screens.{self._cold.pop(0)}.screen")
        else:
            self.stop()
