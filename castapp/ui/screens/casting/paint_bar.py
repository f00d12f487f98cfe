"""The strip over the grid while a cast is painted, and the key to the grid's signs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPolygon
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from castapp.ui import fonts, theme
from castapp.ui.widgets.bar import Bar
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.drawing import words
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.segment import Segment
from castapp.ui.widgets.tips import plain_tip

_HEIGHT = 48
HINT = "Click or drag across the performances that dance it. Overrides stay."


class PaintBar(Bar):
    """Choose a cast, then click or drag across performances. `ended` by its button or Esc."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__(_HEIGHT, "accent_w")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 1)
        self._row.setSpacing(12)
        self._row.addWidget(Label("Paint", fonts.TABLE, "t1", weight=600))
        self._hint = Label(HINT, fonts.TABLE, "t2")
        end = Button("Done", kind=Kind.QUIET, name="Stop painting (Esc)")
        end.clicked.connect(self.ended)
        self._nights = Label("", fonts.LABEL, "t2")
        self._nights.hide()
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(self._hint)
        said.addWidget(self._nights)
        self._row.addLayout(said, 1)
        self._row.addWidget(end)
        self._casts: Segment | None = None
        self.hide()

    @property
    def cast_key(self) -> str:
        """The cast chosen."""
        return self._casts.key if self._casts else ""

    def show_preview(self, sentence: str, nights: Sequence[str] = ()) -> None:
        """Say what painting would do, of several nights also each; else how it is done."""
        self._hint.setText(sentence or HINT)
        self._nights.setText(" · ".join(nights))
        self._nights.setToolTip(plain_tip("\n".join(nights)))
        self._nights.setVisible(len(nights) > 1)
        self._hint.set_tone("t1" if sentence else "t2")

    @property
    def nights(self) -> str:
        """What is said night by night."""
        return self._nights.text()

    @property
    def hint(self) -> str:
        """What is said now."""
        return self._hint.text()

    def show_casts(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these casts."""
        if self._casts is not None:
            self._row.removeWidget(self._casts)
            self._casts.hide()
            self._casts.deleteLater()
        self._casts = Segment(choices, name="Cast to paint")
        self._row.insertWidget(1, self._casts)
        self._casts.show()


class Legend(QWidget):
    """What the star, the corner and the second line mean; as many of them as there is room for."""

    _TEXTS = ("debut", "differs from its cast", "below: cover")

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("* debut; corner: differs from its cast; second line: cover")
        self.setToolTip(self.accessibleName())
        self.setMinimumWidth(20)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(fonts.font(fonts.TABLE))
        width = sum(metrics.horizontalAdvance(text) for text in self._TEXTS)
        return QSize(width + 12 + 14 + 2 * 14 + 8, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        face = fonts.font(fonts.TABLE)
        x = 0
        metrics = QFontMetrics(face)
        for text, sign in zip(self._TEXTS, (12, 14, 0), strict=True):
            if x + sign + metrics.horizontalAdvance(text) > self.width():
                break
            if text == "debut":
                star = QRect(x, 0, 10, 26)
                words(painter, star, "*", fonts.font(fonts.TABLE, 700), tokens.accent_t)
                x += 12
            elif text.startswith("differs"):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tokens.accent_t)
                corner = [QPoint(x, 9), QPoint(x + 8, 9), QPoint(x + 8, 17)]
                painter.drawPolygon(QPolygon(corner))
                x += 14
            room = QRect(x, 0, max(0, self.width() - x), 26)
            x += words(painter, room, text, face, tokens.t2) + 14
