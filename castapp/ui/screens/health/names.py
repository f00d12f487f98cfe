"""The names of those in full participation, in columns; a click or Enter chooses one."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from castapp.ui import fonts, theme
from castapp.ui.screens.health.board import Full
from castapp.ui.widgets.drawing import focus_ring, plate, words
from castapp.ui.widgets.tips import plain_tip

COLUMN, ROW, MARGIN = 126, 20, 8
_KEY = int(Qt.ItemDataRole.UserRole) + 1
_Index = QModelIndex | QPersistentModelIndex


class NamesModel(QAbstractListModel):
    """Short names; the whole name and the word are read out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[Full, ...] = ()

    def show_names(self, names: tuple[Full, ...]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._names = names
        self.endResetModel()

    def row_of(self, person_id: str) -> int:
        """Where somebody stands; -1 if they do not."""
        return next((n for n, one in enumerate(self._names) if one.person_id == person_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self._names[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.short
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.name}, full"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(one.name)
        return one.person_id if role == _KEY else None


class NameColumns(QListView):
    """As high as its names need. `selected` carries a person's id."""

    selected = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.names = NamesModel(self)
        self.setModel(self.names)
        self.setItemDelegate(_NameDelegate(self))
        self.setAccessibleName("In full participation")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setViewportMargins(MARGIN, MARGIN, MARGIN, MARGIN)

    def show_names(self, names: tuple[Full, ...]) -> None:
        """Show these names."""
        self.names.show_names(names)
        self._fit()

    def choose(self, person_id: str) -> bool:
        """Mark this name; False, and none marked, if it is not here."""
        row = self.names.row_of(person_id)
        self.setCurrentIndex(self.names.index(row) if row >= 0 else QModelIndex())
        return row >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self.currentIndex())

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._tell(current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        columns = max(1, (self.width() - 2 * MARGIN) // COLUMN)
        rows = -(-self.names.rowCount() // columns)
        self.setFixedHeight(rows * ROW + 2 * MARGIN)

    def _tell(self, index: _Index) -> None:
        if index.isValid():
            self.selected.emit(str(index.data(_KEY)))


class _NameDelegate(QStyledItemDelegate):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(COLUMN, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = theme.current()
        rect = QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            plate(painter, rect, tokens.sel)
        face = fonts.font(fonts.TABLE, 500 if selected else 400)
        ink = tokens.t1 if selected else tokens.t2
        words(painter, rect.adjusted(8, 0, -4, 0), str(index.data()), face, ink)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if focused and option.state & QStyle.StateFlag.State_Active:
            focus_ring(painter, rect)
