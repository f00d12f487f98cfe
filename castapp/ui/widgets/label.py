"""Words on the window in the sizes and tones of the house; long ones elide or wrap."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from castapp.ui import fonts, theme
from castapp.ui.fonts import Type
from castapp.ui.widgets.tips import plain_tip


class Label(QLabel):
    """Plain text only. `tone` is a name `Tokens.tone` knows.

    It elides at the end and shows the whole in its tool tip, unless it wraps.
    """

    def __init__(
        self,
        text: str = "",
        kind: Type = fonts.BODY,
        tone: str = "t1",
        *,
        weight: int | None = None,
        figures: bool = False,
        wrap: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._kind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(fonts.font(kind, weight, figures=figures))
        self.setWordWrap(wrap)
        upright = Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(align | upright)
        across = QSizePolicy.Policy.Preferred
        upward = QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, upward)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change the colour of the words."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        if self.wordWrap():
            return super().sizeHint()
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(width + 1, self._kind.line)

    def minimumSizeHint(self) -> QSize:
        if self.wordWrap():
            return super().minimumSizeHint()
        return QSize(min(self.sizeHint().width(), 24), self._kind.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.current().tone(self._tone))
        flags = int(self.alignment())
        shown = self.text()
        if self.wordWrap():
            flags |= int(Qt.TextFlag.TextWordWrap)
        else:
            flags |= int(Qt.TextFlag.TextSingleLine)
            elide = Qt.TextElideMode.ElideRight
            shown = QFontMetrics(self.font()).elidedText(shown, elide, self.width())
            self.setToolTip(plain_tip(self.text()) if shown != self.text() else "")
        painter.drawText(self.contentsRect(), flags, shown)
