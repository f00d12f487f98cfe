"""Lines of the inspector that lead somewhere: what, about it below, and words at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from castapp.ui import fonts, theme
from castapp.ui.screens.company.page import Line
from castapp.ui.widgets.drawing import focus_ring, plate, shows_focus, words
from castapp.ui.widgets.tips import plain_tip

ONE, TWO, START = 24, 40, 84
INSET = 6
_Right = Qt.AlignmentFlag.AlignRight


class LineButton(QAbstractButton):
    """One line."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_line(line)

    def show_line(self, line: Line) -> None:
        """Say something else."""
        self.line = line
        self.setText(line.text)
        self.setAccessibleName(line.spoken)
        self.setToolTip(plain_tip("\n".join(part for part in (line.text, line.about) if part)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, TWO if self.line.about else ONE)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, line = theme.current(), self.line
        painter = QPainter(self)
        if line.chosen or self.underMouse():
            plate(painter, self.rect(), tokens.sel if line.chosen else tokens.hair)
        top = QRect(INSET, 0, self.width() - 2 * INSET, ONE)
        if line.about:
            top.moveTop(2)
        if line.start:
            face = fonts.font(fonts.TABLE, figures=True)
            words(painter, top, line.start, face, tokens.t2)
            top.setLeft(top.left() + START)
        side = fonts.font(fonts.TABLE, 600 if line.side_tone != "t2" else 400)
        taken = words(painter, top, line.side, side, tokens.tone(line.side_tone), _Right)
        room = top.adjusted(0, 0, -taken - (12 if taken else 0), 0)
        face = fonts.font(fonts.TABLE, line.weight)
        words(painter, room, line.text, face, tokens.tone(line.tone))
        if line.about:
            below = QRect(top.left(), 21, self.width() - INSET - top.left(), 16)
            words(painter, below, line.about, fonts.font(fonts.LABEL), tokens.t2)
        if shows_focus(self):
            focus_ring(painter, self.rect())


class Lines(QWidget):
    """Lines below one another; `chosen` carries the key of the one pressed.

    Its buttons stay when other lines are shown, so that a click is not lost to a change.
    """

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: list[LineButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines instead."""
        for button, line in zip(self._buttons, lines, strict=False):
            button.show_line(line)
        for line in lines[len(self._buttons) :]:
            button = LineButton(line)
            button.clicked.connect(lambda _=False, one=button: self.chosen.emit(one.line.key))
            self._buttons.append(button)
            self._column.addWidget(button)
        for spare in self._buttons[len(lines) :]:
            self._column.removeWidget(spare)
            spare.hide()
            spare.deleteLater()
        del self._buttons[len(lines) :]
        self.setVisible(bool(lines))

    @property
    def lines(self) -> list[Line]:
        """The lines shown."""
        return [button.line for button in self._buttons]

    def press(self, key: str) -> None:
        """Do as if a person had pressed the line with this key."""
        next(one for one in self._buttons if one.line.key == key).click()
