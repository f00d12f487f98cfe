"""The list of templates: a name and what it holds; Enter lays out, F2 renames, Del removes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
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
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from castapp.ui import fonts, theme
from castapp.ui.screens.schedule.copying.preview import calls_words
from castapp.ui.screens.schedule.templates.present import TemplateRow
from castapp.ui.widgets.drawing import focus_ring, words
from castapp.ui.widgets.line_model import LINE, LineModel

ROW, MOST = 40, 6
_Index = QModelIndex | QPersistentModelIndex
_RENAME, _REMOVE = Qt.Key.Key_F2, Qt.Key.Key_Delete
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TemplateList(QListView):
    """`picked` carries the id of the template that is current now; `taken` asks to lay it out,
    `rename_wanted` and `remove_wanted` what they say.
    """

    picked = Signal(str)
    taken = Signal()
    rename_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: LineModel[TemplateRow] = LineModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_RowDelegate(self))
        self.setAccessibleName("Templates")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("background: transparent")
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda _index: self.taken.emit())

    @property
    def row(self) -> TemplateRow | None:
        """The template that is current."""
        index = self.currentIndex()
        return self.lines.lines[index.row()] if index.isValid() else None

    def show_rows(self, rows: Sequence[TemplateRow], chosen: str = "") -> None:
        """Show these; `chosen` is current, else the one that was, else the first."""
        held = chosen or (self.row.id if self.row else "")
        self.lines.show_lines(rows)
        self.setFixedHeight(min(len(rows), MOST) * ROW)
        self.setVisible(bool(rows))
        at = next((n for n, row in enumerate(rows) if row.id == held), 0)
        self.setCurrentIndex(self.lines.index(at))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit(self.row.id if self.row else "")

    def event(self, event: QEvent) -> bool:
        """Keep F2 and Del for the template: the window's own are for the selected call."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (_RENAME, _REMOVE)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _TAKE:
            self.taken.emit()
        elif key == _RENAME:
            self.rename_wanted.emit()
        elif key == _REMOVE:
            self.remove_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _RowDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens, row = theme.current(), cast(TemplateRow, index.data(LINE))
        rect = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.sel)
        upper = QRect(rect.left() + 8, rect.top() + 3, rect.width() - 16, 18)
        right = Qt.AlignmentFlag.AlignRight
        face = fonts.font(fonts.LABEL, figures=True)
        taken = words(painter, upper, calls_words(row.count), face, tokens.t2, right)
        upper.setRight(upper.right() - taken - 8)
        words(painter, upper, row.name, fonts.font(fonts.TABLE, 600), tokens.t1)
        lower = QRect(rect.left() + 8, rect.top() + 20, rect.width() - 16, 17)
        words(painter, lower, row.words, face, tokens.t2)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect)
