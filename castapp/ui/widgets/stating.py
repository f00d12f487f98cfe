"""A row that says how far something has come, in steps and a word; pressed, it can be corrected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from castapp.ui import fonts, icons, theme
from castapp.ui.widgets.drawing import focus_ring, plate, shows_focus, words
from castapp.ui.widgets.tips import plain_tip

ROW = 24
_PIP, _GAP, _WORD = 6, 2, 68
BACK = ""


class Stated(Protocol):
    """What a row says: of whom or what, which of the steps; `derived` is what the record says.

    `why` is told in the tip, `by_hand` whether it was said against the record.
    """

    @property
    def text(self) -> str: ...

    @property
    def state(self) -> str: ...

    @property
    def derived(self) -> str: ...

    @property
    def why(self) -> str: ...

    @property
    def by_hand(self) -> bool: ...


class StateRow(QAbstractButton):
    """`said` carries the step a person chose; BACK lets the record speak again."""

    said = Signal(str)

    def __init__(self, stated: Stated, steps: Sequence[str]) -> None:
        super().__init__()
        self.stated, self._steps = stated, tuple(steps)
        self.setText(stated.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        hand = f"by hand; the record says {stated.derived}" if stated.by_hand else ""
        told = ", ".join(part for part in (stated.text, stated.state, hand, stated.why) if part)
        self.setAccessibleName(told)
        self.setToolTip(plain_tip(told))
        self.clicked.connect(self._ask)

    def sizeHint(self) -> QSize:
        return QSize(200, ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, ROW)

    def menu(self) -> QMenu:
        """The steps to choose from, and the way back to the record."""
        menu = QMenu(self)
        for step in self._steps:
            action = menu.addAction(step[:1].upper() + step[1:])
            action.setCheckable(True)
            action.setChecked(step == self.stated.state)
            action.triggered.connect(lambda _=False, one=step: self._say(one))
        menu.addSeparator()
        back = menu.addAction(f"As the record says: {self.stated.derived}")
        back.setEnabled(self.stated.by_hand)
        back.triggered.connect(lambda: self.said.emit(BACK))
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        if self.underMouse():
            plate(painter, self.rect(), tokens.hair)
        face = fonts.font(fonts.TABLE)
        pips = (_PIP + _GAP) * len(self._steps)
        word = QRect(self.width() - _WORD, 0, _WORD, ROW)
        words(painter, word, self.stated.state, face, tokens.t2)
        left = word.left() - pips - 6
        reached = self._steps.index(self.stated.state)
        for place in range(len(self._steps)):
            pip = QRect(left + place * (_PIP + _GAP), (ROW - 8) // 2, _PIP, 8)
            painter.fillRect(pip, tokens.t3 if place <= reached else tokens.line)
        room = QRect(0, 0, left - 24, ROW)
        words(painter, room, self.text(), face, tokens.t1)
        if self.stated.by_hand:
            icons.paint_icon(painter, "pencil", tokens.accent_t, left - 18, 6, 12)
        if shows_focus(self):
            focus_ring(painter, self.rect())

    def _say(self, step: str) -> None:
        if step != self.stated.state:
            self.said.emit(BACK if step == self.stated.derived else step)

    def _ask(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
