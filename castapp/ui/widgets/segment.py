"""The view switch: a few words side by side, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.widgets.drawing import RADIUS, focus_ring, plate, shows_focus

HEIGHT = 26


@dataclass(frozen=True, slots=True)
class Choice:
    """One part of the switch: its key, its word, perhaps an icon before the word."""

    key: str
    text: str
    icon: str = ""


class Segment(QWidget):
    """`chosen` is emitted with the key when a person picks another part, not when `choose` does."""

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[Choice | tuple[str, str]],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._parts: dict[str, _Part] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for each in choices:
            choice = each if isinstance(each, Choice) else Choice(*each)
            part = _Part(choice, name, self)
            part.clicked.connect(lambda _=False, key=choice.key: self.chosen.emit(key))
            self._parts[choice.key] = part
            self._group.addButton(part)
            row.addWidget(part)
        parts = list(self._parts.values())
        parts[0].setChecked(True)
        parts[0].first = True
        parts[-1].last = True

    @property
    def key(self) -> str:
        """The chosen part."""
        return next(key for key, part in self._parts.items() if part.isChecked())

    def choose(self, key: str) -> None:
        """Show this part as the chosen one. KeyError if there is none such."""
        self._parts[key].setChecked(True)

    def enable(self, key: str, on: bool) -> None:
        """Let a part be chosen or not."""
        self._parts[key].setEnabled(on)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        plate(QPainter(self), self.rect(), tokens.surface, tokens.line2)


class _Part(QAbstractButton):
    def __init__(self, choice: Choice, group: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = choice.icon
        self.first = False
        self.last = False
        self.setText(choice.text)
        self.setAccessibleName(f"{choice.text}, {group}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(fonts.font())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        bold = fonts.font(fonts.BODY, 600)
        width = QFontMetrics(bold).horizontalAdvance(self.text()) + 24
        return QSize(width + (icons.SIZE + 6 if self._icon else 0), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.fillPath(self._shape(), tokens.sel if self.isChecked() else tokens.hair)
        if not self.first:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(tokens.line2)
            painter.drawLine(0, 1, 0, self.height() - 2)
        self._paint_words(painter)
        if shows_focus(self):
            focus_ring(painter, self.rect())

    def _paint_words(self, painter: QPainter) -> None:
        tokens = theme.current()
        colour = tokens.t1 if self.isChecked() else tokens.t2 if self.isEnabled() else tokens.t3
        face = fonts.font(fonts.BODY, 600 if self.isChecked() else 400)
        width = QFontMetrics(face).horizontalAdvance(self.text())
        x = (self.width() - width - (icons.SIZE + 6 if self._icon else 0)) // 2
        if self._icon:
            top = (self.height() - icons.SIZE) // 2
            icons.paint_icon(painter, self._icon, colour, x, top)
            x += icons.SIZE + 6
        painter.setFont(face)
        painter.setPen(colour)
        room = QRect(x, 0, width + 2, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())

    def _shape(self) -> QPainterPath:
        inside = QRectF(self.rect()).adjusted(0 if not self.first else 1, 1, -1, -1)
        path = QPainterPath()
        if not (self.first or self.last):
            path.addRect(inside)
            return path
        path.addRoundedRect(inside, RADIUS - 1, RADIUS - 1)
        if not self.first:
            path.addRect(QRectF(inside.left(), inside.top(), RADIUS, inside.height()))
        if not self.last:
            path.addRect(QRectF(inside.right() - RADIUS, inside.top(), RADIUS, inside.height()))
        path.setFillRule(Qt.FillRule.WindingFill)
        return path
