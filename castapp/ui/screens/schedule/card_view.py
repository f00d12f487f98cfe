"""A list view of cards with a geometry of its own: what Qt asks of any item view, and selection."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from castapp.ui.reading import plain
from castapp.ui.screens.schedule.axis import SideEdge, TopEdge
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.geometry import (
    AXIS,
    HEADER,
    HOUR,
    LABEL,
    LEAST_HOUR,
    MOST_HOUR,
    RULER,
    Geometry,
    WeekGeometry,
    day_plan,
    week_plan,
)
from castapp.ui.screens.schedule.keys import neighbour
from castapp.ui.screens.schedule.layout import Layout
from castapp.ui.screens.schedule.model import CardModel
from castapp.ui.screens.schedule.present import BoardView

Index = QModelIndex | QPersistentModelIndex
_Cursor = QAbstractItemView.CursorAction
_Flag = QItemSelectionModel.SelectionFlag
_WAYS = {
    _Cursor.MoveUp: (0, -1),
    _Cursor.MoveDown: (0, 1),
    _Cursor.MoveLeft: (-1, 0),
    _Cursor.MoveRight: (1, 0),
}


class CardView(QListView):
    """Holds what is shown (`view`), where it stands (`plan`) and what is selected, by record id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = CardModel(self)
        self.view = BoardView((), (), (), ())
        self.plan: Geometry = WeekGeometry((), (), 0)
        self.places = Layout((), self.plan)
        self._hour = HOUR
        self._room = QSize()
        self.top, self._side = TopEdge(self, self), SideEdge(self, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(self.cards)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._scrolled)

    def show_view(self, view: BoardView) -> None:
        """Show this day or week; what is selected stays selected where it is still there."""
        kept, current = self.selected_ids(), self.current_id()
        turned = len(view.days) != len(self.view.days)
        self.view = view
        blocked = self.selectionModel().blockSignals(True)
        self.cards.set_cards(view.cards)
        self.selectionModel().blockSignals(blocked)
        self._measure()
        if turned:
            self.verticalScrollBar().setValue(0)
        self.select(kept, current)

    def selected_ids(self) -> list[str]:
        """The selected records, in the order of time."""
        cards = (self.cards.card(index) for index in self.selectionModel().selectedIndexes())
        return [card.id for card in sorted(filter(None, cards), key=lambda one: one.stand.start)]

    def selected_calls(self) -> list[str]:
        """The selected calls; performances are not moved here."""
        wanted = set(self.selected_ids())
        return [card.id for card in self.view.cards if card.is_call and card.id in wanted]

    def current_id(self) -> str:
        """The record the keyboard is on, "" for none."""
        card = self.cards.card(self.currentIndex())
        return card.id if card else ""

    def select(self, ids: Sequence[str], current: str = "") -> None:
        """Select these records, those that are shown, and put the keyboard on `current`."""
        rows = [row for row in map(self.cards.row_of, ids) if row is not None]
        wanted = QItemSelection()
        for row in rows:
            index = self.cards.index(row)
            wanted.select(index, index)
        row_now = self.cards.row_of(current) if current else (rows[0] if rows else None)
        if row_now is not None:
            self.selectionModel().setCurrentIndex(self.cards.index(row_now), _Flag.NoUpdate)
        self.selectionModel().select(wanted, _Flag.ClearAndSelect)
        self.viewport().update()

    def toggle(self, record_id: str) -> None:
        """Select a record as well, or no longer."""
        row = self.cards.row_of(record_id)
        if row is not None:
            self.selectionModel().setCurrentIndex(self.cards.index(row), _Flag.Toggle)

    def ground(self, point: QPoint) -> QPoint:
        """A point of the viewport in the board's own pixels."""
        return point + QPoint(self.horizontalOffset(), self.verticalOffset())

    def card_at(self, point: QPoint) -> Card | None:
        """The card under a point of the viewport."""
        spot = self.ground(point)
        return self.places.at(spot.x(), spot.y())

    def zoom(self, factor: float, at: int) -> None:
        """Make the hours of the day board taller or lower; the height `at` stays where it is."""
        if not self.plan.down:
            return
        spot = self.plan.spot(0, at + self.verticalOffset())
        self._hour = min(MOST_HOUR, max(LEAST_HOUR, round(self._hour * factor)))
        self._measure()
        self.verticalScrollBar().setValue(self.plan.pixels(spot.minute) - at)

    def visualRect(self, index: Index) -> QRect:
        card = self.cards.card(index)
        box = self.places.boxes.get(card.id) if card else None
        if box is None:
            return QRect()
        rect = QRect(box.x, box.y, box.w, box.h)
        return rect.translated(-self.horizontalOffset(), -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        card = self.card_at(point)
        row = self.cards.row_of(card.id) if card else None
        return self.cards.index(row) if row is not None else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        rect = self.visualRect(index).adjusted(-6, -6, 6, 6)
        area = self.viewport().rect()
        if rect.isEmpty() or area.contains(rect):
            return
        for bar, low, high, least, most in (
            (self.verticalScrollBar(), rect.top(), rect.bottom(), area.top(), area.bottom()),
            (self.horizontalScrollBar(), rect.left(), rect.right(), area.left(), area.right()),
        ):
            if low < least:
                bar.setValue(bar.value() + low - least)
            elif high > most:
                bar.setValue(bar.value() + min(high - most, low - least))

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        count, row = len(self.cards.cards), self.currentIndex().row()
        found = row
        if action in _WAYS:
            boxes = [self.places.boxes.get(card.id) for card in self.cards.cards]
            found = neighbour(boxes, row, _WAYS[action])
        elif action in (_Cursor.MoveHome, _Cursor.MoveEnd):
            found = 0 if action == _Cursor.MoveHome else count - 1
        elif action in (_Cursor.MoveNext, _Cursor.MovePrevious):
            step = 1 if action == _Cursor.MoveNext else -1
            found = min(count - 1, max(0, row + step))
        return self.cards.index(found) if 0 <= found < count else QModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        chosen = QItemSelection()
        for row in range(len(self.cards.cards)):
            index = self.cards.index(row)
            if self.visualRect(index).intersects(rect):
                chosen.select(index, index)
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region = region.united(QRegion(self.visualRect(index).adjusted(-3, -3, 3, 3)))
        return region

    def doItemsLayout(self) -> None:
        """Nothing to lay out: the geometry says where everything is."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        area = self._room
        for bar, size, room in (
            (self.verticalScrollBar(), self.plan.height, area.height()),
            (self.horizontalScrollBar(), self.plan.width, area.width()),
        ):
            bar.setPageStep(room)
            bar.setSingleStep(24)
            bar.setRange(0, max(0, size - room))
        place = self.viewport().geometry()
        self.top.setGeometry(0, 0, self.width(), place.top())
        self._side.setGeometry(0, place.top(), place.left(), place.height())
        self._scrolled()

    def keyboardSearch(self, search: str) -> None:
        """Letters go to the next card one of whose words begins with them."""
        wanted, count = plain(search), len(self.cards.cards)
        first = self.currentIndex().row() + (1 if len(search) == 1 else 0)
        for step in range(count):
            row = (max(0, first) + step) % count
            card = self.cards.cards[row]
            words = plain(" ".join((card.title, *card.text.who, card.text.team))).split()
            if any(word.startswith(wanted) for word in words):
                self.select([card.id], card.id)
                self.scrollTo(self.cards.index(row))
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    def _measure(self) -> None:
        """Work the geometry out anew for what is shown and the room there is.

        The room is that of the whole widget, less the bars that are needed: measured with the
        bars as they happen to be, they could come and go for ever.
        """
        if not self.view.days:
            return
        left, top = (LABEL, AXIS) if len(self.view.days) > 1 else (RULER, HEADER)
        self.setViewportMargins(left, top, 0, 0)
        room, bar = self.maximumViewportSize(), self.verticalScrollBar().sizeHint().width()
        width, height = room.width(), room.height()
        plan = self._plan(width, height)
        if plan.height > height:
            width -= bar
            plan = self._plan(width, height)
        if plan.width > width:
            height -= bar
            plan = self._plan(width, height)
            if plan.height > height and width == room.width():
                width -= bar
                plan = self._plan(width, height)
        self.plan, self._room = plan, QSize(width, height)
        self.places = Layout(self.view.cards, plan)
        self.updateGeometries()
        self.viewport().update()

    def _plan(self, width: int, height: int) -> Geometry:
        view = self.view
        if len(view.days) > 1:
            return week_plan(view.days, view.studios, view.spans, view.free, (width, height))
        return day_plan(
            view.days[0], view.studios, view.spans, self._hour, (width, height), view.weights
        )

    def _scrolled(self) -> None:
        self.top.update()
        self._side.update()
        self.viewport().update()
