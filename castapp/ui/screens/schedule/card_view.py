"""A list view of cards on the board's ground: what Qt asks of any item view, and selection."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QWidget

from castapp.ui.announce import reached
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.ground_view import GroundView
from castapp.ui.screens.schedule.keys import neighbour
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


class CardView(GroundView):
    """Cards on their ground, and which of them are selected, by record id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = CardModel(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(self.cards)

    def show_view(self, view: BoardView) -> None:
        """Show this day or week; what is selected stays selected where it is still there."""
        kept, current = self.selected_ids(), self.current_id()
        blocked = self.selectionModel().blockSignals(True)
        self.cards.set_cards(view.cards)
        self.selectionModel().blockSignals(blocked)
        self.lay_out(view)
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

    def card_at(self, point: QPoint) -> Card | None:
        """The card under a point of the viewport."""
        spot = self.ground(point)
        return self.places.at(spot.x(), spot.y())

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

    def keyboardSearch(self, search: str) -> None:
        """Letters look for nothing here: they begin a call."""

    def go_to(self, record_id: str) -> None:
        """Select a card that is shown, and bring it into view."""
        self.select([record_id], record_id)
        self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of the card itself: a list that lays its items out elsewhere does not know them."""
        QAbstractItemView.currentChanged(self, current, previous)
        self.viewport().update()
        if current.isValid() and self.hasFocus():
            reached(self, current.row())

    def selectionChanged(self, chosen: QItemSelection, left: QItemSelection) -> None:
        QAbstractItemView.selectionChanged(self, chosen, left)
