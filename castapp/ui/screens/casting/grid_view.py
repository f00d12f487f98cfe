"""The grid itself: a table with frozen edges, arrow keys, typing, painting of casts."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from castapp.ui import theme
from castapp.ui.screens.casting.cell_paint import ACT_HEIGHT, ROLE_HEIGHT, CellDelegate
from castapp.ui.screens.casting.headers import HEIGHT, ROOMY, WIDTH, Corner, NightHeader, RoleHeader
from castapp.ui.screens.casting.model import CastingModel
from castapp.ui.screens.casting.present import CASTS, Grid

NARROW, WIDE = 78, 160
CAST_NARROW, CAST_WIDE = 132, 176
_Index = QModelIndex | QPersistentModelIndex


class CastingGrid(QTableView):
    """`wanted` asks for the picking list of a cell with what was typed; `toggled` a row's key;
    `column_chosen` a column's key; `painted` the keys of the columns a cast was drawn over.
    """

    wanted = Signal(QModelIndex, str)
    toggled = Signal(str)
    column_chosen = Signal(str)
    painted = Signal(list)
    moved = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(CastingModel(self))
        self.setAccessibleName("Casting grid")
        self._painting = False
        self._over: list[str] = []
        self._corner = Corner(self)
        self.setHorizontalHeader(NightHeader(self))
        self.setVerticalHeader(RoleHeader(self))
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.horizontalHeader().sectionClicked.connect(self._on_column)
        self.verticalHeader().sectionClicked.connect(self._on_row)
        self.doubleClicked.connect(lambda index: self.wanted.emit(index, ""))

    def show_grid(self, grid: Grid) -> None:
        """Show this grid, keeping the current cell by row and column."""
        model = self.grid_model
        row, column = self.current_keys
        reset = model.rowCount() != len(grid.rows) or [one.key for one in model.grid.rows] != [
            one.key for one in grid.rows
        ]
        model.show_grid(grid)
        self._corner.show_lines(*grid.corner)
        if reset or self.verticalHeader().count() != len(grid.rows):
            for place, one in enumerate(grid.rows):
                self.setRowHeight(place, ACT_HEIGHT if one.kind == "act" else ROLE_HEIGHT)
        self._fit_columns()
        index = model.place(row, column)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    @property
    def current_keys(self) -> tuple[str, str]:
        """The keys of the current cell's row and column, "" where there is none."""
        index = self.currentIndex()
        if not index.isValid():
            return "", ""
        model = self.grid_model
        return model.row_at(index.row()).key, model.column_at(index.column()).key

    def select(self, row_key: str, column_key: str) -> bool:
        """Make a cell current and bring it into view. False if it is not shown."""
        index = self.grid_model.place(row_key, column_key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def start_painting(self, on: bool) -> None:
        """While painting, clicks and drags choose columns and not cells."""
        self._painting = on
        self._over = []
        shape = Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.horizontalHeader().viewport().setCursor(shape)

    def cell_rect(self, index: _Index) -> QRect:
        """Where a cell is, in the grid's own coordinates."""
        rect = self.visualRect(index)
        return rect.translated(self.viewport().pos())

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.horizontalHeader().viewport().update()
        self.moved.emit()

    def keyboardSearch(self, search: str) -> None:
        """Letters open the picking list instead."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        key = event.key()
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if index.isValid() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(index, "")
        elif index.isValid() and plain and key == Qt.Key.Key_Space:
            self._on_row(index.row())
        elif index.isValid() and plain and event.text().isalpha():
            self.wanted.emit(index, event.text())
        elif key == Qt.Key.Key_Escape and (self._painting or index.isValid()):
            self.leave()
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Have no current cell."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._painting:
            self._over = []
            self._drag_over(event)
            return
        super().mousePressEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self.leave()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._painting:
            self._drag_over(event)
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._painting and self._over:
            over, self._over = self._over, []
            self.painted.emit(over)
            return
        super().mouseReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._corner.setGeometry(0, 0, self.verticalHeader().width(), HEIGHT)

    @property
    def grid_model(self) -> CastingModel:
        """The model shown."""
        return cast(CastingModel, self.model())

    def _fit_columns(self) -> None:
        columns = self.grid_model.columnCount()
        if columns:
            by_cast = self.grid_model.grid.view == CASTS
            low, high = (CAST_NARROW, CAST_WIDE) if by_cast else (NARROW, WIDE)
            self._widen_roles(columns * high)
            room = self.viewport().width()
            self.horizontalHeader().setDefaultSectionSize(min(high, max(low, room // columns)))
            for column in range(columns):
                self.setColumnWidth(column, self.horizontalHeader().defaultSectionSize())

    def _widen_roles(self, wanted: int) -> None:
        """Give the roles the room that columns of `wanted` pixels in all leave over."""
        head = self.verticalHeader()
        spare = self.viewport().width() + head.width() - wanted
        width = max(WIDTH, min(ROOMY, spare))
        if width != head.width():
            head.setFixedWidth(width)
            self.updateGeometries()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        header = self.horizontalHeader()
        left = header.length() - header.offset()
        if left >= self.viewport().width():
            return
        tokens = theme.current()
        painter = QPainter(self.viewport())
        for row, one in enumerate(self.grid_model.grid.rows):
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            band = QRect(left, top, self.viewport().width() - left, height)
            painter.fillRect(band, tokens.panel if one.kind == "act" else tokens.surface)
            painter.fillRect(left, band.bottom(), band.width(), 1, tokens.line)

    def _on_row(self, row: int) -> None:
        one = self.grid_model.row_at(row)
        if one.opens:
            self.toggled.emit(one.key)

    def _on_column(self, column: int) -> None:
        key = self.grid_model.column_at(column).key
        if self._painting:
            self.painted.emit([key])
        else:
            self.leave()
            self.column_chosen.emit(key)

    def _drag_over(self, event: QMouseEvent) -> None:
        column = self.columnAt(int(event.position().x()))
        if column >= 0:
            key = self.grid_model.column_at(column).key
            if key not in self._over:
                self._over.append(key)
