"""The inspector of a production: its names, its colour, and what leads on from it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from castapp.domain.repertory import COLOURS, Production
from castapp.ui import fonts, theme
from castapp.ui.widgets.beside import beside
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.choice import Tick
from castapp.ui.widgets.drawing import focus_ring, plate
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.flow import FlowLayout
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.typed import WordsField

_WORDS = (
    ("title", "Title", True),
    ("short", "Short title, for narrow places", False),
    ("choreography", "Choreography", False),
    ("work", "Ballet, the same for every staging of it", True),
    ("version", "Version", False),
)


class WorkPanel(QObject):
    """`changed` carries the fields a person set."""

    changed = Signal(dict)
    removed = Signal()
    casting_wanted = Signal()

    def fill(self, inspector: Inspector, work: Production, summary: str) -> None:
        """Show a production."""
        inspector.clear()
        inspector.show_head("Production", work.title, colour=work.colour)
        section = inspector.section()
        section.add(Label(summary, fonts.TABLE, "t2", wrap=True))
        for field, label, required in _WORDS:
            section.add(Field(label, self._words(work, field, label, required=required)))
        section.add(Field("Code", self._words(work, "code", "Code", required=False)))
        new = Tick("A new work, made with the company")
        new.setChecked(work.new_work)
        new.clicked.connect(lambda on: self.changed.emit({"new_work": on}))
        section.add(new)
        colours = inspector.section("Colour")
        colours.add(self._colours(work))
        foot = inspector.section()
        cast = Button("Casting", "crown")
        cast.clicked.connect(self.casting_wanted)
        gone = Button("Remove", "trash-2", Kind.QUIET)
        gone.clicked.connect(self.removed)
        foot.add(beside(cast, gone))

    def _words(self, work: Production, field: str, label: str, *, required: bool) -> WordsField:
        made = WordsField(label, required=required)
        made.show_value(getattr(work, field))
        made.committed.connect(lambda words: self.changed.emit({field: words or ""}))
        return made

    def _colours(self, work: Production) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, 4)
        for colour in COLOURS:
            button = ColourButton(colour, chosen=colour == work.colour)
            button.clicked.connect(lambda _=False, one=colour: self.changed.emit({"colour": one}))
            flow.addWidget(button)
        holder.setFixedHeight(22)
        return holder


class ColourButton(QAbstractButton):
    """One of the ten pairs; its name is said, the chosen one has a ring."""

    def __init__(self, colour: str, *, chosen: bool) -> None:
        super().__init__()
        self._colour = colour
        self._chosen = chosen
        self.setFixedSize(22, 22)
        self.setAccessibleName(f"{colour}, chosen" if chosen else colour)
        self.setToolTip(colour)

    def sizeHint(self) -> QSize:
        return QSize(22, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        plate(painter, QRect(4, 4, 14, 14), tokens.pair(self._colour).spine, radius=3)
        if self._chosen:
            plate(painter, self.rect(), None, tokens.t1)
        if self.hasFocus():
            focus_ring(painter, self.rect())
