"""The table all lists stand on: our look, headings over groups, type-to-search, kept selection."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from castapp.ui.reading import plain
from castapp.ui.widgets.cells import GROUP_HEIGHT, CellDelegate, Role
from castapp.ui.widgets.drawing import focus_ring, shows_focus

HEADER_HEIGHT = 32
_PAUSE = 1.0
_Index = QModelIndex | QPersistentModelIndex


class DataTable(QTableView):
    """Rows of records. `opened` on Enter or double click, `selected` when another row is current.

    Both carry the row's key (`Role.KEY` in column 0), "" when no row is left.
    """

    opened = Signal(str)
    selected = Signal(str)

    def __init__(self, name: str, row_height: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_height = row_height
        self._typed = ""
        self._typed_at = 0.0
        self._kept = ""
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(CellDelegate(row_height, self))
        self._dress_headers()
        self.doubleClicked.connect(self._open)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelAboutToBeReset.connect(self._keep_row)
            model.modelReset.connect(self._after_reset)
            self._span_groups()

    def set_widths(self, *widths: int, stretch: int = -1) -> None:
        """Fix the columns' widths; the one numbered `stretch` takes what is left."""
        header = self.horizontalHeader()
        for column, width in enumerate(widths):
            header.resizeSection(column, width)
        if stretch >= 0:
            header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    @property
    def key(self) -> str:
        """The key of the current row, "" if there is none."""
        return self._key_at(self.currentIndex())

    def keys(self) -> list[str]:
        """The keys of all selected rows, in the order shown."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return [self._key_at(self.model().index(row, 0)) for row in rows]

    def select_key(self, key: str) -> bool:
        """Make the row with this key current and bring it into view. False if there is none."""
        model = self.model()
        for row in range(model.rowCount()):
            if key and model.index(row, 0).data(Role.KEY) == key:
                index = model.index(row, max(self.currentIndex().column(), 0))
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return True
        return False

    def keyboardSearch(self, search: str) -> None:
        now = monotonic()
        self._typed = search if now - self._typed_at > _PAUSE else self._typed + search
        self._typed_at = now
        wanted = plain(self._typed).strip()
        model = self.model()
        count = model.rowCount()
        first = self.currentIndex().row() + (1 if len(self._typed) == 1 else 0)
        for step in range(count):
            index = model.index((first + step) % count, 0)
            if wanted and _begins(index, wanted):
                self.select_key(self._key_at(index))
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.currentIndex()
        if not (index.isValid() and shows_focus(self)):
            return
        ring = self.visualRect(index)
        if self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows:
            ring.setLeft(0)
            ring.setRight(min(self.viewport().width(), self.horizontalHeader().length()) - 1)
        focus_ring(QPainter(self.viewport()), ring)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if self._key_at(current) != self._key_at(previous):
            self.selected.emit(self._key_at(current))

    def _open(self, index: QModelIndex) -> None:
        key = self._key_at(index)
        if key:
            self.opened.emit(key)

    def _key_at(self, index: _Index) -> str:
        return str(index.sibling(index.row(), 0).data(Role.KEY) or "") if index.isValid() else ""

    def _keep_row(self) -> None:
        self._kept = self.key

    def _after_reset(self) -> None:
        self._span_groups()
        if self._kept and not self.select_key(self._kept):
            self.selected.emit("")

    def _span_groups(self) -> None:
        model = self.model()
        self.clearSpans()
        width = model.columnCount()
        for row in range(model.rowCount()):
            if model.index(row, 0).data(Role.GROUP) is not None:
                if width > 1:
                    self.setSpan(row, 0, 1, width)
                self.setRowHeight(row, GROUP_HEIGHT)
            elif self.rowHeight(row) != self._row_height:
                self.setRowHeight(row, self._row_height)

    def _dress_headers(self) -> None:
        down = self.verticalHeader()
        down.hide()
        down.setMinimumSectionSize(16)
        down.setDefaultSectionSize(self._row_height)
        across = self.horizontalHeader()
        across.setFixedHeight(HEADER_HEIGHT)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setStretchLastSection(True)


def _begins(index: QModelIndex, wanted: str) -> bool:
    text = plain(str(index.data() or ""))
    return text.startswith(wanted) or any(part.startswith(wanted) for part in text.split())
