"""The board itself: painted in one pass, worked by mouse and keys. It writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from castapp.ui.announce import say
from castapp.ui.screens.schedule.board_paint import Scene, paint_board
from castapp.ui.screens.schedule.card_layer import CardLayer
from castapp.ui.screens.schedule.card_view import CardView
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.geometry import Stand, part_at
from castapp.ui.screens.schedule.hand import Hand
from castapp.ui.screens.schedule.keying import Keying
from castapp.ui.screens.schedule.offer_paint import Offer, offer_box
from castapp.ui.screens.schedule.rooms import room_words

_ZOOM = 1.15


class Board(CardView):
    """A day or a week of cards. What is done by hand comes out as signals.

    `carried` has where the held would stand, and whether they are copies; `resized` one of them;
    `drawn` a new span; `nudged` minutes and columns; `stretched` minutes at the end; `typed` the
    first letter of a call; `offer_taken` the place of those offered that was clicked;
    `room_chosen` says that an empty place is chosen (`room`), or none any more; `laid`
    that what is shown has been laid out anew.
    """

    opened = Signal(str)
    chosen = Signal()
    carried = Signal(object, bool)
    resized = Signal(object)
    drawn = Signal(object)
    drag_changed = Signal()
    nudged = Signal(int, int)
    stretched = Signal(int)
    typed = Signal(str)
    offer_taken = Signal(object)
    room_chosen = Signal()
    laid = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = CardLayer()
        self._offers: tuple[Offer, ...] = ()
        self.room: Held | None = None
        self.now: tuple[date, int] | None = None
        self.searching = False
        self.setAccessibleName("Schedule")
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.hand = Hand(self)
        self._keying = Keying(self)
        self.selectionModel().selectionChanged.connect(self._selection_changed)

    @property
    def scene(self) -> Scene:
        """What is painted now."""
        hand = self.hand
        return Scene(
            self.view, self.places, frozenset(self.selected_ids()), hand.zones, hand.ghosts(),
            hand.lifted(), hand.leaves_trace, hand.tip, hand.band,
            self._offers or self._room_offer(), self.now,
        )  # fmt: skip

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show places where something could stand."""
        if tuple(offers) != self._offers:
            self._offers = tuple(offers)
            self.viewport().update()

    def choose_room(self, room: Held | None) -> None:
        """Choose an empty place instead of any card; None chooses nothing."""
        if room is not None:
            self.select([])
        if room != self.room:
            self.room = room
            said = room_words(room, self.view) if room else ""
            self.setAccessibleDescription(said)
            say(self, said)
            self.viewport().update()
            self.room_chosen.emit()

    def show_now(self, now: tuple[date, int] | None) -> None:
        """Draw the line of this minute."""
        if now != self.now:
            self.now = now
            self.viewport().update()

    def stretch_room(self, minutes: int) -> None:
        """Make the empty place longer or shorter at its end."""
        if self.room is not None:
            end = max(self.room.start + self.hand.step, self.room.end + minutes)
            self.choose_room(replace(self.room, end=end))

    def offer_at(self, point: QPoint) -> Offer | None:
        """The offered place at a point of the viewport."""
        spot = self.ground(point)
        for offer in self._offers:
            rect = offer_box(self.plan, offer)
            if rect is not None and rect.contains(spot):
                return offer
        return None

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self.view.days:
            self.laid.emit()

    def show_room(self) -> None:
        """Scroll to the empty place that is chosen."""
        room = self.room
        stand = room and Stand(room.day, room.studio_id, room.start, room.end)
        box = self.plan.box(stand) if stand else None
        if box is None:
            return
        area = self.viewport().size()
        for bar, low, high, size in (
            (self.verticalScrollBar(), box.y, box.bottom, area.height()),
            (self.horizontalScrollBar(), box.x, box.right, area.width()),
        ):
            bar.setValue(min(low, max(bar.value(), high - size)))

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
        if card is None:
            return None, "empty"
        box = self.places.boxes[card.id]
        spot = self.ground(point)
        part = part_at(box, spot.x(), spot.y(), down=self.plan.down)
        return card, part if card.is_call else "body"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = QPoint(self.horizontalOffset(), self.verticalOffset())
        painter.translate(-offset)
        paint_board(painter, self.scene, self.viewport().rect().translated(offset), self._layer)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        offer = self.offer_at(event.position().toPoint())
        if offer is not None and offer.rank:
            self.offer_taken.emit(offer.held)
        else:
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
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        elif not self._keying.press(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _room_offer(self) -> tuple[Offer, ...]:
        return (Offer(self.room),) if self.room is not None and not self.hand.holding else ()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.searching = False
        super().focusOutEvent(event)

    def _selection_changed(self) -> None:
        if self.room is not None and self.selectionModel().hasSelection():
            self.choose_room(None)
        self.viewport().update()
        self.chosen.emit()
