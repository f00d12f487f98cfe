"""The desk's news as Qt signals: one `changed(book, edit)`, and whether the last save held."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.services.desk import Desk


class DeskSignals(QObject):
    """`changed` comes after every commit, undo, redo and catching up; `failed` with a sentence."""

    changed = Signal(object, object)
    saved = Signal()
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leave = desk.subscribe(self._on_changed)

    def close(self) -> None:
        """Stop listening to the desk."""
        self._leave()

    def _on_changed(self, book: Book, edit: Edit) -> None:
        self.changed.emit(book, edit)
        self.saved.emit()
