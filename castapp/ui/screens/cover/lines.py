"""A line with a sign, words in bold and words after them, broken to the width there is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.cover.card_lines import CardLine

LEFT, TOP = 22, 6
_LINE = fonts.TABLE.line


class WordsLine(QWidget):
    """As high as its words need. `edge` is kept free at both sides."""

    def __init__(self, line: CardLine, edge: int = 14) -> None:
        super().__init__()
        self._line = line
        self._edge = edge
        self.setAccessibleName(line.spoken)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid(width).lineCount() * _LINE + 2 * TOP

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _LINE + 2 * TOP)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        ink = tokens.tone(self._line.tone)
        sign = tokens.t2 if self._line.tone == "t1" else ink
        icons.paint_icon(painter, self._line.icon, sign, self._edge, TOP + 1, icons.INLINE)
        painter.setPen(ink)
        self._laid(self.width()).draw(painter, QPointF(self._edge + LEFT, TOP))

    def _laid(self, width: int) -> QTextLayout:
        line = self._line
        laid = QTextLayout(line.spoken, fonts.font(fonts.TABLE))
        laid.setTextOption(QTextOption())
        if line.bold:
            strong = QTextLayout.FormatRange()
            shape = QTextCharFormat()
            shape.setFontWeight(QFont.Weight.DemiBold)
            strong.start, strong.length, strong.format = 0, len(line.bold), shape
            laid.setFormats([strong])
        laid.beginLayout()
        y = 0
        while (each := laid.createLine()).isValid():
            each.setLineWidth(max(40, width - 2 * self._edge - LEFT))
            each.setPosition(QPointF(0, y))
            y += _LINE
        laid.endLayout()
        return laid
