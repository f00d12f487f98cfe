"""The grid itself: a table with frozen edges, arrow keys, typing, painting of casts."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from castapp.ui import theme
from castapp.ui.screens.casting.brush import Brush
from castapp.ui.screens.casting.cell_paint import (
    ACT_HEIGHT,
    ROLE_HEIGHT,
    Pictures,
    paint_act,
    paint_current,
)
from castapp.ui.screens.casting.cell_words import LINE, Look
from castapp.ui.screens.casting.fitting import TOTAL, column_width, heads_width, looks
from castapp.ui.screens.casting.headers import Corner, NightHeader, RoleHeader
from castapp.ui.screens.casting.model import CastingModel
from castapp.ui.screens.casting.present import Grid

_Index = QModelIndex | QPersistentModelIndex


class CastingGrid(QTableView):
    """`wanted` asks for the picking list of a cell with what was typed; `toggled` a row's key;
    `column_chosen` a column's key; `painted` the keys of the columns a cast was drawn over,
    `painting_over` those it would be drawn over if the mouse were let go of.
    """

    wanted = Signal(QModelIndex, str)
    toggled = Signal(str)
    column_chosen = Signal(str)
    painted = Signal(list)
    painting_over = Signal(list)
    moved = Signal()
    selected = Signal()
    escaped = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(CastingModel(self))
        self.setAccessibleName("Casting grid")
        self._corner = Corner(self)
        self.setHorizontalHeader(NightHeader(self))
        self.setVerticalHeader(RoleHeader(self))
        self._pictures = Pictures()
        self._looks: list[Look] = []
        self._brush = Brush(self)
        self._brush.painted.connect(lambda drawn: self.painted.emit(self._keys(drawn)))
        self._brush.over.connect(lambda drawn: self.painting_over.emit(self._keys(drawn)))
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
        model.show_grid(grid)
        cast(NightHeader, self.horizontalHeader()).show_columns(grid.columns)
        self._corner.show_lines(*grid.corner)
        self._fit()
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
        self._brush.turn(on=on)

    def cell_rect(self, index: _Index) -> QRect:
        """Where a cell is, in the grid's own coordinates."""
        rect = self.visualRect(index)
        return rect.translated(self.viewport().pos())

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.horizontalHeader().viewport().update()
        self.moved.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selected.emit()

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
        elif key == Qt.Key.Key_Escape and (self._brush.on or index.isValid()):
            self.leave()
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Have no current cell."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """At the mouse, on the cell under it; by the keys, on the current one."""
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        else:
            under = self.indexAt(event.pos())
            if under not in self.selectedIndexes():
                self.setCurrentIndex(under)
        self.menu_wanted.emit(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        height = self.horizontalHeader().height()
        self._corner.setGeometry(0, 0, self.verticalHeader().width(), height)

    @property
    def grid_model(self) -> CastingModel:
        """The model shown."""
        return cast(CastingModel, self.model())

    def _fit(self) -> None:
        """Columns as wide as there is room for, rows as high as their names want."""
        grid, head = self.grid_model.grid, self.verticalHeader()
        if not grid.columns:
            return
        roles = heads_width(grid, self.viewport().width() + head.width())
        if roles != head.width():
            head.setFixedWidth(roles)
            self.updateGeometries()
        size = column_width(grid, self.viewport().width())
        self.horizontalHeader().setDefaultSectionSize(size)
        for column, one in enumerate(grid.columns):
            self.setColumnWidth(column, TOTAL if one.total else size)
        self._looks = looks(grid, size)
        for place, (row, look) in enumerate(zip(grid.rows, self._looks, strict=True)):
            height = ACT_HEIGHT if row.kind == "act" else ROLE_HEIGHT + LINE * look.lines
            if self.rowHeight(place) != height:
                self.setRowHeight(place, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every visible cell at once: asking a delegate for each costs twice as much."""
        tokens = theme.current()
        painter = QPainter(self.viewport())
        self._pictures.begin(tokens, self.viewport().devicePixelRatio())
        area = event.rect()
        chosen = {(one.row(), one.column()) for one in self.selectedIndexes()}
        across = self._columns_over(area)
        rows = self.grid_model.grid.rows
        for row in self._rows_over(area):
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            if rows[row].kind == "act":
                paint_act(painter, tokens, QRect(area.x(), top, area.width(), height))
                continue
            cells = self.grid_model.grid.cells[row]
            for column, left, width, shade in across:
                picture = self._pictures.of(
                    cells[column], shade, (row, column) in chosen, width, self._looks[row]
                )
                painter.drawPixmap(left, top, picture)
            self._paint_rest(painter, top, height)
        current = self.currentIndex()
        if current.isValid() and self.hasFocus():
            paint_current(painter, tokens, self.visualRect(current))

    def _columns_over(self, area: QRect) -> list[tuple[int, int, int, int]]:
        """The columns in an area: which, where from, how wide, which shade."""
        found = []
        for column, one in enumerate(self.grid_model.grid.columns):
            left, width = self.columnViewportPosition(column), self.columnWidth(column)
            if left <= area.right() and left + width > area.left():
                found.append((column, left, width, one.shade))
        return found

    def _rows_over(self, area: QRect) -> range:
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        count = self.grid_model.rowCount()
        return range(first if first >= 0 else count, last + 1 if last >= 0 else count)

    def _paint_rest(self, painter: QPainter, top: int, height: int) -> None:
        """What is right of the last column."""
        header, tokens = self.horizontalHeader(), theme.current()
        left = header.length() - header.offset()
        wide = self.viewport().width() - left
        if wide > 0:
            painter.fillRect(left, top, wide, height, tokens.surface)
            painter.fillRect(left, top + height - 1, wide, 1, tokens.line)

    def _on_row(self, row: int) -> None:
        one = self.grid_model.row_at(row)
        if one.opens:
            self.toggled.emit(one.key)

    def _on_column(self, column: int) -> None:
        self.leave()
        self.column_chosen.emit(self.grid_model.column_at(column).key)

    def _keys(self, columns: list[int]) -> list[str]:
        return [self.grid_model.column_at(column).key for column in columns]
