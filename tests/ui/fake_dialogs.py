"""Dialogs that answer at once and remember what was asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from castapp.ui.preview import Preview


class FakeDialogs:
    """`path` is what every file question answers (None turns it away); `yes` answers confirm."""

    def __init__(self, path: Path | None = None, *, yes: bool = True) -> None:
        self.path = path
        self.yes = yes
        self.asked: list[str] = []

    def open_file(
        self, parent: QWidget, title: str, kinds: str, then: Callable[[Path], None]
    ) -> None:
        self._answer(title, then)

    def save_file(
        self, parent: QWidget, title: str, name: str, kinds: str, then: Callable[[Path], None]
    ) -> None:
        self._answer(title, then)

    def choose_folder(self, parent: QWidget, title: str, then: Callable[[Path], None]) -> None:
        self._answer(title, then)

    def confirm(self, parent: QWidget, text: str, yes: str, then: Callable[[], None]) -> None:
        self.asked.append(text)
        if self.yes:
            then()

    def preview(
        self, parent: QWidget, preview: Preview, then: Callable[[], None] | None = None
    ) -> None:
        self.asked.append(preview.words)
        if self.yes and then is not None:
            then()

    def tell(self, parent: QWidget, text: str) -> None:
        self.asked.append(text)

    def _answer(self, title: str, then: Callable[[Path], None]) -> None:
        self.asked.append(title)
        if self.path is not None:
            then(self.path)
