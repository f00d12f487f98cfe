"""The lines and bands of the morning page as buttons."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.today.lines import Line, ShowLine
from castapp.ui.widgets.drawing import focus_ring, plate, shows_focus, words
from castapp.ui.widgets.marks import paint_participation
from castapp.ui.widgets.tips import plain_tip

HEIGHT, START, SPINE = 32, 88, 12
SHOW_HEIGHT = 60
RIGHT = Qt.AlignmentFlag.AlignRight


class LineButton(QAbstractButton):
    """One line: start, mark, what it is, about it, and at the right where or when."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line
        self._about_from = 0
        self.setText(line.main)
        self.setAccessibleName(line.words)
        self.setToolTip(plain_tip("  ".join(part for part in (line.main, line.about) if part)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    @property
    def main_width(self) -> int:
        """What its first words take, if there is something about them; pixels."""
        face = fonts.font(fonts.BODY, 500)
        return QFontMetrics(face).horizontalAdvance(self._line.main) if self._line.about else 0

    def align(self, about_from: int) -> None:
        """Let what is said about it begin this far from its first words, if there is room."""
        self._about_from = about_from

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, line = theme.current(), self._line
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), tokens.hair)
        painter.fillRect(0, HEIGHT - 1, self.width(), 1, tokens.line)
        x = 0
        if line.start or line.colour:
            face = fonts.font(fonts.TABLE, figures=True)
            words(painter, QRect(0, 0, START, HEIGHT), line.start, face, tokens.t2)
            x = START
        x += self._paint_mark(painter, x)
        urgent = line.side_tone != "t2"
        face = fonts.font(fonts.TABLE, 600 if urgent else 400)
        room = QRect(x, 0, self.width() - x, HEIGHT)
        taken = words(painter, room, line.side, face, tokens.tone(line.side_tone), RIGHT)
        room.setRight(room.right() - taken - (12 if taken else 0))
        weight = 500 if line.about or line.tone == "accent_t" else 400
        main = fonts.font(fonts.BODY, 600 if line.start else weight)
        used = words(painter, room, line.main, main, tokens.tone(line.tone))
        column = min(self._about_from, room.width() * 11 // 20)
        room.setLeft(room.left() + max(used, column) + 10)
        if room.width() > 24:
            words(painter, room, line.about, fonts.font(fonts.TABLE), tokens.t2)
        if shows_focus(self):
            focus_ring(painter, self.rect())

    def _paint_mark(self, painter: QPainter, x: int) -> int:
        tokens, line = theme.current(), self._line
        middle = HEIGHT // 2
        if line.colour:
            pair = tokens.pairs.get(line.colour)
            colour = pair.spine if pair else tokens.line2
            painter.fillRect(QRect(x, middle - 9, 4, 18), colour)
            return SPINE
        if line.status:
            paint_participation(painter, line.status, x, middle - 6)
            return 20
        if line.finding:
            signal = tokens.findings[line.finding]
            icons.paint_icon(painter, signal.icon, signal.ink, x, middle - 8)
            return 24
        if line.icon:
            icons.paint_icon(painter, line.icon, tokens.tone(line.icon_tone), x, middle - 8)
            return 24
        if line.mark:
            face = fonts.font(fonts.BODY, 600)
            words(painter, QRect(x, 0, 20, HEIGHT), line.mark, face, tokens.accent_t)
            return 24
        return 0


class ShowButton(QAbstractButton):
    """A show: title and run at the left, who leads, the curtain large at the right."""

    def __init__(self, show: ShowLine) -> None:
        super().__init__()
        self._show = show
        self.setText(show.title)
        self.setAccessibleName(show.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, SHOW_HEIGHT + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, show = theme.current(), self._show
        block = tokens.show_block(show.colour)
        fill, ink = block.fill, block.ink
        painter = QPainter(self)
        band = QRect(0, 16, self.width(), SHOW_HEIGHT)
        plate(painter, band, fill, fill)
        large = fonts.font(fonts.EMPTY, 600, figures=True)
        side = QRect(band.right() - 96, band.y(), 80, SHOW_HEIGHT)
        words(painter, side, show.curtain, large, ink, RIGHT)
        half = (band.width() - 112) * 3 // 5
        for left, width, first, second in (
            (16, half - 8, show.title, show.about),
            (16 + half, band.width() - 112 - half, show.leads, show.conductor),
        ):
            strong = fonts.font(fonts.TITLE if left == 16 else fonts.TABLE, 600)
            words(painter, QRect(left, band.y() + 11, width, 20), first, strong, ink)
            words(
                painter, QRect(left, band.y() + 31, width, 16), second, fonts.font(fonts.TABLE), ink
            )
        if shows_focus(self):
            focus_ring(painter, band)
