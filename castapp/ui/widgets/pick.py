"""A field that finds as one types: people, roles, studios; with a list under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from castapp.ui import fonts, theme
from castapp.ui.reading import words_of
from castapp.ui.widgets.drawing import plate, words
from castapp.ui.widgets.line_model import LINE, LineModel
from castapp.ui.widgets.marks import SIZE, paint_participation

ROW = 28
SHOWN = 8
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Option:
    """One that can be picked. `detail` stands right; `status` draws a participation mark."""

    key: str
    text: str
    detail: str = ""
    status: str = ""

    @property
    def spoken(self) -> str:
        """The whole line for a screen reader."""
        return ", ".join(part for part in (self.text, self.detail, self.status) if part)


Finder = Callable[[str], Sequence[Option]]


def finder_of(options: Sequence[Option]) -> Finder:
    """Finds among fixed options: every word typed must begin a word of the text."""

    def find(typed: str) -> list[Option]:
        wanted = words_of(typed)
        return [
            option
            for option in options
            if all(any(word.startswith(w) for word in words_of(option.text)) for w in wanted)
        ]

    return find


class PickField(QLineEdit):
    """`picked` carries an option's key, "" when an optional field is emptied."""

    picked = Signal(str)
    refused = Signal(str)

    def __init__(self, find: Finder, *, name: str, optional: bool = True) -> None:
        super().__init__()
        self._find = find
        self._optional = optional
        self._shown = Option("", "")
        self._list: _Options | None = None
        self.setAccessibleName(name)
        self.textEdited.connect(self._search)

    @property
    def key(self) -> str:
        """The key of the option shown, "" for none."""
        return self._shown.key

    def set_finder(self, find: Finder) -> None:
        """Find among others from now on."""
        self._find = find

    def show_option(self, option: Option | None) -> None:
        """Show this option as the one picked; None shows an empty field."""
        self._shown = option or Option("", "")
        self.setText(self._shown.text)
        self.refused.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_open = self._list is not None and self._list.isVisible()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if is_open:
                self._options().move_by(1 if key == Qt.Key.Key_Down else -1)
            else:
                self._search("" if self.text() == self._shown.text else self.text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._options().current() if is_open else None)
        elif key == Qt.Key.Key_Escape and (is_open or self.isModified()):
            self._options().hide()
            self.show_option(self._shown)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.isModified():
            is_open = self._list is not None and self._list.isVisible()
            self._take(self._options().current() if is_open else None)
        if self._list is not None:
            self._list.hide()
        super().focusOutEvent(event)

    def _options(self) -> _Options:
        if self._list is None or self._list.parentWidget() is not self.window():
            self._list = _Options(self.window())
            self._list.clicked.connect(self._take)
        return self._list

    def _search(self, typed: str) -> None:
        self.refused.emit("")
        self._options().open_below(self, self._find(typed.strip()))

    def _take(self, option: Option | None) -> None:
        if self._list is not None:
            self._list.hide()
        typed = self.text().strip()
        if option is None or not typed:
            if not typed and self._optional:
                option = Option("", "")
            elif typed == self._shown.text:
                option = self._shown
            else:
                self.setModified(False)
                wrong = f"Nobody and nothing here is called “{typed}”."
                self.refused.emit(wrong if typed else "This cannot be left empty.")
                return
        changed = option.key != self._shown.key
        self.show_option(option)
        if changed:
            self.picked.emit(option.key)


class _Options(QFrame):
    clicked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._model = LineModel[Option](self)
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(_OptionDelegate(self))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setUniformItemSizes(True)
        self._view.setAccessibleName("Found")
        self._view.clicked.connect(lambda index: self.clicked.emit(index.data(LINE)))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(self._view)

    def open_below(self, field: QWidget, options: Sequence[Option]) -> None:
        self._model.show_lines(options)
        if not options:
            self.hide()
            return
        self._view.setCurrentIndex(self._model.index(0))
        width = max(field.width(), 240)
        height = min(len(options), SHOWN) * ROW + 8
        spot = field.mapTo(self._window, QPoint(0, field.height() + 2))
        if spot.y() + height > self._window.height():
            spot = field.mapTo(self._window, QPoint(0, -height - 2))
        x = max(0, min(spot.x(), self._window.width() - width - 4))
        self.setGeometry(QRect(x, spot.y(), width, height))
        self.show()
        self.raise_()

    def move_by(self, step: int) -> None:
        row = (self._view.currentIndex().row() + step) % max(len(self._model.lines), 1)
        self._view.setCurrentIndex(self._model.index(row))

    def current(self) -> Option | None:
        return cast("Option | None", self._view.currentIndex().data(LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        plate(QPainter(self), self.rect(), tokens.raised, tokens.line2)


class _OptionDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = theme.current()
        each = cast(Option, index.data(LINE))
        rect = QRect(option.rect)
        selected = option.state & QStyle.StateFlag.State_Selected
        painter.fillRect(rect, tokens.sel if selected else tokens.raised)
        left = 10
        if each.status:
            paint_participation(painter, each.status, rect.x() + left, rect.y() + 8)
            left += SIZE + 8
        room = rect.adjusted(left, 0, -10, 0)
        used = words(painter, room, each.text, fonts.font(fonts.BODY, 500), tokens.t1)
        rest = room.adjusted(used + 12, 0, 0, 0)
        if each.detail and rest.width() > 20:
            right = Qt.AlignmentFlag.AlignRight
            words(painter, rest, each.detail, fonts.font(fonts.TABLE), tokens.t2, right)
