"""The dialog that shows what would be done, part by part, before a person says yes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from castapp.ui import fonts, theme
from castapp.ui.widgets.bar import Rule
from castapp.ui.widgets.button import LARGE_HEIGHT, Button, Kind
from castapp.ui.widgets.label import Label


@dataclass(frozen=True, slots=True)
class Preview:
    """A heading, parts (a small heading and its lines) and the words on the buttons.

    Without `yes` there is nothing to say yes to: it is only to be read.
    """

    heading: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    yes: str = ""
    no: str = "Leave"

    @property
    def words(self) -> str:
        """All of it in lines."""
        return "\n".join([self.heading, *(line for part in self.parts for line in part[1])])


class PreviewDialog(QDialog):
    """`taken` when the person says yes. The lines scroll; the buttons stay."""

    taken = Signal()

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(preview.heading)
        self.setAccessibleName(preview.words)
        self.resize(560, 480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(preview.heading, fonts.TITLE))
        column.addWidget(Rule())
        column.addWidget(_scrolling(preview), 1)
        column.addWidget(Rule())
        column.addLayout(self._buttons(preview))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().surface)

    def _buttons(self, preview: Preview) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        leave = Button(preview.no if preview.yes else "Close", height=LARGE_HEIGHT)
        leave.clicked.connect(self.reject)
        if preview.yes:
            take = Button(preview.yes, kind=Kind.FILLED, height=LARGE_HEIGHT)
            take.clicked.connect(self._take)
            row.addWidget(take)
        row.addWidget(leave)
        row.addStretch(1)
        return row

    def _take(self) -> None:
        self.accept()
        self.taken.emit()


def _scrolling(preview: Preview) -> QScrollArea:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 12, 0)
    column.setSpacing(6)
    for heading, lines in preview.parts:
        if heading:
            column.addWidget(Label(heading, fonts.TABLE, "t2", weight=600))
        for line in lines:
            column.addWidget(Label(line, fonts.BODY, wrap=True))
        column.addSpacing(10)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(preview.heading)
    area.setWidget(inside)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area
