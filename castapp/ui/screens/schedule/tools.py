"""The schedule's tool row: day or week, a new call, and how far the day is posted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from castapp.ui import fonts
from castapp.ui.screens.schedule.posted import PostState
from castapp.ui.widgets.bar import ToolRow
from castapp.ui.widgets.button import TOOL_HEIGHT, Button, Kind
from castapp.ui.widgets.chip import HEIGHT, ChipFlow, ChipText, chip_width, paint_chip
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.segment import Segment

DAY, WEEK = "day", "week"


class Tools(ToolRow):
    """`view_chosen` carries DAY or WEEK; `post_wanted` when the filled button was pressed."""

    view_chosen = Signal(str)
    new_wanted = Signal()
    copy_wanted = Signal()
    changes_wanted = Signal()
    post_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.views = Segment([(DAY, "Day"), (WEEK, "Week")], name="View")
        self.views.chosen.connect(self.view_chosen)
        self.new = Button("New call", "plus", height=TOOL_HEIGHT)
        self.new.clicked.connect(self.new_wanted)
        self._state = Label("", fonts.TABLE, "t2")
        self._changes = ChipFlow("Changes since posting")
        self._changes.activated.connect(lambda _key: self.changes_wanted.emit())
        self.post = Button("Post", "send", Kind.FILLED, height=TOOL_HEIGHT)
        self.post.clicked.connect(self.post_wanted)
        self._legend = Legend()
        self.add_left(self.views, self.rule(), self.new)
        self.add_right(self._legend, self._state, self._changes, self.post)

    def show_legend(self, works: Sequence[tuple[str, str]]) -> None:
        """Say which colour (second) is which production (first); nothing is posted from here."""
        self._state.setText("")
        self._changes.hide()
        self.post.hide()
        self._legend.show_works(works)
        self._legend.show()

    def show_post(self, state: PostState) -> None:
        """Say how far the day is posted, and offer the next issue if there is one to post."""
        self._legend.hide()
        self._state.setText(state.words)
        chips = [ChipText("changes", state.changes, "file-diff", accent=True)]
        self._changes.show_chips(chips if state.changes else [])
        self._changes.setVisible(bool(state.changes))
        self.post.setVisible(bool(state.button))
        self.post.set_text(state.button)


class Legend(QWidget):
    """Which colour is which production: a row of chips that only tell."""

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[ChipText] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_works(self, works: Sequence[tuple[str, str]]) -> None:
        """Show these names with their colours."""
        self._chips = [ChipText(name, name, pair=colour) for name, colour in works]
        self.setAccessibleName("Productions: " + ", ".join(name for name, _ in works))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = sum(chip_width(chip) + 8 for chip in self._chips)
        return QSize(max(0, width - 8), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, x = QPainter(self), 0
        for chip in self._chips:
            width = chip_width(chip)
            paint_chip(painter, QRect(x, 0, width, HEIGHT), chip)
            x += width + 8
