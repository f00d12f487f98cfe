"""A band under the top bar with one clear sentence, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.widgets.button import TOOL_HEIGHT, Button, icon_button
from castapp.ui.widgets.label import Label


class Banner(QWidget):
    """Shows one sentence at a time; severity picks icon and colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = "note"
        self._then: Callable[[], None] | None = None
        self._words = Label("", fonts.BODY, "t1", weight=500, wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._do = Button("", height=TOOL_HEIGHT)
        self._do.clicked.connect(self._act)
        self._away = icon_button("x", "Put this notice away")
        self._away.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16 + 16 + 10, 6, 12, 7)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._do)
        row.addWidget(self._away)
        self.hide()

    def say(
        self,
        sentence: str,
        severity: str = "note",
        *,
        button: str = "",
        then: Callable[[], None] | None = None,
        lasting: bool = False,
    ) -> None:
        """Show a sentence; `button` calls `then`. A lasting one cannot be put away."""
        self._severity = severity
        self._then = then
        self._words.setText(sentence)
        self._do.set_text(button)
        self._do.setVisible(bool(button))
        self._away.setVisible(not lasting)
        self.setAccessibleName(sentence)
        self.show()
        self.update()

    @property
    def sentence(self) -> str:
        """What is said now, "" when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        signal = tokens.findings[self._severity]
        painter = QPainter(self)
        painter.fillRect(self.rect(), signal.wash)
        painter.fillRect(0, 0, 4, self.height(), signal.ink)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
        icons.paint_icon(painter, signal.icon, signal.ink, 16, (self.height() - 16) / 2)

    def _act(self) -> None:
        self.hide()
        if self._then is not None:
            self._then()
