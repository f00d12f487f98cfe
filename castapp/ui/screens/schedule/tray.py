"""The tray under the board: calls that need a place, to be dragged onto it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from castapp.ui import fonts, theme
from castapp.ui.screens.schedule.cards import Card, call_length
from castapp.ui.screens.schedule.drag_state import THRESHOLD
from castapp.ui.screens.schedule.model import CARD_ROLE, CardModel
from castapp.ui.widgets.bar import Bar
from castapp.ui.widgets.drawing import focus_ring, plate
from castapp.ui.widgets.label import Label

Index = QModelIndex | QPersistentModelIndex
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
HEIGHT = 30
CHIP = 22


class Tray(Bar):
    """Lists unplaced calls. While one is dragged `lifted`, `dragged` and `dropped` tell where."""

    opened = Signal(str)
    chosen = Signal(str)
    lifted = Signal(object, QPoint)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__(HEIGHT, line="line2", at_top=True)
        self.list = _TrayList(self)
        self._count = Label("", fonts.TABLE, "t2")
        self._invited = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 8, 0)
        row.setSpacing(8)
        row.addWidget(Label("Unplaced", fonts.TABLE, weight=600))
        row.addWidget(self._count)
        row.addWidget(self.list, 1)

    @property
    def words(self) -> str:
        """What stands beside its name: how many wait, or what letting go here does."""
        return self._count.text()

    def invite(self, count: int) -> None:
        """Show that so many calls can be let go here; none: not any more."""
        if count != self._invited:
            self._invited = count
            self._tell()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._invited:
            tokens = theme.current()
            plate(QPainter(self), self.rect().adjusted(2, 2, -3, -3), tokens.sel, tokens.focus)

    def _tell(self) -> None:
        waiting = self.list.cards.rowCount()
        said = str(waiting) if waiting else "Nothing waits for a place."
        if self._invited:
            calls = "the call" if self._invited == 1 else f"{self._invited} calls"
            said = f"Let go: {calls} will wait here for a place."
        self._count.setText(said)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these calls, and how many there are."""
        self.list.cards.set_cards(cards)
        self._tell()
        self.list.setAccessibleName(f"Unplaced calls, {len(cards)}")

    def selected_id(self) -> str:
        """The call selected in the tray, "" for none."""
        chosen = self.list.selectedIndexes()
        card = self.list.cards.card(chosen[0]) if chosen else None
        return card.id if card else ""

    def select(self, record_id: str) -> bool:
        """Select a call of the tray. False if it is not there."""
        row = self.list.cards.row_of(record_id)
        if row is None:
            self.list.clearSelection()
            return False
        self.list.clearSelection()
        self.list.setCurrentIndex(self.list.cards.index(row))
        return True


class _TrayList(QListView):
    def __init__(self, tray: Tray) -> None:
        super().__init__(tray)
        self.cards = CardModel(self)
        self._tray = tray
        self._from: QPoint | None = None
        self._holding = False
        self.setModel(self.cards)
        self.setItemDelegate(_TrayDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setSpacing(0)
        self.setFixedHeight(CHIP + 4)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("background: transparent")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def selectionChanged(self, chosen: QItemSelection, left: QItemSelection) -> None:
        super().selectionChanged(chosen, left)
        card = self.cards.card(chosen.indexes()[0]) if chosen.indexes() else None
        if card is not None:
            self._tray.chosen.emit(card.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            point = event.position().toPoint()
            self._from = point if self.indexAt(point).isValid() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        point = event.position().toPoint()
        where = self.viewport().mapToGlobal(point)
        if not self._holding and (point - self._from).manhattanLength() >= THRESHOLD:
            card = self.cards.card(self.indexAt(self._from))
            if card is not None:
                self._holding = True
                self._tray.lifted.emit(card, where)
        elif self._holding:
            self._tray.dragged.emit(where)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._holding:
            self._tray.dropped.emit(self.viewport().mapToGlobal(event.position().toPoint()))
        self._from = None
        self._holding = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._holding:
            self._from, self._holding = None, False
            self._tray.given_up.emit()
            return
        card = self.cards.card(self.currentIndex())
        chosen = bool(self.selectedIndexes())
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if card is not None and not chosen and (enter or event.key() in _ARROWS):
            self.setCurrentIndex(self.currentIndex())
        if enter and card is not None:
            self._tray.opened.emit(card.id)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif chosen or event.key() not in _ARROWS:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()


class _TrayDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        card: Card = index.data(CARD_ROLE)
        width = QFontMetrics(fonts.font(fonts.TABLE)).horizontalAdvance(_name(card))
        width += QFontMetrics(fonts.font(fonts.TABLE)).horizontalAdvance(call_length(card))
        return QSize(width + 12 + 8 + 10 + 8, CHIP + 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        card: Card = index.data(CARD_ROLE)
        tokens = theme.current()
        area: QRect = option.rect
        rect = area.adjusted(1, 2, -9, -2)
        pair = tokens.pair(card.text.colour)
        plain = not card.text.colour
        fill, line = (tokens.panel, tokens.line2) if plain else (pair.tint, pair.line)
        plate(painter, rect, fill, line)
        spine = tokens.line2 if plain else pair.spine
        plate(painter, QRect(rect.left(), rect.top(), 4, rect.height()), spine, radius=2)
        face = fonts.font(fonts.TABLE, figures=True)
        painter.setFont(face)
        base = rect.center().y() + 5
        painter.setPen(tokens.t2 if plain else pair.text)
        painter.drawText(rect.left() + 12, base, _name(card))
        painter.setPen(tokens.t2)
        width = QFontMetrics(face).horizontalAdvance(call_length(card))
        painter.drawText(rect.right() - 7 - width, base, call_length(card))
        _mark(painter, rect, option.state)


def _mark(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    """The ring where the keyboard is; grey round what is selected while it is elsewhere."""
    if state & QStyle.StateFlag.State_HasFocus:
        focus_ring(painter, rect)
    elif state & QStyle.StateFlag.State_Selected:
        plate(painter, rect, None, theme.current().t3)


def _name(card: Card) -> str:
    return " · ".join(part for part in (card.text.work, card.text.what) if part)
