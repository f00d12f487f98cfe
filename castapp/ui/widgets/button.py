"""Push buttons: plain (framed), filled (one per screen), quiet (no frame), link (words only)."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.widgets.drawing import focus_ring, plate, shows_focus
from castapp.ui.widgets.tips import plain_tip


class Kind(Enum):
    """How loud a button is."""

    PLAIN = "plain"
    FILLED = "filled"
    QUIET = "quiet"
    LINK = "link"


HEIGHT = 28
TOOL_HEIGHT = 26
LARGE_HEIGHT = 36


class Button(QPushButton):
    """A button with an icon, words, or both. One with an icon alone must be given its `name`.

    `name` is what a screen reader says and the tool tip shows; `arrow` adds a chevron (a menu).
    """

    def __init__(
        self,
        text: str = "",
        icon: str = "",
        kind: Kind = Kind.PLAIN,
        *,
        name: str = "",
        height: int = HEIGHT,
        arrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.kind = kind
        self.ringed = False
        """Whether its ring shows however it got the keyboard: in a question that has just come."""
        self._icon = icon
        self._arrow = arrow
        self._height = height
        weight = 400 if kind in (Kind.PLAIN, Kind.QUIET) else 600
        size = fonts.TABLE if kind is Kind.LINK else fonts.BODY
        self.setFont(fonts.font(size, 500 if kind is Kind.LINK else weight))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name or text)
        if name:
            self.setToolTip(plain_tip(name))
        if kind is Kind.LINK:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_text(self, text: str) -> None:
        """Show and say other words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        if not self.text() and not self._arrow:
            return QSize(self._height, self._height)
        return QSize(self._content_width() + 2 * self._margin(), self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = self.rect()
        fill, border = self._ground()
        if fill is not None or border is not None:
            plate(painter, rect, fill, border)
        self._paint_content(painter, rect)
        if shows_focus(self) or (self.ringed and self.hasFocus()):
            if self.kind is Kind.FILLED:
                plate(painter, rect.adjusted(2, 2, -2, -2), None, theme.current().on_accent, 3)
            else:
                focus_ring(painter, rect)

    def _margin(self) -> int:
        if self.kind is Kind.LINK:
            return 2
        return {LARGE_HEIGHT: 18}.get(self._height, 10)

    def _content_width(self) -> int:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        if self._icon:
            width += icons.SIZE + (8 if self.text() else 0)
        if self._arrow:
            width += icons.INLINE + 6
        return width

    def _paint_content(self, painter: QPainter, rect: QRect) -> None:
        ink = self._ink()
        spare = rect.width() - self._content_width()
        x = max(rect.left() + spare // 2, rect.left() + 2)
        if self._icon:
            top = rect.top() + (rect.height() - icons.SIZE) // 2
            icons.paint_icon(painter, self._icon, ink, x, top)
            x += icons.SIZE + 8
        if self.text():
            painter.setFont(self.font())
            painter.setPen(ink)
            room = QRect(x, rect.top(), rect.right() - x + 1, rect.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())
            x += QFontMetrics(self.font()).horizontalAdvance(self.text()) + 6
        if self._arrow:
            top = rect.top() + (rect.height() - icons.INLINE) // 2
            tone = theme.current().t3
            icons.paint_icon(painter, "chevron-down", tone, x, top, icons.INLINE)

    def _ink(self) -> QColor:
        tokens = theme.current()
        if not self.isEnabled():
            return tokens.t3 if self.text() else tokens.line2
        if self.kind is Kind.FILLED:
            return tokens.on_accent
        if self.kind is Kind.LINK:
            return tokens.accent_t
        return tokens.t1 if self.text() else tokens.t2

    def _ground(self) -> tuple[QColor | None, QColor | None]:
        tokens = theme.current()
        pressed = self.isDown() or self.isChecked()
        hovered = self.underMouse() and self.isEnabled()
        if self.kind is Kind.FILLED:
            if not self.isEnabled():
                return tokens.hair, tokens.line2
            return (tokens.accent.darker(115) if pressed or hovered else tokens.accent), None
        if self.kind is Kind.PLAIN:
            if not self.isEnabled():
                return tokens.panel, tokens.line
            fill = tokens.sel if pressed else tokens.panel if hovered else tokens.surface
            return fill, tokens.line2
        if self.kind is Kind.QUIET and (pressed or hovered):
            return (tokens.sel if pressed else tokens.hair), None
        return None, None


def icon_button(icon: str, name: str, parent: QWidget | None = None) -> Button:
    """A quiet square button with only an icon; `name` is said and shown as its tool tip."""
    return Button(icon=icon, kind=Kind.QUIET, name=name, parent=parent)
