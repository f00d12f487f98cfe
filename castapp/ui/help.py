"""The help window: a short text that ships with the program, read without a network."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from castapp.paths import resource
from castapp.ui import fonts


class HelpWindow(QDialog):
    """The tour. It stays open beside the work; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("A tour in five minutes")
        self.resize(640, 720)
        self.text = _Pages()
        self.text.setAccessibleName("Help")
        self.text.setFont(fonts.font(fonts.BODY))
        self.text.setMarkdown((resource("help") / "tour.md").read_text(encoding="utf-8"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 8, 16)
        column.addWidget(self.text)


class _Pages(QTextBrowser):
    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing but the text itself is ever loaded: no file, no address."""
        return None
