"""The sheet of shortcuts (Ctrl+/): every key that does something here, by group."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from castapp.ui import fonts, theme
from castapp.ui.actions import KEYS, actions_of
from castapp.ui.widgets.button import icon_button
from castapp.ui.widgets.drawing import plate
from castapp.ui.widgets.label import Label

Row = tuple[str, str]
Group = tuple[str, list[Row]]
COLUMNS, HEAD, LEAST = 3, 2, 3
"""A group's heading with its room is as high as HEAD rows; fewer than LEAST rows stay together."""
EDGE = 16
_STEPS = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


def rows_of(screen: str) -> dict[str, list[Row]]:
    """The shortcuts in force on a screen: keys and words by group, in order."""
    groups: dict[str, list[Row]] = {}
    for action in actions_of(screen):
        if action.keys:
            keys = ", ".join(_native(one) for one in (action.keys, action.also) if one)
            groups.setdefault(action.menu, []).append((keys, action.text.rstrip("…")))
    for each in KEYS:
        if each.screen in ("", screen):
            groups.setdefault(each.where, []).append((each.keys, each.text))
    return groups


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class ShortcutSheet(QFrame):
    """A card in the middle of the window, inside it; arrows, PgUp and PgDn scroll what is longer.

    Esc or its cross puts it away.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setAccessibleName("Shortcuts")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self.area.viewport().setAutoFillBackground(False)
        close = icon_button("x", "Close (Esc)")
        close.clicked.connect(self.leave)
        self._head = QHBoxLayout()
        self._head.addWidget(Label("Shortcuts", fonts.EMPTY), 1)
        self._head.addWidget(close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 24)
        self._column.setSpacing(12)
        self._column.addLayout(self._head)
        self._column.addWidget(self.area)
        self.hide()

    def open(self, screen: str) -> None:
        """Show the shortcuts in force on this screen."""
        self._before = QApplication.focusWidget()
        body = _grid(rows_of(screen))
        self.area.setWidget(body)
        body.setAutoFillBackground(False)
        wanted, most = body.sizeHint(), self._window.size() - QSize(2 * EDGE, 2 * EDGE)
        margins, head = self._column.contentsMargins(), self._head.sizeHint().height()
        around = head + self._column.spacing() + margins.top() + margins.bottom()
        self.resize(min(wanted.width() + margins.left() + margins.right() + 4, most.width()),
                    min(wanted.height() + around + 2, most.height()))  # fmt: skip
        spare = self._window.size() - self.size()
        self.move(spare.width() // 2, max(spare.height() // 2, 8))
        self.show()
        self.raise_()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keep PgUp and PgDn: the window's own would turn the day behind."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _STEPS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = Qt.Key(event.key()), self.area.verticalScrollBar()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _STEPS:
            bar.triggerAction(_STEPS[key])
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


def _grid(groups: dict[str, list[Row]]) -> QWidget:
    body = QWidget()
    across = QHBoxLayout(body)
    across.setContentsMargins(0, 0, 12, 0)
    across.setSpacing(32)
    for some in columns_of(groups):
        column = QVBoxLayout()
        column.setSpacing(14)
        for title, rows in some:
            column.addWidget(_group(title, rows), 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)
        across.addLayout(column)
    return body


def columns_of(groups: dict[str, list[Row]], count: int = COLUMNS) -> list[list[Group]]:
    """The groups in columns of about the same height; a long one goes on in the next."""
    height = -(-sum(len(rows) + HEAD for rows in groups.values()) // count) + HEAD
    columns: list[list[Group]] = [[]]
    left = height
    for title, rows in groups.items():
        rest = list(rows)
        while rest:
            room = left - HEAD
            if room < min(LEAST, len(rest)) and len(columns) < count:
                columns.append([])
                left, room = height, height - HEAD
            take = rest if len(columns) == count else rest[:room]
            columns[-1].append((title, take))
            rest, left = rest[len(take) :], left - len(take) - HEAD
    return columns


def _group(title: str, rows: list[Row]) -> QWidget:
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
