"""The help window: a short text that ships with the program, read without a network."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from castapp.paths import resource
from castapp.ui import fonts

ABOVE_HEADING, BELOW_HEADING, BELOW = 18, 6, 10
"""Room around paragraphs, logical pixels."""
MARGIN = 16
LINE = 125
"""Height of a line, per cent of the letters'."""


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
        self.text.document().setDocumentMargin(MARGIN)
        _space_out(self.text.document())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 8, 16)
        column.addWidget(self.text)


def _space_out(document: QTextDocument) -> None:
    """Put room between paragraphs, and more above a heading than below it."""
    block = document.begin()
    while block.isValid():
        cursor, room = QTextCursor(block), block.blockFormat()
        heading = room.headingLevel() > 0
        room.setTopMargin(ABOVE_HEADING if heading and block.blockNumber() else 0)
        room.setBottomMargin(BELOW_HEADING if heading else BELOW)
        room.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(room)
        block = block.next()


class _Pages(QTextBrowser):
    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing but the text itself is ever loaded: no file, no address."""
        return None
