"""Ctrl+K: one field that finds people, roles, calls, performances, dates and commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from castapp.ui import fonts, icons, theme
from castapp.ui.widgets.drawing import plate, words
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.line_model import LINE, LineModel

WIDTH = 560
ROW = 36
SHOWN = 10
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the palette. `group` is its kind in a word; `run` does it."""

    icon: str
    text: str
    detail: str
    group: str
    run: Callable[[], object]

    @property
    def spoken(self) -> str:
        """The whole line for a screen reader."""
        return ", ".join(part for part in (self.text, self.detail, self.group) if part)


Source = Callable[[str], Sequence[Found]]
"""Given what was typed (stripped), the lines it finds, best first."""


class CommandPalette(QFrame):
    """A child of the window, over everything, gone with Esc or when it loses the keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setAccessibleName("Search or do")
        self._sources: tuple[Source, ...] = ()
        self._model = LineModel[Found](self)
        self.field = QLineEdit()
        self.field.setPlaceholderText("A name, a role, a date (fri, +3w, 14 oct), a command")
        self.field.setAccessibleName("Search or do")
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_LineDelegate(self))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName("Found")
        self._nothing = Label("Nothing found.", fonts.BODY, "t2")
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 9, 9, 9)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self._list.clicked.connect(self._take)
        self.hide()

    @property
    def lines(self) -> tuple[Found, ...]:
        """What is found now."""
        return self._model.lines

    def open(self, *sources: Source) -> None:
        """Show the palette over the window, empty, asking these sources."""
        self._sources = sources
        self._before = QApplication.focusWidget()
        self.field.clear()
        self._search("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        plate(QPainter(self), self.rect(), tokens.raised, tokens.line2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if event.type() == QEvent.Type.KeyPress:
            return self._on_key(cast(QKeyEvent, event))
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: SHOWN,
            Qt.Key.Key_PageUp: -SHOWN,
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._list.currentIndex())
        elif key in steps and self.lines:
            self._move(steps[key])
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        row = self._list.currentIndex().row() + step
        last = len(self.lines) - 1
        row = row % len(self.lines) if abs(step) == 1 else max(0, min(row, last))
        self._list.setCurrentIndex(self._model.index(row))

    def _search(self, text: str) -> None:
        typed = text.strip()
        lines = [line for source in self._sources for line in source(typed)]
        self._model.show_lines(lines)
        if lines:
            self._list.setCurrentIndex(self._model.index(0))
        self._list.setVisible(bool(lines))
        self._nothing.setVisible(not lines and bool(typed))
        self._list.setFixedHeight(min(len(lines), SHOWN) * ROW)
        self._place()

    def _place(self) -> None:
        window = self._window
        self.setFixedWidth(min(WIDTH, window.width() - 32))
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, 56)

    def _take(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        line = self._model.lines[index.row()]
        self._leave()
        line.run()

    def _leave(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus()


class _LineDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(WIDTH - 40, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = theme.current()
        line = cast(Found, index.data(LINE))
        rect = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            plate(painter, rect, tokens.sel)
        icons.paint_icon(painter, line.icon, tokens.t2, rect.x() + 10, rect.y() + 10)
        room = rect.adjusted(36, 0, -110, 0)
        width = words(painter, room, line.text, fonts.font(fonts.BODY, 500), tokens.t1)
        rest = room.adjusted(width + 10, 0, 0, 0)
        if rest.width() > 24:
            words(painter, rest, line.detail, fonts.font(fonts.TABLE), tokens.t2)
        side = rect.adjusted(rect.width() - 108, 0, -10, 0)
        right = Qt.AlignmentFlag.AlignRight
        words(painter, side, line.group, fonts.font(fonts.LABEL), tokens.t2, right)
