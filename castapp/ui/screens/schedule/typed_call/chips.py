"""What was read of a typed text, in chips; who may be read otherwise is switched by a click."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from castapp.ui.screens.schedule.typed_call.words import SaidChip
from castapp.ui.widgets.chip import HEIGHT, ChipText, chip_width, paint_chip


class ReadChips(QWidget):
    """Chips in lines; dashed where a word was only begun. `switched` carries the completion that
    reads somebody the other way; by keys it is the last completion offered.
    """

    switched = Signal(object)

    def __init__(self, room: int) -> None:
        super().__init__()
        self._chips: list[SaidChip] = []
        self._room = room
        self.setMouseTracking(True)
        self.setFixedHeight(0)

    def show_chips(self, chips: Sequence[SaidChip]) -> None:
        """Show these instead."""
        self._chips = list(chips)
        self._arrange()

    def set_room(self, room: int) -> None:
        """Be this wide."""
        self._room = room
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(self._room, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for rect, _, chip in self._places():
            paint_chip(painter, rect, chip)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        said = self._at(event)
        if said is not None and said.other is not None:
            self.switched.emit(said.other)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        said = self._at(event)
        switches = said is not None and said.other is not None
        pointing, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(pointing if switches else arrow)
        other = said.other if said is not None else None
        self.setToolTip(f"Click for “{other.text}”: {other.detail}" if other else "")

    def _at(self, event: QMouseEvent) -> SaidChip | None:
        point = event.position().toPoint()
        return next((said for rect, said, _ in self._places() if rect.contains(point)), None)

    def _arrange(self) -> None:
        self.setFixedHeight(max((rect.bottom() + 1 for rect, _, _ in self._places()), default=0))
        self.setAccessibleName("Read: " + ", ".join(chip.words for chip in self._chips))
        self.update()

    def _places(self) -> Iterator[tuple[QRect, SaidChip, ChipText]]:
        x, y = 0, 0
        for number, said in enumerate(self._chips):
            chip = ChipText(
                str(number), said.words, said.icon, dashed=not said.sure,
                accent=said.other is not None,
            )  # fmt: skip
            width = min(chip_width(chip), self._room)
            if x and x + width > self._room:
                x, y = 0, y + HEIGHT + 4
            yield QRect(x, y, width, HEIGHT), said, chip
            x += width + 4
