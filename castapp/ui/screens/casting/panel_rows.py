"""Rows of the casting inspector: a bar of shows, and a line that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.widgets.drawing import focus_ring, words
from castapp.ui.widgets.tips import plain_tip

_ROW, _TWO_ROWS = 22, 39
_NUMBER = 26


class Rows(QWidget):
    """Rows close under one another."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, row: QWidget) -> None:
        """Put a row below those there are."""
        self._column.addWidget(row)


class TallyRow(QWidget):
    """A dancer's shows as a bar and a number; a star if one of them is the first."""

    def __init__(self, name: str, shows: int, most: int, *, debut: bool) -> None:
        super().__init__()
        self._name, self._shows, self._most, self._debut = name, shows, most, debut
        self.setFixedHeight(_ROW)
        first = ", one of them the first" if debut else ""
        self.setAccessibleName(f"{name}, {shows} show{'' if shows == 1 else 's'}{first}")
        self.setToolTip(plain_tip(self.accessibleName()))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        left = min(96, self.width() // 2)
        words(painter, QRect(0, 0, left - 8, _ROW), self._name, fonts.font(fonts.TABLE), tokens.t1)
        room = self.width() - left - _NUMBER - 12
        bar = QRect(left, 7, room, 8)
        painter.fillRect(bar, tokens.hair)
        bar.setWidth(max(2, round(room * self._shows / max(self._most, 1))))
        painter.fillRect(bar, tokens.t3)
        number = QRect(left + room, 0, _NUMBER, _ROW)
        face = fonts.font(fonts.TABLE, 600, figures=True)
        words(painter, number, str(self._shows), face, tokens.t1, Qt.AlignmentFlag.AlignRight)
        if self._debut:
            star = QRect(self.width() - 8, 0, 8, _ROW)
            words(painter, star, "*", fonts.font(fonts.TABLE, 700), tokens.accent_t)


class LineRow(QAbstractButton):
    """A sign, words, quieter words after them, words at the right; pressed, it leads somewhere.

    `sign` is "*" or an icon's name; `tone` a tone of the palette for the sign.
    """

    def __init__(
        self,
        text: str,
        detail: str = "",
        aside: str = "",
        *,
        sign: str = "",
        tone: str = "accent_t",
        leads: bool = False,
    ) -> None:
        super().__init__()
        self.setText(text)
        self._detail, self._aside, self._sign, self._tone = detail, aside, sign, tone
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_ROW)
        said = ", ".join(part for part in (text, detail, aside) if part)
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))
        if leads:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines where one does not hold the words, so that nothing is cut."""
        super().resizeEvent(event)
        self.setFixedHeight(_ROW if self._fits() else _TWO_ROWS)

    @property
    def _left(self) -> int:
        return 18 if self._sign == "*" else 22 if self._sign else 0

    def _fits(self) -> bool:
        metrics = QFontMetrics(fonts.font(fonts.TABLE))
        words_wide = [metrics.horizontalAdvance(one) for one in self._parts]
        return sum(words_wide) + 8 * (len(words_wide) - 1) <= self.width() - self._left

    @property
    def _parts(self) -> list[str]:
        return [one for one in (self.text(), self._detail, self._aside) if one]

    def _paint_two(self, painter: QPainter) -> None:
        """The words on the first line, the rest below."""
        tokens, face = theme.current(), fonts.font(fonts.TABLE)
        upper = QRect(self._left, 1, self.width() - self._left, 18)
        words(painter, upper, self.text(), face, tokens.t1)
        lower = upper.translated(0, 17)
        right = Qt.AlignmentFlag.AlignRight
        taken = words(painter, lower, self._aside, face, tokens.t2, right) if self._detail else 0
        rest = self._detail or self._aside
        words(painter, lower.adjusted(0, 0, -taken - 8 if taken else 0, 0), rest, face, tokens.t2)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        left = self._left
        ink = tokens.tone(self._tone)
        if self._sign == "*":
            words(painter, QRect(0, 0, 10, _ROW), "*", fonts.font(fonts.TABLE, 700), ink)
        elif self._sign:
            icons.paint_icon(painter, self._sign, ink, 0, 4, icons.INLINE)
        if self.hasFocus():
            focus_ring(painter, self.rect())
        if self.height() > _ROW:
            self._paint_two(painter)
            return
        face = fonts.font(fonts.TABLE)
        side = QRect(left, 0, self.width() - left, _ROW)
        right = Qt.AlignmentFlag.AlignRight
        taken = words(painter, side, self._aside, face, tokens.t2, right)
        room = QRect(left, 0, self.width() - left - taken - 8, _ROW)
        used = words(painter, room, self.text(), face, tokens.t1)
        rest = room.adjusted(used + 8, 0, 0, 0)
        if self._detail and rest.width() > 12:
            words(painter, rest, self._detail, face, tokens.t2)
