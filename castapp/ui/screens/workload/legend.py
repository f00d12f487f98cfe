"""What the numbers and colours of the heat map mean, at its foot."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from castapp.domain.baseline import BANDS
from castapp.domain.usual import CHANGE_WORDS, UNKNOWN
from castapp.ui import fonts, theme
from castapp.ui.screens.workload.heat_paint import band_of
from castapp.ui.widgets.bar import Bar
from castapp.ui.widgets.drawing import hatch, plate, words
from castapp.ui.widgets.label import Label

SWATCH = 14


class Legend(Bar):
    """A sentence at the left, the bands at the right."""

    def __init__(self) -> None:
        super().__init__(36, "panel", line="line2", at_top=True)
        self._words = Label("", fonts.TABLE, "t2")
        self._bands = _Bands()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._bands)

    def show_words(self, text: str, *, banded: bool, unknown: bool) -> None:
        """Say this; the bands only where they are shown, the hatch only where it can occur."""
        self._words.setText(text)
        self._bands.show_names((*BANDS, *((UNKNOWN,) if unknown else ())) if banded else ())


class _Bands(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()

    def show_names(self, names: tuple[str, ...]) -> None:
        self._names = names
        self.setAccessibleName("Colours: " + ", ".join(map(_said, names)))
        self.setVisible(bool(names))
        self.setFixedWidth(self.sizeHint().width())
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(fonts.font(fonts.TABLE))
        return QSize(
            sum(metrics.horizontalAdvance(_said(one)) + SWATCH + 20 for one in self._names), 20
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        metrics = QFontMetrics(fonts.font(fonts.TABLE))
        x, top = 14, (self.height() - SWATCH) // 2
        for name in self._names:
            box = QRect(x, top, SWATCH, SWATCH)
            if name == UNKNOWN:
                hatch(painter, box, tokens.line2, step=4)
            else:
                plate(painter, box, band_of(tokens, name).fill, radius=3.0)
            width = metrics.horizontalAdvance(_said(name))
            room = QRect(x + SWATCH + 6, 0, width + 2, self.height())
            words(painter, room, _said(name), fonts.font(fonts.TABLE), tokens.t2)
            x += SWATCH + 20 + width


def _said(name: str) -> str:
    return CHANGE_WORDS.get(name, name)
