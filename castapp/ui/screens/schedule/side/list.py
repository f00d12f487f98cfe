"""The side list as a widget: choose a ballet, type to narrow it, drag or press Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from castapp.ui import fonts, theme
from castapp.ui.screens.schedule.drag_state import THRESHOLD
from castapp.ui.screens.schedule.side.parts import Part
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.drawing import focus_ring, words
from castapp.ui.widgets.tips import plain_tip

WIDTH, ROW = 216, 24
_Index = QModelIndex | QPersistentModelIndex
_PART = int(Qt.ItemDataRole.UserRole)


class SideList(QWidget):
    """`dragged` and `dropped` carry a part and where on the screen; `given_up` ends a drag;
    `taken` is a part chosen by keyboard; `wanted` says that others are asked for.
    """

    dragged = Signal(object, QPoint)
    dropped = Signal(object, QPoint)
    given_up = Signal()
    taken = Signal(object)
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.work = ChoiceField(name="Ballet of the list")
        self.typed = QLineEdit()
        self.typed.setAccessibleName("Find in the list")
        self.typed.setPlaceholderText("Role, section or name")
        self.typed.setMaxLength(80)
        self.list = _PartList(self)
        self.work.chosen.connect(lambda _key: self.wanted.emit())
        self.typed.textChanged.connect(lambda _text: self.wanted.emit())
        self.typed.returnPressed.connect(self.list.setFocus)
        self.setFixedWidth(WIDTH)
        self.setFocusProxy(self.typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        for widget in (self.work, self.typed, self.list):
            column.addWidget(widget)

    def show_works(self, works: Sequence[tuple[str, str]]) -> None:
        """Offer these ballets, the first of them if none is chosen yet."""
        self.work.show_choices([*works, ("", "No ballet")])
        if self.work.currentIndex() < 0:
            self.work.choose(works[0][0] if works else "")

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these."""
        self.list.parts.show_parts(parts)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), tokens.panel)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.line)


class PartModel(QAbstractListModel):
    """Parts under their headings; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Part, ...] = ()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these instead."""
        if tuple(parts) != self.rows:
            self.beginResetModel()
            self.rows = tuple(parts)
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        enabled = Qt.ItemFlag.ItemIsEnabled
        part = self.rows[index.row()] if index.isValid() else None
        return enabled | Qt.ItemFlag.ItemIsSelectable if part and part.key else enabled

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        part = self.rows[index.row()]
        if role == _PART:
            return part
        if role == Qt.ItemDataRole.DisplayRole:
            return part.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(part.spoken)
        return part.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


class _PartList(QListView):
    def __init__(self, side: SideList) -> None:
        super().__init__()
        self._side = side
        self._from: QPoint | None = None
        self._held: Part | None = None
        self.parts = PartModel(self)
        self.setModel(self.parts)
        self.setItemDelegate(_PartDelegate(self))
        self.setAccessibleName("Sections, casts, roles and people")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("background: transparent")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def part_at(self, index: _Index) -> Part | None:
        """The part of a row, None for a heading."""
        part = cast("Part | None", index.data(_PART))
        return part if part is not None and part.key else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        if self._held is None and (point - self._from).manhattanLength() >= THRESHOLD:
            self._held = self.part_at(self.indexAt(self._from))
        if self._held is not None:
            self._side.dragged.emit(self._held, self.viewport().mapToGlobal(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        held, self._held, self._from = self._held, None, None
        if held is not None:
            where = self.viewport().mapToGlobal(event.position().toPoint())
            self._side.dropped.emit(held, where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        part = self.part_at(self.currentIndex())
        if event.key() == Qt.Key.Key_Escape and self._held is not None:
            self._held, self._from = None, None
            self._side.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if part is not None:
                self._side.taken.emit(part)
        else:
            super().keyPressEvent(event)


class _PartDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens, part = theme.current(), cast(Part, index.data(_PART))
        rect = QRect(option.rect)
        if not part.key:
            low = rect.adjusted(2, 4, 0, 0)
            words(painter, low, part.text, fonts.font(fonts.LABEL), tokens.t2)
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.sel)
        room = rect.adjusted(10, 0, -6, 0)
        face = fonts.font(fonts.LABEL, figures=True)
        right = Qt.AlignmentFlag.AlignRight
        taken = words(painter, room, part.detail, face, tokens.t2, right) if part.detail else 0
        room.setRight(room.right() - taken - 8)
        words(painter, room, part.text, fonts.font(fonts.TABLE), tokens.t1)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect)
