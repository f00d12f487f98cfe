"""A desk without a disk: commits to a book in memory, clashes and fails when told to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding
from castapp.services.desk import Clash, Refused


class FakeDesk:
    """What the window asks of a desk, and no more. `found` is judged, `refusing` a sentence."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.author = "Jana Mills"
        self.read_only = False
        self.saved_at: datetime | None = datetime(2026, 10, 14, 12, 12, tzinfo=UTC)
        self.found: list[Finding] = []
        self.refusing = ""
        self.reasons: list[str] = []
        self.done: list[Edit] = []
        self.undone: list[Edit] = []
        self._listeners: list[Callable[[Book, Edit], None]] = []

    @property
    def undo_label(self) -> str:
        return self.done[-1].label if self.done else ""

    @property
    def redo_label(self) -> str:
        return self.undone[-1].label if self.undone else ""

    def commit(
        self,
        edit: Edit,
        *,
        accepting: Sequence[Finding] = (),
        reason: str = "",
        judged: bool = True,
    ) -> None:
        fresh = [each for each in self.found if each not in accepting] if judged else []
        if fresh:
            raise Clash(fresh)
        self._write(edit)
        self.reasons.append(reason)
        self.done.append(edit)

    def undo(self) -> Edit | None:
        if not self.done:
            return None
        edit = self.done.pop()
        self._write(edit.inverse())
        self.undone.append(edit)
        return edit.inverse()

    def redo(self) -> Edit | None:
        if not self.undone:
            return None
        edit = self.undone.pop()
        self._write(edit)
        self.done.append(edit)
        return edit

    def catch_up(self) -> Edit | None:
        if self.refusing:
            raise Refused(self.refusing)
        return None

    def subscribe(self, listener: Callable[[Book, Edit], None]) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @property
    def listeners(self) -> int:
        return len(self._listeners)

    def _write(self, edit: Edit) -> None:
        if self.refusing:
            raise Refused(self.refusing)
        self.book = self.book.apply(edit)
        for listener in tuple(self._listeners):
            listener(self.book, edit)
