"""Paints a row of the findings strip."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from castapp.ui import fonts, icons, theme
from castapp.ui.finding_rows import FindingRow
from castapp.ui.widgets.drawing import words
from castapp.ui.widgets.findings_model import ROW_ROLE

ROW_HEIGHT = 28
_ICON, _KIND, _WHO, _WHEN, _WHAT, _CLAUSE, _DO = range(7)


class FindingsDelegate(QStyledItemDelegate):
    """Icon and kind in the severity's ink, who in medium weight, the link in the accent."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        text = str(index.data() or "")
        width = QFontMetrics(fonts.font(fonts.TABLE, 500)).horizontalAdvance(text)
        return QSize(width + (32 if index.column() == _DO else 16), ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = theme.current()
        row = cast(FindingRow, index.data(ROW_ROLE))
        signal = tokens.findings[row.severity]
        rect = option.rect
        selected = option.state & QStyle.StateFlag.State_Selected
        painter.save()
        painter.fillRect(rect, tokens.sel if selected else tokens.surface)
        painter.fillRect(rect.x(), rect.y(), rect.width(), 1, tokens.hair)
        column = index.column()
        text = str(index.data() or "")
        if column == _ICON:
            icons.paint_icon(painter, signal.icon, signal.ink, rect.x() + 16, rect.y() + 6)
        elif column == _KIND:
            room = rect.adjusted(0, 0, -8, 0)
            words(painter, room, text, fonts.font(fonts.TABLE, 600), signal.ink)
        elif column == _WHO:
            room = rect.adjusted(0, 0, -8, 0)
            words(painter, room, text, fonts.font(fonts.TABLE, 500), tokens.t1)
        elif column == _WHEN:
            room = rect.adjusted(0, 0, -8, 0)
            words(painter, room, text, fonts.font(fonts.TABLE, figures=True), tokens.t2)
        elif column == _WHAT:
            words(painter, rect.adjusted(0, 0, -8, 0), text, fonts.font(fonts.TABLE), tokens.t1)
        else:
            last = column == _DO
            room = rect.adjusted(8, 0, -16 if last else -8, 0)
            face = fonts.font(fonts.TABLE, 500 if last else 400)
            ink = tokens.accent_t if last else tokens.t2
            words(painter, room, text, face, ink, Qt.AlignmentFlag.AlignRight)
        painter.restore()
