"""The sheet of shortcuts (Ctrl+/): every key that does something here, by group."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from castapp.ui import fonts, theme
from castapp.ui.actions import KEYS, actions_of
from castapp.ui.widgets.button import icon_button
from castapp.ui.widgets.drawing import plate
from castapp.ui.widgets.label import Label


def rows_of(screen: str) -> dict[str, list[tuple[str, str]]]:
    """The shortcuts in force on a screen: keys and words by group, in order."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for action in actions_of(screen):
        if action.keys:
            keys = QKeySequence(action.keys).toString(QKeySequence.SequenceFormat.NativeText)
            groups.setdefault(action.menu, []).append((keys, action.text.rstrip("…")))
    for each in KEYS:
        if each.screen in ("", screen):
            groups.setdefault(each.where, []).append((each.keys, each.text))
    return groups


class ShortcutSheet(QFrame):
    """A card in the middle of the window. Esc or its cross puts it away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setAccessibleName("Shortcuts")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._body = QWidget()
        close = icon_button("x", "Close (Esc)")
        close.clicked.connect(self.leave)
        head = QHBoxLayout()
        head.addWidget(Label("Shortcuts", fonts.EMPTY), 1)
        head.addWidget(close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 24)
        self._column.setSpacing(12)
        self._column.addLayout(head)
        self._column.addWidget(self._body)
        self.hide()

    def open(self, screen: str) -> None:
        """Show the shortcuts in force on this screen."""
        self._before = QApplication.focusWidget()
        self._column.removeWidget(self._body)
        self._body.deleteLater()
        self._body = _grid(rows_of(screen))
        self._column.addWidget(self._body)
        self.adjustSize()
        spare = self._window.size() - self.size()
        self.move(spare.width() // 2, max(spare.height() // 2, 8))
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Put the sheet away and give the keyboard back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        plate(QPainter(self), self.rect(), tokens.raised, tokens.line2)


def _grid(groups: dict[str, list[tuple[str, str]]]) -> QWidget:
    body = QWidget()
    columns = QHBoxLayout(body)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.setSpacing(32)
    total = sum(len(rows) + 2 for rows in groups.values())
    column, used = _new_column(columns), 0
    for title, rows in groups.items():
        if used and used + len(rows) / 2 > total / 3:
            column, used = _new_column(columns), 0
        column.addWidget(_group(title, rows), 0, Qt.AlignmentFlag.AlignTop)
        used += len(rows) + 2
    for place in range(columns.count()):
        item = columns.itemAt(place)
        layout = item.layout() if item is not None else None
        if isinstance(layout, QVBoxLayout):
            layout.addStretch(1)
    return body


def _new_column(columns: QHBoxLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(14)
    columns.addLayout(column)
    return column


def _group(title: str, rows: list[tuple[str, str]]) -> QWidget:
    group = QWidget()
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.addWidget(Label(title, fonts.TABLE, weight=600), 0, 0, 1, 2)
    for line, (keys, text) in enumerate(rows, start=1):
        grid.addWidget(Label(keys, fonts.TABLE, "t2", figures=True), line, 0)
        grid.addWidget(Label(text, fonts.TABLE), line, 1)
    grid.setColumnMinimumWidth(0, 116)
    return group
