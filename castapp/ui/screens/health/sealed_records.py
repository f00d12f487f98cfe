"""Somebody's sealed records, opened: what each says, its stage of return, change and removal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from castapp.services.injuries import STAGES, InjuryNotes, Opened
from castapp.ui import fonts, theme
from castapp.ui.reading import short_day
from castapp.ui.widgets.bar import Rule
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.drawing import plate
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.label import Label

_STAGE_CHOICES = (
    ("", "No stage set"),
    *((str(n), f"{n}  {words}") for n, words in enumerate(STAGES)),
)


class StageBar(QWidget):
    """Nine blocks, those reached filled; the words say the stage too."""

    def __init__(self, stage: int) -> None:
        super().__init__()
        self._stage = stage
        self.setFixedHeight(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Stage {stage} of {len(STAGES) - 1}")

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        blocks = len(STAGES) - 1
        width = (self.width() - (blocks - 1) * 4) / blocks
        for block in range(blocks):
            left = round(block * (width + 4))
            rect = self.rect().adjusted(left, 0, 0, 0)
            rect.setWidth(round(width))
            reached = block < self._stage
            fill = tokens.participation["modified"] if reached else tokens.hair
            plate(painter, rect, fill, radius=2)


class SealedRecord(QWidget):
    """One record. `staged` carries its id and a stage; the others its id."""

    staged = Signal(str, int)
    changed = Signal(str)
    removed = Signal(str)

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self._id = opened.record.id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addWidget(Rule(tone="line"))
        if opened.notes is None:
            column.addWidget(Label(opened.refusal, fonts.TABLE, "hard", wrap=True))
            return
        self._say(column, opened.notes)
        row = QHBoxLayout()
        row.setSpacing(12)
        change = Button("Change", kind=Kind.LINK)
        change.clicked.connect(lambda: self.changed.emit(self._id))
        remove = Button("Take out", kind=Kind.LINK)
        remove.clicked.connect(lambda: self.removed.emit(self._id))
        row.addWidget(change)
        row.addWidget(remove)
        row.addStretch(1)
        column.addLayout(row)

    def _say(self, column: QVBoxLayout, notes: InjuryNotes) -> None:
        title = notes.title[:1].upper() + notes.title[1:]
        column.addWidget(Label(title, fonts.TABLE, weight=600, wrap=True))
        day = f"{short_day(notes.day)} {notes.day.year}"
        when = ", ".join(part for part in (day, notes.activity) if part)
        column.addWidget(Label(when, fonts.TABLE, "t2", wrap=True))
        for text in (notes.diagnosis, notes.notes):
            if text:
                column.addWidget(Label(text, fonts.TABLE, wrap=True))
        if notes.stage is not None:
            column.addWidget(StageBar(notes.stage))
        self.stage = ChoiceField(_STAGE_CHOICES, name="Stage of return")
        self.stage.choose("" if notes.stage is None else str(notes.stage))
        self.stage.chosen.connect(self._stage_chosen)
        since = notes.stages[-1][0] if notes.stages else None
        label = f"Stage of return, since {short_day(since)}" if since else "Stage of return"
        column.addWidget(Field(label, self.stage))

    def _stage_chosen(self, key: str) -> None:
        if key:
            self.staged.emit(self._id, int(key))
