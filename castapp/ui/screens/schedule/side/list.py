"""The side list as a widget: choose a ballet, type to narrow it, drag or press Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import (
    QEvent,
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

from castapp.ui import fonts, icons, theme
from castapp.ui.announce import say
from castapp.ui.screens.schedule.drag_state import THRESHOLD
from castapp.ui.screens.schedule.side.parts import Part
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.drawing import focus_ring, words
from castapp.ui.widgets.line_model import LINE, LineModel
from castapp.ui.widgets.tips import plain_tip

WIDTH, ROW, INSET, ARROW = 232, 24, 16, 14
_Index = QModelIndex | QPersistentModelIndex


class SideList(QWidget):
    """`dragged` and `dropped` carry a part and where on the screen; `given_up` ends a drag;
    `taken` is a part chosen by keyboard; `wanted` says that others are asked for; `left` that the
    keyboard is to go back. `opened` has the keys of the sections whose casts are shown.
    """

    dragged = Signal(object, QPoint)
    dropped = Signal(object, QPoint)
    given_up = Signal()
    taken = Signal(object)
    wanted = Signal()
    left = Signal()

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
        self.typed.returnPressed.connect(self._enter)
        self.typed.installEventFilter(self)
        self.opened: set[str] = set()
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
        """Show these; the one that is chosen stays so if it is still there."""
        if tuple(parts) == self.list.parts.lines:
            return
        kept = self.list.part_at(self.list.currentIndex())
        self.list.parts.show_lines(parts)
        self.list.choose(kept.key if kept else "")

    def turn(self, part: Part) -> None:
        """Open a section to show its casts, or close it."""
        self.opened ^= {part.key}
        self.wanted.emit()

    def take(self, part: Part) -> None:
        """Give a part away, or go to the ballet it is in."""
        if part.leads:
            self.work.choose(part.leads)
            self.wanted.emit()
            self._into_list()
        else:
            self.taken.emit(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        down = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if down and cast(QKeyEvent, event).key() == Qt.Key.Key_Down:
            self._into_list()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Enter in the field: to the first thing found, or where it is."""
        first = self.list.first
        if first is not None and first.leads:
            self.take(first)
        else:
            self._into_list()

    def _into_list(self) -> None:
        """From the field to the first thing found; stay if there is none, and say so."""
        if self.list.first is None:
            say(self.typed, ". ".join(part.text for part in self.list.parts.lines))
            return
        self.list.setFocus()
        self.list.choose()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), tokens.panel)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.line)


class PartModel(LineModel[Part]):
    """Parts under their headings; headings cannot be chosen."""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        enabled = Qt.ItemFlag.ItemIsEnabled
        part = self.lines[index.row()] if index.isValid() else None
        return enabled | Qt.ItemFlag.ItemIsSelectable if part and part.key else enabled

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.lines[index.row()].spoken)
        return super().data(index, role)


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

    @property
    def first(self) -> Part | None:
        """The first that can be chosen."""
        return next((part for part in self.parts.lines if part.key), None)

    def choose(self, key: str = "") -> None:
        """Make a part the current one, else the first."""
        rows = [n for n, part in enumerate(self.parts.lines) if part.key]
        found = next((n for n in rows if self.parts.lines[n].key == key), None)
        if found is None and rows and not key:
            found = rows[0]
        if found is not None:
            self.setCurrentIndex(self.parts.index(found))

    def part_at(self, index: _Index) -> Part | None:
        """The part of a row, None for a heading."""
        part = cast("Part | None", index.data(LINE))
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
            part = self.part_at(self.indexAt(self._from))
            self._held = part if part is not None and not part.leads else None
        if self._held is not None:
            self._side.dragged.emit(self._held, self.viewport().mapToGlobal(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        held, self._held, self._from = self._held, None, None
        point = event.position().toPoint()
        if held is not None:
            self._side.dropped.emit(held, self.viewport().mapToGlobal(point))
        elif (part := self.part_at(self.indexAt(point))) is not None and part.leads:
            self._side.take(part)
        elif point.x() <= INSET:
            self._turn(part, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        part = self.part_at(self.currentIndex())
        if event.key() == Qt.Key.Key_Escape and self._held is not None:
            self._held, self._from = None, None
            self._side.given_up.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if part is not None:
                self._side.take(part)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._turn(part, event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def _turn(self, part: Part | None, wanted: bool | None) -> None:
        """Open a section (True), close it (False), or the other of the two (None)."""
        if part is not None and part.open is not None and part.open is not wanted:
            self._side.turn(part)


class _PartDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens, part = theme.current(), cast(Part, index.data(LINE))
        rect = QRect(option.rect)
        if not part.key:
            low = rect.adjusted(2, 4, 0, 0)
            words(painter, low, part.text, fonts.font(fonts.LABEL), tokens.t2)
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.sel)
        if part.open is not None:
            name = "chevron-down" if part.open else "chevron-right"
            icons.paint_icon(painter, name, tokens.t2, 0, rect.top() + (ROW - ARROW) // 2, ARROW)
        room = rect.adjusted(2 * INSET if part.under else INSET, 0, -6, 0)
        face = fonts.font(fonts.LABEL, figures=True)
        right = Qt.AlignmentFlag.AlignRight
        taken = words(painter, room, part.detail, face, tokens.t2, right) if part.detail else 0
        room.setRight(room.right() - taken - 8)
        words(painter, room, part.text, fonts.font(fonts.TABLE), tokens.t1)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect)
