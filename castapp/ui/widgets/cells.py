"""What a table cell may hold beside its text, and the delegate that draws it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.widgets.chip import HEIGHT as CHIP_HEIGHT
from castapp.ui.widgets.chip import ChipText, chip_width, paint_chip
from castapp.ui.widgets.drawing import words
from castapp.ui.widgets.marks import SIZE as MARK
from castapp.ui.widgets.marks import paint_participation, paint_swatch

GROUP_HEIGHT = 28
PAD, EDGE = 8, 16
_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """Answers a model may give in `data` besides Qt's own DisplayRole and alignment."""

    KEY = int(Qt.ItemDataRole.UserRole) + 10
    """str, column 0: the record's id. Selection is kept by it."""
    DETAIL = KEY + 1
    """str: a second, smaller line."""
    TONE = KEY + 2
    """str: a tone of the palette for the text (t1, t2, accent_t, hard, breach, warning …)."""
    WEIGHT = KEY + 3
    """int: 400, 500 or 600."""
    STATUS = KEY + 4
    """str: a participation status, its mark drawn before the text."""
    SWATCH = KEY + 5
    """str: a production's colour name, its square drawn before the text."""
    ICON = KEY + 6
    """str: an icon drawn before the text in the text's tone."""
    CHIPS = KEY + 7
    """list[ChipText]: drawn instead of the text."""
    GROUP = KEY + 8
    """Group: this row is a heading over the rows below. Asked of column 0 only."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading row: its words, how many stand under it, a mark, words at the right."""

    text: str
    count: str = ""
    status: str = ""
    aside: str = ""


class CellDelegate(QStyledItemDelegate):
    """Draws a cell or a heading row; right-aligned text has tabular figures."""

    def __init__(self, row_height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._row_height = row_height

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self.cell_width(index)
        return QSize(width, self._row_height)

    def cell_width(self, index: _Index) -> int:
        """The pixels the cell would like."""
        chips = cast("list[ChipText] | None", index.data(Role.CHIPS))
        if chips:
            return sum(chip_width(chip) + 4 for chip in chips) + PAD + EDGE
        lines = (
            (fonts.BODY, str(index.data() or "")),
            (fonts.LABEL, str(index.data(Role.DETAIL) or "")),
        )
        widths = (_advance(kind, text) for kind, text in lines)
        return max(widths) + PAD + EDGE + (MARK + 8 if _has_mark(index) else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        rect = QRect(option.rect)
        group = cast("Group | None", index.sibling(index.row(), 0).data(Role.GROUP))
        if group is not None:
            _paint_group(painter, rect, group)
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            _paint_ground(painter, rect, selected=selected)
            _paint_cell(painter, rect, index)
        painter.restore()


def _paint_ground(painter: QPainter, rect: QRect, *, selected: bool) -> None:
    tokens = theme.current()
    painter.fillRect(rect, tokens.sel if selected else tokens.surface)
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)


def _paint_cell(painter: QPainter, rect: QRect, index: _Index) -> None:
    last = index.column() == index.model().columnCount() - 1
    room = rect.adjusted(EDGE if index.column() == 0 else PAD, 0, -(EDGE if last else PAD), -1)
    chips = cast("list[ChipText] | None", index.data(Role.CHIPS))
    if chips:
        _paint_chips(painter, room, chips)
        return
    tone = str(index.data(Role.TONE) or "t1")
    room = room.adjusted(_paint_mark(painter, room, index, tone), 0, 0, 0)
    align = _across(index)
    figures = bool(align & Qt.AlignmentFlag.AlignRight)
    weight = cast("int | None", index.data(Role.WEIGHT)) or 400
    face = fonts.font(fonts.BODY, weight, figures=figures)
    ink = theme.current().tone(tone)
    text, detail = str(index.data() or ""), str(index.data(Role.DETAIL) or "")
    if not detail:
        words(painter, room, text, face, ink, align)
        return
    middle = room.center().y()
    words(painter, QRect(room.x(), middle - 15, room.width(), 16), text, face, ink, align)
    small = fonts.font(fonts.LABEL)
    lower = QRect(room.x(), middle + 1, room.width(), 14)
    words(painter, lower, detail, small, theme.current().tone("t2"), align)


def _paint_mark(painter: QPainter, room: QRect, index: _Index, tone: str) -> int:
    middle = room.center().y()
    status = str(index.data(Role.STATUS) or "")
    if status:
        paint_participation(painter, status, room.x(), middle - MARK // 2 + 1)
        return MARK + 10
    swatch = str(index.data(Role.SWATCH) or "")
    if swatch:
        paint_swatch(painter, swatch, room.x(), middle - 3)
        return 8 + 8
    icon = str(index.data(Role.ICON) or "")
    if icon:
        ink = theme.current().tone(tone)
        icons.paint_icon(painter, icon, ink, room.x(), middle - 7)
        return icons.SIZE + 8
    return 0


def _paint_chips(painter: QPainter, room: QRect, chips: list[ChipText]) -> None:
    x = room.x()
    top = room.center().y() - CHIP_HEIGHT // 2
    for place, chip in enumerate(chips):
        width = chip_width(chip)
        left = room.right() + 1 - x
        rest = len(chips) - place
        if width > left and place:
            words(
                painter,
                QRect(x, top, left, CHIP_HEIGHT),
                f"+{rest}",
                fonts.font(fonts.LABEL),
                theme.current().t2,
            )
            return
        paint_chip(painter, QRect(x, top, min(width, left), CHIP_HEIGHT), chip)
        x += width + 4


def _paint_group(painter: QPainter, rect: QRect, group: Group) -> None:
    tokens = theme.current()
    painter.fillRect(rect, tokens.panel)
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)
    x = rect.x() + EDGE
    if group.status:
        paint_participation(painter, group.status, x, rect.center().y() - MARK // 2 + 1)
        x += MARK + 10
    room = QRect(x, rect.y(), rect.right() - x - EDGE + 1, rect.height() - 1)
    face = fonts.font(fonts.TABLE, 600)
    used = words(painter, room, group.text, face, tokens.t1)
    quiet = fonts.font(fonts.TABLE)
    words(painter, room.adjusted(used + 8, 0, 0, 0), group.count, quiet, tokens.t2)
    right = Qt.AlignmentFlag.AlignRight
    words(painter, room, group.aside, quiet, tokens.t2, right)


def _across(index: _Index) -> Qt.AlignmentFlag:
    given = index.data(Qt.ItemDataRole.TextAlignmentRole)
    right = Qt.AlignmentFlag.AlignRight
    is_right = given is not None and bool(Qt.AlignmentFlag(int(given)) & right)
    return right if is_right else Qt.AlignmentFlag.AlignLeft


def _has_mark(index: _Index) -> bool:
    return any(index.data(role) for role in (Role.STATUS, Role.SWATCH, Role.ICON))


def _advance(kind: fonts.Type, text: str) -> int:
    return QFontMetrics(fonts.font(kind, 500)).horizontalAdvance(text)
