"""The board's heads as things the keyboard reaches and a screen reader reads.

They are drawn by the edges they lie on; here is only the ring of the one that has the keyboard.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from castapp.ui.frame import READ_FIRST
from castapp.ui.screens.schedule.geometry import HEADER, LABEL, Geometry
from castapp.ui.screens.schedule.head_words import Head, heads
from castapp.ui.screens.schedule.present import BoardView
from castapp.ui.widgets.drawing import focus_ring

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Heads(QWidget):
    """Lies over one edge of a board. One stop of the Tab key, which goes on to the head where the
    keyboard was last; arrows go from head to head.

    `lane_wanted` carries a day and a studio whose head was pressed, `day_wanted` a day;
    `menu_wanted` a studio and where on the screen; `left` says that Esc was pressed.
    """

    lane_wanted = Signal(object, object)
    day_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    left = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(READ_FIRST, True)
        self._sheet = QWidget(self)
        self.buttons: list[HeadButton] = []
        self._at = 0
        self._view: BoardView | None = None
        self._plan: Geometry | None = None

    def show_view(self, view: BoardView, plan: Geometry) -> None:
        """Stand for the heads of this day or week."""
        self.setAccessibleName("Studios" if plan.down else "Days and studios")
        if view is self._view and plan is self._plan:
            return
        self._view, self._plan = view, plan
        self._sheet.resize(*((plan.width, HEADER) if plan.down else (LABEL, plan.height)))
        self._fill(heads(view, plan))

    def follow(self, across: int, down: int) -> None:
        """Follow the board, scrolled so far."""
        self._sheet.move(-across, -down)

    def step(self, button: HeadButton, way: int) -> None:
        """Put the keyboard so many heads on."""
        at = self.buttons.index(button) + way
        if 0 <= at < len(self.buttons):
            self.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)

    def stop_at(self, button: HeadButton) -> None:
        """Come back to this head."""
        self._at = self.buttons.index(button)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.buttons:
            self.buttons[min(self._at, len(self.buttons) - 1)].setFocus(event.reason())

    def _fill(self, shown: Sequence[Head]) -> None:
        while len(self.buttons) > len(shown):
            button = self.buttons.pop()
            button.hide()
            button.deleteLater()
        for button, head in zip(self.buttons, shown, strict=False):
            button.show_head(head)
        for head in shown[len(self.buttons) :]:
            button = HeadButton(self._sheet, self, head)
            button.show()
            self.buttons.append(button)


class HeadButton(QAbstractButton):
    """One head. Enter goes into its lane or its day; the Menu key opens what can be done."""

    def __init__(self, sheet: QWidget, owner: Heads, head: Head) -> None:
        super().__init__(sheet)
        self._heads = owner
        self.head = head
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._go)
        self.show_head(head)

    def show_head(self, head: Head) -> None:
        """Stand for this head."""
        self.head = head
        self.setAccessibleName(head.words)
        box = head.box
        self.setGeometry(QRect(box.x, box.y, box.w, box.h))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._heads.step(self, step)
        elif event.key() == Qt.Key.Key_Escape:
            self._heads.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._heads.stop_at(self)
        super().focusInEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.head.lane:
            where = self.mapToGlobal(self.rect().bottomLeft())
            self._heads.menu_wanted.emit(self.head.studio_id, where)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            focus_ring(QPainter(self), self.rect())

    def _go(self) -> None:
        if self.head.lane:
            self._heads.lane_wanted.emit(self.head.day, self.head.studio_id)
        else:
            self._heads.day_wanted.emit(self.head.day)
