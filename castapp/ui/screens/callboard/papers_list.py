"""The list at the left: each paper with its sign, its title and how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.callboard.model import PAPER_ROLE, PapersModel
from castapp.ui.screens.callboard.present import PaperRow
from castapp.ui.widgets.drawing import focus_ring, shows_focus, words

WIDTH, ROW = 216, 48
TOP = 8
Index = QModelIndex | QPersistentModelIndex


class PapersList(QListView):
    """`chosen` carries the name of the paper that has become current."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._papers = PapersModel(self)
        self.setModel(self._papers)
        self.setItemDelegate(_PaperDelegate(self))
        self.setAccessibleName("Papers")
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setViewportMargins(0, TOP, 1, 0)

    def show_rows(self, rows: Sequence[PaperRow], current: str) -> None:
        """Show these papers with this one chosen."""
        self._papers.show_rows(rows)
        self.choose(current)

    def choose(self, name: str) -> None:
        """Make a paper the current one."""
        place = self._papers.place(name)
        if place != self.currentIndex():
            self.setCurrentIndex(place)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self._papers.rows[current.row()].name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.currentIndex().isValid() and shows_focus(self):
            focus_ring(QPainter(self.viewport()), self.visualRect(self.currentIndex()))


class _PaperDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH - 1, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = theme.current()
        row = cast(PaperRow, index.data(PAPER_ROLE))
        rect = QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, tokens.sel if selected else tokens.surface)
        if selected:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), tokens.accent_t)
        ink = tokens.t1 if selected else tokens.t2
        icons.paint_icon(painter, row.icon, ink, rect.x() + 19, rect.y() + 16)
        left, room = rect.x() + 44, rect.width() - 44 - 12
        title = fonts.font(fonts.BODY, 600 if selected else 500)
        words(painter, QRect(left, rect.y() + 8, room, 16), row.title, title, tokens.t1)
        about = fonts.font(fonts.LABEL)
        words(painter, QRect(left, rect.y() + 25, room, 14), row.state, about, tokens.t2)
