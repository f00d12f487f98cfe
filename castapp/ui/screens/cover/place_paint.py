"""Drawing a place held: the ballet's square, what it is, when, and with whom."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from castapp.ui import fonts, theme
from castapp.ui.screens.cover.places import PlaceRow
from castapp.ui.widgets.drawing import words
from castapp.ui.widgets.line_model import LINE
from castapp.ui.widgets.marks import paint_swatch

HEAD, ROW = 28, 48
EDGE = 16
_Index = QModelIndex | QPersistentModelIndex


class PlaceDelegate(QStyledItemDelegate):
    """Headings 28 high, places 48."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = cast(PlaceRow, index.data(LINE))
        return QSize(100, HEAD if row.heading else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = theme.current()
        row = cast(PlaceRow, index.data(LINE))
        rect = QRect(option.rect)
        right = Qt.AlignmentFlag.AlignRight
        small = fonts.font(fonts.LABEL, figures=True)
        if row.heading:
            painter.fillRect(rect, tokens.panel)
            room = rect.adjusted(EDGE, 6, -EDGE, 0)
            used = words(painter, room, row.aside, small, tokens.t2, right)
            room.setRight(room.right() - used - 8)
            words(painter, room, row.title, fonts.font(fonts.LABEL, 600), tokens.t2)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, tokens.sel if chosen else tokens.surface)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)
        left = rect.x() + EDGE
        if row.colour:
            paint_swatch(painter, row.colour, left, rect.y() + 13)
        room = QRect(left + 16, rect.y() + 8, rect.right() - EDGE - left - 15, 16)
        aside = words(painter, room, row.aside, small, tokens.t2, right)
        top = room.adjusted(0, 0, -aside - 8, 0)
        weight = 600 if row.needy else 500 if row.gap else 400
        words(painter, top, row.title, fonts.font(fonts.BODY, weight), tokens.t1)
        words(painter, room.translated(0, 17), row.detail, fonts.font(fonts.TABLE), tokens.t2)
