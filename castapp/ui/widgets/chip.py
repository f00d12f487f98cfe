"""Chips: small framed words that can be reached, opened and taken away by keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.widgets.drawing import focus_ring, plate
from castapp.ui.widgets.flow import FlowLayout

HEIGHT = 22
_MARGIN = 7
_CROSS = 12


@dataclass(frozen=True, slots=True)
class ChipText:
    """What a chip shows. `key` comes back in signals; `dashed` frames an exclusion.

    `severity` washes it in a finding's colours; `accent` in the accent's; `does` says what Enter
    does.
    """

    key: str
    text: str
    icon: str = ""
    dashed: bool = False
    removable: bool = False
    severity: str = ""
    accent: bool = False
    pair: str = ""
    does: str = ""


def chip_width(chip: ChipText) -> int:
    """How wide the chip is, in pixels."""
    width = QFontMetrics(fonts.font(fonts.TABLE)).horizontalAdvance(chip.text) + 2 * _MARGIN
    if chip.icon:
        width += icons.INLINE + 5
    if chip.pair:
        width += 8 + 5
    if chip.removable:
        width += _CROSS + 6
    return width


def paint_chip(painter: QPainter, rect: QRect, chip: ChipText) -> None:
    """Draw a chip into `rect` (22 high); delegates use it as chips in a table."""
    tokens = theme.current()
    fill, border, ink = tokens.surface, tokens.line2, tokens.t1
    if chip.severity:
        signal = tokens.findings[chip.severity]
        fill, border, ink = signal.wash, signal.wash, signal.ink
    elif chip.accent:
        fill, border, ink = tokens.accent_w, tokens.accent_w, tokens.accent_t
    plate(painter, rect, fill, border, dashed=chip.dashed)
    x = rect.left() + _MARGIN
    if chip.icon:
        top = rect.top() + (rect.height() - icons.INLINE) // 2
        icons.paint_icon(painter, chip.icon, ink, x, top, icons.INLINE)
        x += icons.INLINE + 5
    if chip.pair:
        square = QRect(x, rect.center().y() - 3, 8, 8)
        plate(painter, square, tokens.pair(chip.pair).spine, radius=1.5)
        x += 8 + 5
    end = rect.right() - _MARGIN - (_CROSS + 6 if chip.removable else 0)
    painter.setFont(fonts.font(fonts.TABLE))
    painter.setPen(ink)
    room = QRect(x, rect.top(), end - x + 2, rect.height())
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(chip.text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
    if chip.removable:
        left, top = rect.right() - _MARGIN - _CROSS + 2, rect.center().y() - _CROSS // 2 + 1
        icons.paint_icon(painter, "x", tokens.t2, left, top, _CROSS)


_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Chip(QWidget):
    """One chip. `activated` on click, Enter or Space; `removed` on its cross, Del or Backspace."""

    activated = Signal(str)
    removed = Signal(str)

    def __init__(self, chip: ChipText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = chip
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        spoken = chip.text + (", can be removed with Delete" if chip.removable else "")
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(f"Enter {chip.does}." if chip.does else "")

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self.chip), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self.chip)
        if self.hasFocus():
            focus_ring(painter, self.rect())

    def event(self, event: QEvent) -> bool:
        """Keep Delete for the chip: the window's own Delete would take the selected record."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _REMOVING
            and self.chip.removable
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _REMOVING and self.chip.removable:
            self.removed.emit(self.chip.key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit(self.chip.key)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if not self.rect().contains(event.position().toPoint()):
            return
        cross = self.width() - _MARGIN - _CROSS - 3
        if self.chip.removable and event.position().x() >= cross:
            self.removed.emit(self.chip.key)
        else:
            self.activated.emit(self.chip.key)


class ChipFlow(QWidget):
    """Chips in lines. `show_chips` keeps the keyboard where it was by key."""

    activated = Signal(str)
    removed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._chips: list[Chip] = []
        self._tail: QWidget | None = None

    def show_chips(self, chips: list[ChipText]) -> None:
        """Show these chips instead."""
        place = self._focused_place()
        if [each.chip for each in self._chips] == chips:
            return
        for old in self._chips:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._chips = [Chip(chip, self) for chip in chips]
        for each in self._chips:
            each.activated.connect(self.activated)
            each.removed.connect(self.removed)
            self._flow.addWidget(each)
            each.show()
        if self._tail is not None:
            self._flow.removeWidget(self._tail)
            self._flow.addWidget(self._tail)
        if place is not None and self._chips:
            self._chips[min(place, len(self._chips) - 1)].setFocus()
        self.updateGeometry()

    def set_tail(self, widget: QWidget) -> None:
        """Keep a widget (an "Add" button) after the last chip."""
        self._tail = widget
        self._flow.addWidget(widget)

    def chips(self) -> list[Chip]:
        """The chips shown, in order."""
        return list(self._chips)

    def _focused_place(self) -> int | None:
        return next((n for n, chip in enumerate(self._chips) if chip.hasFocus()), None)
