"""The board itself: painted in one pass, worked by mouse and keys. It writes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from castapp.ui.screens.schedule.board_paint import Scene, paint_board
from castapp.ui.screens.schedule.card_paint import CardPictures
from castapp.ui.screens.schedule.card_view import CardView
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.geometry import part_at
from castapp.ui.screens.schedule.hand import Hand

_ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
_ZOOM = 1.15


class Board(CardView):
    """A day or a week of cards. What is done by hand comes out as signals.

    `carried` has where the held would stand, and whether they are copies; `resized` one of them;
    `drawn` a new span; `nudged` minutes and columns; `stretched` minutes at the end.
    """

    opened = Signal(str)
    chosen = Signal()
    carried = Signal(object, bool)
    resized = Signal(object)
    drawn = Signal(object)
    drag_changed = Signal()
    nudged = Signal(int, int)
    stretched = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = CardPictures()
        self.setAccessibleName("Schedule")
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.hand = Hand(self)
        self.selectionModel().selectionChanged.connect(self._selection_changed)

    @property
    def scene(self) -> Scene:
        """What is painted now."""
        hand = self.hand
        return Scene(
            self.view, self.plan, frozenset(self.selected_ids()), hand.zones, hand.ghosts(),
            hand.lifted(), hand.leaves_trace, hand.tip, hand.band,
        )  # fmt: skip

    def held(self, record_ids: Sequence[str]) -> tuple[Held, ...]:
        """These calls as things in the hand, in this order."""
        found = []
        for record_id in record_ids:
            row = self.cards.row_of(record_id)
            card = self.cards.cards[row] if row is not None else None
            if card is not None and card.is_call:
                stand = card.stand
                found.append(Held(card.id, stand.day, stand.studio_id, stand.start, stand.end))
        return tuple(found)

    def hit(self, point: QPoint) -> tuple[Card | None, str]:
        """The card under a point of the viewport and the part of it, or (None, "empty")."""
        card = self.card_at(point)
        box = self.plan.box(card.stand) if card is not None else None
        if card is None or box is None:
            return None, "empty"
        spot = self.ground(point)
        part = part_at(box, spot.x(), spot.y(), down=self.plan.down)
        return card, part if card.is_call else "body"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = QPoint(self.horizontalOffset(), self.verticalOffset())
        painter.translate(-offset)
        paint_board(painter, self.scene, self.viewport().rect().translated(offset), self._pictures)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.hand.press(event.position().toPoint(), event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hand.move(event.position().toPoint(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.hand.release(event.position().toPoint(), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.hand.double_click(event.position().toPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.plan.down:
            steps = event.angleDelta().y() / 120
            self.zoom(_ZOOM**steps, round(event.position().y()))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_Escape and self.hand.holding:
            self.hand.cancel()
        elif key in _ARROWS and held == alt:
            self.nudged.emit(*self._in_time(Qt.Key(key)))
        elif key in _ARROWS and held == alt | shift:
            self.stretched.emit(self._in_time(Qt.Key(key))[0])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current_id():
                self.opened.emit(self.current_id())
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _in_time(self, key: Qt.Key) -> tuple[int, int]:
        """An arrow as minutes and columns: time runs down by day, across by week."""
        across, down = _ARROWS[key]
        step = self.hand.step
        return (down * step, across) if self.plan.down else (across * step, down)

    def _selection_changed(self) -> None:
        self.viewport().update()
        self.chosen.emit()
