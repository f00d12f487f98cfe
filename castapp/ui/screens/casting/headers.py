"""The frozen edges of the grid: performances above, roles at the left, the corner between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.casting.cell_paint import ACT_HEIGHT, ROLE_HEIGHT
from castapp.ui.screens.casting.cell_words import fitted
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.model import CastingModel
from castapp.ui.screens.casting.rows import Row
from castapp.ui.widgets.drawing import words

HEIGHT = 56
LINE = 14
WIDTH = 152
ROOMY = 248
COUNTED = 204
"""The least width of the heads of people, which count what they dance."""
_SHADES = ("surface", "panel", "bg")


class NightHeader(QHeaderView):
    """One performance or cast a column: day, time and cast, conductor, state, what else is on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._lines = 3
        self.setFixedHeight(HEIGHT)
        self.setMinimumSectionSize(48)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("Performances")

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Be as high as the longest of these headings."""
        self._lines = 5 if any(_more(one) for one in columns) else 4
        if not any(one.state for one in columns):
            self._lines = 3
        height = HEIGHT + LINE * (self._lines - 3)
        if height != self.height():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT + LINE * (self._lines - 3))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self.viewport())
        whole = self.viewport().rect()
        painter.fillRect(whole, tokens.surface)
        painter.fillRect(whole.x(), whole.bottom(), whole.width(), 1, tokens.line2)
        painter.end()
        super().paintEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = theme.current()
        table = cast(QTableView, self.parentWidget())
        column = cast(CastingModel, self.model()).column_at(section)
        is_current = table.currentIndex().column() == section
        ground = tokens.sel if is_current else getattr(tokens, _SHADES[column.shade])
        painter.fillRect(rect, ground)
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), tokens.line)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line2)
        gone = column.state == "cancelled"
        faces = [(fonts.TABLE, 600, tokens.t3 if gone else tokens.t1)]
        faces += [(fonts.LABEL, 400, tokens.t2)] * 4
        room = rect.width() - 8
        lines = (*column.lines, column.state, _more(column, room))
        for place, (line, (kind, weight, ink)) in enumerate(zip(lines, faces, strict=True)):
            shown, _ = fitted(line, room, kind, weight)
            painter.setFont(fonts.font(kind, weight))
            painter.setPen(ink)
            painter.drawText(rect.x() + 5, rect.y() + 20 + LINE * place, shown)


class RoleHeader(QHeaderView):
    """One role, spot or act a row; a chevron where a row opens."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setFixedWidth(WIDTH)
        self.setMinimumSectionSize(ACT_HEIGHT)
        self.setDefaultSectionSize(ROLE_HEIGHT)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("Roles")

    def sizeHint(self) -> QSize:
        return QSize(self.width(), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = theme.current()
        row = cast(CastingModel, self.model()).row_at(section)
        painter.fillRect(rect, tokens.panel if row.kind == "act" else tokens.surface)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)
        if row.kind == "act":
            _act(painter, rect, row)
            return
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), tokens.line2)
        _role(painter, rect, row)


class Corner(QWidget):
    """What the grid is about, over its top left corner."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = ("", "")

    def show_lines(self, title: str, count: str) -> None:
        """Show the production and how many performances."""
        self._lines = (title, count)
        self.setAccessibleName(f"{title}, {count}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.panel)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.line2)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line2)
        title, count = self._lines
        room = QRect(16, 6, self.width() - 24, 16)
        words(painter, room, title, fonts.font(fonts.TABLE, 600), tokens.t1)
        words(painter, room.translated(0, 16), count, fonts.font(fonts.LABEL), tokens.t2)


def _more(column: Column, room: int = 0) -> str:
    """What else is on that night, by name where there is room, and a stage not the usual one."""
    others = f"+ {column.others}" if column.others else ""
    if others and room and fitted(others, room, fonts.LABEL, 400)[0] != others:
        others = f"+{column.codes}"
    return " · ".join(part for part in (column.venue, others) if part)


def _act(painter: QPainter, rect: QRect, row: Row) -> None:
    tokens = theme.current()
    icon = "chevron-down" if row.is_open else "chevron-right"
    icons.paint_icon(painter, icon, tokens.t2, rect.x() + 16, rect.y() + 5, icons.INLINE)
    room = rect.adjusted(38, 0, -4, -1)
    words(painter, room, row.label, fonts.font(fonts.LABEL, 600), tokens.t1)


def _role(painter: QPainter, rect: QRect, row: Row) -> None:
    tokens = theme.current()
    indent = 28 if row.kind == "spot" or (row.person_id and row.role_id) else 16
    room = rect.width() - indent - 8 - (16 if row.opens else 0)
    weight = 400 if row.kind == "spot" else 500
    shown, _ = fitted(row.label, room, fonts.TABLE, weight)
    painter.setFont(fonts.font(fonts.TABLE, weight))
    painter.setPen(tokens.t1)
    painter.drawText(rect.x() + indent, rect.y() + 17, shown)
    painter.setFont(fonts.font(fonts.LABEL))
    painter.setPen(tokens.t2)
    under, _ = fitted(row.detail, room, fonts.LABEL, 400)
    painter.drawText(rect.x() + indent, rect.y() + 31, under)
    if row.opens:
        icon = "chevron-down" if row.is_open else "chevron-right"
        icons.paint_icon(painter, icon, tokens.t3, rect.right() - 22, rect.y() + 13, icons.INLINE)
