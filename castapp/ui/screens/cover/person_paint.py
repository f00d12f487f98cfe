"""Drawing the middle list: a person with reasons, why one cannot, a part of the night."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.cover.people_rows import CANNOT_GO, CASTED, COULD, HEADING, PersonRow
from castapp.ui.widgets.chip import ChipText, chip_width, paint_chip
from castapp.ui.widgets.drawing import words
from castapp.ui.widgets.line_model import LINE
from castapp.ui.widgets.marks import SIZE, paint_participation

EDGE, INSET, LINE_HEIGHT = 16, 48, 18
ROOMY = 480
"""From this width (logical pixels) the reasons stand in two columns."""

_HEIGHTS = {HEADING: 29, CANNOT_GO: 29, CASTED: 28}
_Index = QModelIndex | QPersistentModelIndex


class PersonDelegate(QStyledItemDelegate):
    """Dancers as high as their reasons, other lines 28."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = cast(PersonRow, index.data(LINE))
        height = _HEIGHTS.get(row.kind, 0)
        if row.kind == COULD:
            lines = -(-len(row.reasons) // _columns(self._view.viewport().width()))
            height = 34 + lines * LINE_HEIGHT + 9
        return QSize(100, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = theme.current()
        row = cast(PersonRow, index.data(LINE))
        rect = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = tokens.panel if row.kind == HEADING else tokens.surface
        painter.fillRect(rect, tokens.sel if chosen else ground)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)
        paint = {COULD: _could, CANNOT_GO: _cannot, CASTED: _casted, HEADING: _heading}[row.kind]
        paint(painter, rect, row)


def _columns(width: int) -> int:
    return 2 if width >= ROOMY else 1


def _could(painter: QPainter, rect: QRect, row: PersonRow) -> None:
    tokens = theme.current()
    top = rect.y() + 12
    number = QRect(rect.x() + EDGE, top, 16, 16)
    right = Qt.AlignmentFlag.AlignRight
    words(painter, number, row.number, fonts.font(fonts.TABLE, figures=True), tokens.t2, right)
    paint_participation(painter, row.status, rect.x() + INSET - 3, top + 2)
    room = QRect(rect.x() + INSET + SIZE + 5, top, rect.right() - EDGE - INSET - SIZE - 4, 16)
    if row.badge:
        room.setRight(room.right() - _badge(painter, rect, row) - 8)
    used = words(painter, room, row.text, fonts.font(fonts.BODY, 600), tokens.t1)
    about = room.adjusted(used + 8, 0, 0, 0)
    words(painter, about, row.about, fonts.font(fonts.TABLE), tokens.t2)
    _reasons(painter, rect, row, top + 24)


def _badge(painter: QPainter, rect: QRect, row: PersonRow) -> int:
    warned = row.badge_tone == "warning"
    chip = ChipText(
        "",
        row.badge,
        "repeat-2" if warned else "star" if row.badge_tone == "accent" else "",
        severity="warning" if warned else "",
        accent=row.badge_tone == "accent",
    )
    width = min(chip_width(chip), rect.width() // 3)
    paint_chip(painter, QRect(rect.right() - EDGE - width + 1, rect.y() + 9, width, 22), chip)
    return width


def _reasons(painter: QPainter, rect: QRect, row: PersonRow, top: int) -> None:
    tokens = theme.current()
    columns = _columns(rect.width())
    left = rect.x() + INSET - 3
    width = (rect.right() - EDGE - left) // columns
    face = fonts.font(fonts.TABLE)
    for place, reason in enumerate(row.reasons):
        x = left + width * (place % columns)
        y = top + LINE_HEIGHT * (place // columns)
        ink = tokens.tone(reason.tone)
        tint = tokens.t2 if reason.tone == "t1" else ink
        icons.paint_icon(painter, reason.icon, tint, x, y + 1, icons.INLINE)
        words(painter, QRect(x + 20, y, width - 32, 16), reason.text, face, ink)


def _cannot(painter: QPainter, rect: QRect, row: PersonRow) -> None:
    tokens = theme.current()
    top = rect.y() + 6
    paint_participation(painter, row.status, rect.x() + INSET - 6, top + 2)
    face = fonts.font(fonts.TABLE)
    start = rect.x() + INSET + 12
    name = QRect(start, top, min(156, rect.width() // 3), 16)
    words(painter, name, row.text, face, tokens.t1)
    room = QRect(name.right() + 12, top, rect.right() - EDGE - name.right() - 12, 16)
    words(painter, room, row.about, face, tokens.t2)


def _casted(painter: QPainter, rect: QRect, row: PersonRow) -> None:
    tokens = theme.current()
    top = rect.y() + 6
    start = rect.x() + INSET - 6
    width = rect.right() - EDGE - start
    face, strong = fonts.font(fonts.TABLE), fonts.font(fonts.TABLE, 600)
    about, before, arrow, now = (start + width * one // 100 for one in (0, 28, 50, 55))
    note = start + width * 76 // 100
    last = rect.right() - EDGE - note
    words(painter, QRect(about, top, before - about - 8, 16), row.about, face, tokens.t2)
    words(painter, QRect(note, top, last, 16), row.note, face, tokens.t2)
    if not row.before:
        words(painter, QRect(before, top, note - before - 8, 16), row.text, face, tokens.t2)
        return
    words(painter, QRect(now, top, note - now - 8, 16), row.text, strong, tokens.t1)
    icons.paint_icon(painter, "arrow-right", tokens.t2, arrow, top + 1, icons.INLINE)
    face.setStrikeOut(True)
    words(painter, QRect(before, top, arrow - before - 8, 16), row.before, face, tokens.t2)


def _heading(painter: QPainter, rect: QRect, row: PersonRow) -> None:
    tokens = theme.current()
    room = rect.adjusted(EDGE, 0, -EDGE, -1)
    right = Qt.AlignmentFlag.AlignRight
    used = words(painter, room, row.about, fonts.font(fonts.LABEL), tokens.t2, right)
    room.setRight(room.right() - used - 8)
    words(painter, room, row.text, fonts.font(fonts.LABEL, 600), tokens.t2)
