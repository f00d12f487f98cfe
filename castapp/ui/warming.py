"""Importing what is not yet shown, while nobody waits, so that its first showing is quick."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

EVERY = 250
"""Milliseconds between two imports."""


class Warming(QTimer):
    """Imports one module at a time, then rests."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, interval=EVERY)
        self._cold: list[str] = []
        self.timeout.connect(self._warm)

    def begin(self, modules: Sequence[str]) -> None:
        """Import these modules, by their full names, from now on."""
        self._cold = list(modules)
        self.start()

    def _warm(self) -> None:
        if self._cold:
            import_module(self._cold.pop(0))
        else:
            self.stop()
