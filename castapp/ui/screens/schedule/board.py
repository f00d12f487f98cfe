"""The board itself: painted in one pass, worked by mouse and keys. It writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from castapp.ui.announce import reached, say
from castapp.ui.screens.schedule.board_paint import Scene, paint_board
from castapp.ui.screens.schedule.card_layer import CardLayer
from castapp.ui.screens.schedule.card_view import CardView
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.clicking import double_click
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.geometry import Stand, part_at
from castapp.ui.screens.schedule.ghost_paint import Ghost
from castapp.ui.screens.schedule.hand import Hand
from castapp.ui.screens.schedule.keying import Keying
from castapp.ui.screens.schedule.offer_paint import Offer, offer_box
from castapp.ui.screens.schedule.present import BoardView
from castapp.ui.screens.schedule.rooms import room_words
from castapp.ui.screens.schedule.stepping import Stepping
from castapp.ui.widgets.drawing import shows_focus

_ZOOM = 1.15


class Board(CardView):
    """A day or a week of cards. What is done by hand comes out as signals.

    `carried` has where the held would stand, and whether they are copies; `resized` one of them;
    `drawn` a new span; `stretched` minutes at the end; `typed` the first letter of a call;
    `offer_taken` the place of those offered that was clicked;
    `asked_changed` says that other calls wait for a reason (`asked`);
    `room_chosen` says that an empty place is chosen (`room`), or none any more; `laid`
    that what is shown has been laid out anew.
    """

    opened = Signal(str)
    chosen = Signal()
    carried = Signal(object, bool)
    resized = Signal(object)
    drawn = Signal(object)
    drag_changed = Signal()
    stretched = Signal(int)
    typed = Signal(str)
    offer_taken = Signal(object)
    room_chosen = Signal()
    asked_changed = Signal()
    laid = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = CardLayer()
        self._offers: tuple[Offer, ...] = ()
        self.asked: tuple[Ghost, ...] = ()
        self.room: Held | None = None
        self.now: tuple[date, int] | None = None
        self.setAccessibleName("Schedule")
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # It fills itself.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.hand = Hand(self)
        self.stepping = Stepping(self)
        self._keying = Keying(self)
        self._told = 0
        self.selectionModel().selectionChanged.connect(self._selection_changed)

    @property
    def scene(self) -> Scene:
        """What is painted now."""
        hand, asked = self.hand, {one.held.id for one in self.asked}
        return Scene(
            self.view, self.places, frozenset(self.selected_ids()), hand.zones,
            hand.ghosts() or self._asked_here(), hand.lifted() | asked,
            hand.leaves_trace or bool(asked), hand.tip, hand.band,
            self._offers or self._room_offer(), self.now, self.current_id(), self.hasFocus(),
            shows_focus(self),
        )  # fmt: skip

    def show_view(self, view: BoardView) -> None:
        if view.days != self.view.days:
            self.stepping.leave()
        super().show_view(view)
        if self.room is not None and self.room.day not in view.days:
            self.choose_room(None)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show places where something could stand."""
        if tuple(offers) != self._offers:
            self._offers = tuple(offers)
            self.viewport().update()

    def show_asked(self, asked: Sequence[Ghost]) -> None:
        """Keep what waits for a reason where it was let go; nothing any more without."""
        if tuple(asked) != self.asked:
            self.asked = tuple(asked)
            self.viewport().update()
            self.asked_changed.emit()

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
        if self.room is not None:
            self.bring(self.room)

    def bring(self, held: Held) -> None:
        """Scroll to where something would stand."""
        box = self.plan.box(Stand(held.day, held.studio_id, held.start, held.end))
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

    def show_cursor(self, point: QPoint) -> None:
        """Let the pointer over a point of the viewport say whether an edge is there."""
        _, part = self.hit(point)
        shape = Qt.CursorShape.SizeVerCursor if self.plan.down else Qt.CursorShape.SizeHorCursor
        edge = part in ("start", "end")
        self.viewport().setCursor(shape if edge else Qt.CursorShape.ArrowCursor)

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
            double_click(self, event.position().toPoint(), self.hand.step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.plan.down:
            steps = event.angleDelta().y() / 120
            self.zoom(_ZOOM**steps, round(event.position().y()))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._keying.press(event):
            return
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._keying.release(event):
            super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _tell_current(self) -> None:
        if self.hasFocus() and self.currentIndex().isValid() and self.room is None:
            reached(self, self.currentIndex().row())

    def _asked_here(self) -> tuple[Ghost, ...]:
        return tuple(one for one in self.asked if one.held.day in self.view.days)

    def _room_offer(self) -> tuple[Offer, ...]:
        return (Offer(self.room),) if self.room is not None and not self.hand.holding else ()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.stepping.leave()
        super().focusOutEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
        QTimer.singleShot(0, self, self._tell_current)  # After Qt has told of the list itself.

    def _selection_changed(self) -> None:
        if self.room is not None and self.selectionModel().hasSelection():
            self.choose_room(None)
        self.viewport().update()
        count = len(self.selectionModel().selectedIndexes())
        if count != self._told and count > 1 and self.hasFocus():
            say(self, f"{count} selected.")
        self._told = count
        self.chosen.emit()
