"""One plate of the spot map: a spot with its dancer, or an alternate; it can be dragged."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from castapp.ui import fonts, theme
from castapp.ui.screens.casting.cell_paint import paint_corner
from castapp.ui.screens.casting.cell_words import fitted
from castapp.ui.screens.casting.cells import OPEN, TROUBLE, UNCOVERED, Cell
from castapp.ui.screens.casting.stage.facts import Alternate, Stand
from castapp.ui.widgets.drawing import focus_ring, plate, words
from castapp.ui.widgets.tips import plain_tip

WIDTH, HEIGHT = 100, 40
_WASHES = {OPEN: "breach", UNCOVERED: "warning"}


class Piece(QAbstractButton):
    """`spot` is 0 for an alternate. `dragged` tells where its centre is, `dropped` that it was
    let go of; `keyed` hands on the keys.
    """

    dragged = Signal(object)
    dropped = Signal(object)
    keyed = Signal(object, object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.spot = 0
        self.person_id: str | None = None
        self.is_target = False
        self.is_picked = False
        self._number = ""
        self._cell = Cell()
        self._grip: QPoint | None = None
        self.dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.resize(WIDTH, HEIGHT)

    def show_stand(self, stand: Stand, when: str) -> None:
        """Be a spot of the stage."""
        self.spot, self.person_id, self._number = stand.spot, stand.person_id, stand.number
        self._show(stand.cell, f"{when}, {stand.cell.spoken}")

    def show_alternate(self, one: Alternate) -> None:
        """Be somebody who covers."""
        self.spot, self.person_id, self._number = 0, one.person_id, ""
        self._show(Cell(one.name, cover=one.covers), f"Alternate: {one.name}, {one.covers}")

    def mark(self, *, target: bool | None = None, picked: bool | None = None) -> None:
        """Show that something would be put here, or that this has been picked up."""
        self.is_target = self.is_target if target is None else target
        self.is_picked = self.is_picked if picked is None else picked
        self.update()

    def let_go(self) -> None:
        """End a drag without a drop."""
        self._grip, self.dragging = None, False

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.keyed.emit(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        step = event.position().toPoint() - self._grip
        if not self.dragging and step.manhattanLength() < QApplication.startDragDistance():
            return
        if not self.dragging:
            self.dragging = True
            self.raise_()
        self.move(self.pos() + step)
        self.dragged.emit(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was, self._grip, self.dragging = self.dragging, None, False
        if was:
            self.dropped.emit(self)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        enter = QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier
        )
        self.keyed.emit(self, enter)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        state = self._cell.severity if self._cell.state == TROUBLE else _WASHES.get(
            self._cell.state, "")  # fmt: skip
        ground = tokens.findings[state].wash if state else tokens.surface
        marked = self.is_target or self.is_picked
        border = tokens.focus if marked else tokens.line2
        plate(painter, self.rect(), tokens.sel if marked else ground, border,
              dashed=self.is_picked or not self.spot)  # fmt: skip
        left = 7
        if self._number.isdigit():
            room = self.rect().adjusted(left, 3, 0, -20)
            face = fonts.font(fonts.LABEL, 600, figures=True)
            left += words(painter, room, self._number, face, tokens.t3) + 5
        ink = tokens.findings[state].ink if self._cell.state == OPEN else tokens.t1
        star = "*" if self._cell.debut else ""
        wide = self.rect().adjusted(left, 3, -10 if star else -4, -20)
        fits = fitted(self._cell.name, wide.width(), fonts.TABLE, 500)[0] == self._cell.name
        face = fonts.font(fonts.TABLE if fits else fonts.LABEL, 500)
        used = words(painter, wide, self._cell.name, face, ink)
        if star:
            after = self.rect().adjusted(left + used + 1, 3, 0, -20)
            words(painter, after, star, fonts.font(fonts.TABLE, 700), tokens.accent_t)
        under = self._cell.word or self._cell.cover or ("" if not self.spot else "no cover")
        tone = tokens.findings[state].ink if state else tokens.t2
        below = self.rect().adjusted(7, 18, -4, -4)
        words(painter, below, under, fonts.font(fonts.LABEL), tone)
        if self._cell.override:
            paint_corner(painter, tokens, self.rect().adjusted(0, 1, -1, 0))
        if self.hasFocus():
            focus_ring(painter, self.rect())

    def _show(self, cell: Cell, spoken: str) -> None:
        self._cell = cell
        self.setAccessibleName(spoken)
        self.setToolTip(plain_tip(spoken))
        self.update()
