"""The rail: the screens at the left edge, an icon over a word, settings at the foot."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.widgets.drawing import focus_ring, shows_focus

WIDTH = 72
ITEM = 56


class Rail(QWidget):
    """`chosen` is emitted with a screen's name when a person picks it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Screens")
        self.setFixedWidth(WIDTH)
        self._group = QButtonGroup(self)
        self._items: dict[str, _RailItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 1, 8)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    def add(
        self, name: str, label: str, icon: str, *, at_foot: bool = False, keys: str = ""
    ) -> None:
        """Add a screen; `keys` is its shortcut, told in the tool tip."""
        item = _RailItem(label, icon, self)
        item.setToolTip(f"{label} ({keys})" if keys else label)
        item.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(item)
        place = self._column.count() if at_foot else self._column.count() - self._at_foot() - 1
        self._column.insertWidget(place, item)
        item.at_foot = at_foot
        self._items[name] = item

    def choose(self, name: str) -> None:
        """Mark this screen as the one shown."""
        self._items[name].setChecked(True)

    def names(self) -> list[str]:
        """The screens on the rail, in the order they were added."""
        return list(self._items)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.panel)
        painter.setPen(tokens.line)
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _at_foot(self) -> int:
        return sum(item.at_foot for item in self._items.values())


class _RailItem(QAbstractButton):
    def __init__(self, label: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.at_foot = False
        self.setText(label)
        self.setAccessibleName(label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 1, ITEM)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        ink = tokens.accent_t if self.isChecked() else tokens.t2
        if self.isChecked():
            painter.fillRect(self.rect(), tokens.accent_w)
            painter.fillRect(0, 0, 3, self.height(), tokens.accent_t)
        elif self.underMouse():
            painter.fillRect(self.rect(), tokens.hair)
        left = (self.width() - icons.RAIL) // 2
        icons.paint_icon(painter, self._icon, ink, left, 9, icons.RAIL)
        painter.setFont(fonts.font(fonts.LABEL, 600 if self.isChecked() else 400))
        painter.setPen(ink)
        room = QRect(0, 33, self.width(), 14)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if shows_focus(self):
            focus_ring(painter, self.rect().adjusted(1, 1, -1, -1))
