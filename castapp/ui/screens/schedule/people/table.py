"""The People view: rows worked by mouse and keys; the board's selection is shown and changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from castapp.services.day_limits import Allowed
from castapp.ui import theme
from castapp.ui.screens.schedule.ground import Grounds
from castapp.ui.screens.schedule.people.edges import PeopleFoot, PeopleHead
from castapp.ui.screens.schedule.people.model import Index, PeopleModel
from castapp.ui.screens.schedule.people.paint import paint_lines, paint_row
from castapp.ui.screens.schedule.people.plan import FOOT, HEADER, ROW, PeoplePlan
from castapp.ui.screens.schedule.people.rows import Block, PeopleView, PersonRow
from castapp.ui.widgets.drawing import focus_ring, shows_focus
from castapp.ui.widgets.tips import plain_tip

_NO_DAY = date.min
MOST_KEPT = 120


class PeopleTable(QListView):
    """`person_chosen` carries a person; `block_chosen` a person and the record of a block;
    `opened` says that what is current is to be opened in the inspector; `turned` that another day
    is about to be shown.
    """

    person_chosen = Signal(str)
    block_chosen = Signal(str, object)
    opened = Signal()
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PeopleModel(self)
        self.view = PeopleView(_NO_DAY)
        self.plan = PeoplePlan(0)
        self.allowed = Allowed()
        self.grounds = Grounds()
        self.chosen: frozenset[str] = frozenset()
        self.block: int | None = None
        self._top, self._foot = PeopleHead(self, self), PeopleFoot(self, self)
        self.setModel(self.people)
        self.setItemDelegate(_Rows(self))
        self.setAccessibleName("People of the day")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setViewportMargins(0, HEADER, 0, FOOT)

    def show_view(self, view: PeopleView, allowed: Allowed) -> None:
        """Show a day; the current person stays current if they are still shown."""
        kept = self.person_id
        if view.day != self.view.day:
            self.turned.emit()
        self.view, self.allowed = view, allowed
        blocked = self.selectionModel().blockSignals(True)
        self.people.show_view(view)
        self.select_person(kept)
        self.selectionModel().blockSignals(blocked)
        self._measure()
        self._foot.setAccessibleName(self._foot.words())

    @property
    def person_id(self) -> str:
        """Who is current, "" for nobody."""
        row = self.people.row(self.currentIndex())
        return row.person_id if row else ""

    @property
    def current_block(self) -> Block | None:
        """The block the keyboard is on, None if it is on the person."""
        row = self.people.row(self.currentIndex())
        if row is None or self.block is None or self.block >= len(row.blocks):
            return None
        return row.blocks[self.block]

    def select_person(self, person_id: str) -> bool:
        """Make a person current. False if they are not shown."""
        number = self.people.number_of(person_id)
        if number is None:
            return False
        self.setCurrentIndex(self.people.index(number))
        return True

    def show_chosen(self, ids: Collection[str]) -> None:
        """Ring the blocks of these records in every row."""
        if frozenset(ids) != self.chosen:
            self.chosen = frozenset(ids)
            self.viewport().update()

    def hit(self, point: QPoint) -> tuple[PersonRow | None, int | None]:
        """The row under a point of the viewport, and which of its blocks."""
        index = self.indexAt(point)
        row = self.people.row(index)
        if row is None:
            return None, None
        top = self.visualRect(index).top()
        for number, block in enumerate(row.blocks):
            left, down, width, height = self.plan.block(block)
            if QRect(left, top + down, width, height).contains(point):
                return row, number
        return row, None

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.block = None
        self.viewport().update()
        if not self.signalsBlocked() and not self.selectionModel().signalsBlocked():
            self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row, block = self.hit(event.position().toPoint())
        super().mousePressEvent(event)
        if row is not None and row.person_id:
            self._choose_block(block)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        row = self.people.row(self.currentIndex())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and row is not None:
            self._step(row, 1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Escape and self.block is not None:
            self._choose_block(None)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            point = event.pos()  # type: ignore[attr-defined]
            row, block = self.hit(point)
            said = row.blocks[block].spoken if row and block is not None else ""
            troubles = "\n".join(row.troubles) if row and block is None else ""
            self.viewport().setToolTip(plain_tip(said or troubles))
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        area = self.viewport().rect()
        tokens = theme.current()
        painter.fillRect(area, tokens.surface)
        paint_lines(painter, self.plan, area.top(), area.bottom(), tokens)
        painter.end()
        super().paintEvent(event)
        index = self.currentIndex()
        if index.isValid() and shows_focus(self) and self.block is None:
            focus_ring(QPainter(self.viewport()), self.visualRect(index))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        self.plan = PeoplePlan(self.viewport().width(), self.view.first, self.view.last)
        place = self.viewport().geometry()
        self._top.setGeometry(0, 0, self.width(), place.top())
        self._foot.setGeometry(0, place.bottom() + 1, self.width(), FOOT)
        for part in (self._top, self._foot, self.viewport()):
            part.update()

    def _step(self, row: PersonRow, way: int) -> None:
        """From block to block along the row; before the first is the person."""
        at = -1 if self.block is None else self.block
        to = min(len(row.blocks) - 1, at + way)
        self._choose_block(None if to < 0 else to)

    def _choose_block(self, block: int | None) -> None:
        self.block = block
        self.viewport().update()
        self._tell()

    def _tell(self) -> None:
        block = self.current_block
        if block is not None:
            self.block_chosen.emit(self.person_id, block.ref)
        else:
            self.person_chosen.emit(self.person_id)


class _Rows(QStyledItemDelegate):
    """Rows drawn once and kept until something on them changes."""

    def __init__(self, table: PeopleTable) -> None:
        super().__init__(table)
        self._table = table
        self._kept: OrderedDict[int, tuple[tuple[object, ...], QPixmap]] = OrderedDict()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._table.people.row(index)
        if row is not None:
            ratio = painter.device().devicePixelRatio()
            picture = self._picture(row, index.row(), ratio)
            painter.drawPixmap(0, option.rect.top(), picture)

    def _picture(self, row: PersonRow, number: int, ratio: float) -> QPixmap:
        table, tokens = self._table, theme.current()
        here = number == table.currentIndex().row()
        ids = {block.ref.id for block in row.blocks} & table.chosen
        block = table.block if here else None
        key = (row, table.plan, here, frozenset(ids), block, tokens.name, ratio)
        known = self._kept.get(number)
        if known is not None and known[0][0] is row and known[0][1:] == key[1:]:
            self._kept.move_to_end(number)
            return known[1]
        picture = QPixmap(round(table.plan.width * ratio), round(ROW * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_row(painter, row, table.plan, 0, tokens, table.grounds,
                  selected=here, chosen=ids, current=block)  # fmt: skip
        painter.end()
        self._kept[number] = (key, picture)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return picture
