"""Drawing a line of the picking list: status, name with what matched, reasons, the week."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from castapp.ui import fonts, theme
from castapp.ui.screens.casting.pick_lines import PickLine
from castapp.ui.widgets.drawing import words
from castapp.ui.widgets.line_model import LINE
from castapp.ui.widgets.marks import paint_participation

PERSON_HEIGHT = 56
HEAD_HEIGHT = 22
_LEFT = 54
_WEEK = 92
_Index = QModelIndex | QPersistentModelIndex


class PickDelegate(QStyledItemDelegate):
    """Headings 22 high, dancers 56."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = cast(PickLine, index.data(LINE))
        return QSize(100, PERSON_HEIGHT if line.person_id else HEAD_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = theme.current()
        line = cast(PickLine, index.data(LINE))
        rect = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and bool(line.person_id)
        painter.fillRect(rect, tokens.sel if chosen else tokens.raised)
        if not line.person_id:
            room = rect.adjusted(34, 4, -8, 0)
            words(painter, room, line.text, fonts.font(fonts.LABEL), tokens.t2)
            return
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)
        _paint_person(painter, rect, line)


def _paint_person(painter: QPainter, rect: QRect, line: PickLine) -> None:
    tokens = theme.current()
    top = rect.y() + 5
    number = QRect(rect.x() + 8, top, 20, 16)
    right = Qt.AlignmentFlag.AlignRight
    words(painter, number, line.number, fonts.font(fonts.LABEL, figures=True), tokens.t2, right)
    paint_participation(painter, line.status or "full", rect.x() + 35, top + 2)
    room = QRect(rect.x() + _LEFT, top, rect.width() - _LEFT - _WEEK - 16, 16)
    face = fonts.font(fonts.BODY, 600)
    used = words(painter, room, line.text, face, tokens.t1)
    _underline(painter, room, line)
    rest = room.adjusted(used + 5, 0, 0, 0)
    words(painter, rest, line.aside, fonts.font(fonts.TABLE), tokens.t2)
    wide = QRect(room.x(), top + 16, room.width(), 16)
    words(painter, wide, line.second, fonts.font(fonts.TABLE), tokens.t1)
    last = QRect(room.x(), top + 32, rect.width() - _LEFT - 12, 14)
    words(painter, last, line.third, fonts.font(fonts.LABEL), tokens.tone(line.tone))
    week = QRect(rect.right() - _WEEK - 10, top, _WEEK, 16)
    words(painter, week, line.week, fonts.font(fonts.TABLE, figures=True), tokens.t2, right)
    above = line.week_word.startswith("above")
    tone = tokens.findings["warning"].ink if above else tokens.t2
    words(painter, week.translated(0, 16), line.week_word, fonts.font(fonts.TABLE), tone, right)


def _underline(painter: QPainter, room: QRect, line: PickLine) -> None:
    start, end = line.mark
    if end > start:
        metrics = QFontMetrics(fonts.font(fonts.BODY, 600))
        x = room.x() + metrics.horizontalAdvance(line.text[:start])
        width = metrics.horizontalAdvance(line.text[start:end])
        painter.fillRect(x, room.bottom(), width, 1, theme.current().t1)
