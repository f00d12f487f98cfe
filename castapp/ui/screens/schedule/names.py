"""Who a call comes to by name: by rank, with a mark of participation, the role, and trouble."""

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
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from castapp.domain.calls import ATTENDANCE_STATES
from castapp.ui import fonts, icons, theme
from castapp.ui.screens.schedule.call_facts import NameRow
from castapp.ui.widgets.drawing import focus_ring, words
from castapp.ui.widgets.marks import SIZE, paint_participation
from castapp.ui.widgets.tips import plain_tip

ROW = 19
_Index = QModelIndex | QPersistentModelIndex
_ROW_ROLE = int(Qt.ItemDataRole.UserRole)


class NameModel(QAbstractListModel):
    """People and the ranks above them; ranks cannot be selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[NameRow, ...] = ()

    def show_rows(self, rows: Sequence[NameRow]) -> None:
        """Show these instead."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not self._rows[index.row()].person_id:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip("\n".join(row.troubles)) or None
        return row if role == _ROW_ROLE else None


class NameList(QListView):
    """As high as it has rows. `marked` carries a person and how they attended; `opened` whom."""

    opened = Signal(str)
    marked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._model = NameModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_NameDelegate(self))
        self.setAccessibleName("Who is called, by rank")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("background: transparent")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Sequence[NameRow]) -> None:
        """Show these people."""
        self._model.show_rows(rows)
        self.setFixedHeight(len(rows) * ROW + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Menu):
            self._open_menu(self.visualRect(self.currentIndex()).bottomLeft())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row = cast("NameRow | None", index.data(_ROW_ROLE))
        if row is not None and row.person_id:
            self.opened.emit(row.person_id)

    def _open_menu(self, point: QPoint) -> None:
        """How somebody attended."""
        row = cast("NameRow | None", self.indexAt(point - QPoint(0, 1)).data(_ROW_ROLE))
        if row is None or not row.person_id:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for state in ATTENDANCE_STATES:
            action = menu.addAction(state.capitalize())
            action.triggered.connect(
                lambda _=False, state=state: self.marked.emit(row.person_id, state)
            )
        menu.popup(self.viewport().mapToGlobal(point))


class _NameDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = theme.current()
        row = cast(NameRow, index.data(_ROW_ROLE))
        rect = QRect(option.rect)
        if not row.person_id:
            words(painter, rect, row.name, fonts.font(fonts.LABEL), tokens.t2)
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.sel)
        middle = rect.top() + (rect.height() - SIZE) // 2
        paint_participation(painter, row.status, rect.left() + 1, middle)
        room = rect.adjusted(20, 0, -2, 0)
        if row.aside:
            face = fonts.font(fonts.LABEL, figures=True)
            right = Qt.AlignmentFlag.AlignRight
            taken = words(painter, room, row.aside, face, tokens.t2, right)
            room.setRight(room.right() - taken - 8)
        if row.severity and row.severity != "note":
            signal = tokens.findings[row.severity]
            icons.paint_icon(painter, signal.icon, signal.ink, room.right() - 13, rect.top() + 3,
                             icons.INLINE)  # fmt: skip
            room.setRight(room.right() - 18)
        used = words(painter, room, row.name, fonts.font(fonts.TABLE), tokens.t1)
        room.setLeft(room.left() + used + 7)
        if row.role and room.width() > 24:
            words(painter, room, row.role, fonts.font(fonts.LABEL), tokens.t2)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect)
