"""A band at the foot of the body with one clear sentence, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.announce import announce
from castapp.ui.widgets.button import TOOL_HEIGHT, Button, icon_button
from castapp.ui.widgets.label import Label


class Banner(QWidget):
    """Shows one sentence at a time; severity picks icon and colours.

    A "hard" one says that something was refused: it stays until it is put away or mended.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = "note"
        self._then: Callable[[], None] | None = None
        self._body: QWidget | None = None
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

    def lie_over(self, body: QWidget) -> None:
        """Lie over the foot of a widget beside or inside it, moving nothing there."""
        if self._body is not None:
            self._body.removeEventFilter(self)
        self._body = body
        body.installEventFilter(self)
        self._place()

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
        self._place()
        self.update()
        announce(self)

    def clear(self) -> None:
        """Put away what is said, unless it is a refusal."""
        if not self.refusing:
            self.hide()

    def put_away(self) -> bool:
        """Do as if its cross had been pressed. False if there is nothing to be put away."""
        if self.isHidden() or self._away.isHidden():
            return False
        self.hide()
        return True

    @property
    def sentence(self) -> str:
        """What is said now, "" when nothing is."""
        return "" if self.isHidden() else self._words.text()

    @property
    def refusing(self) -> bool:
        """Whether what is said now is a refusal."""
        return self._severity == "hard" and not self.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        signal = tokens.findings[self._severity]
        painter = QPainter(self)
        painter.fillRect(self.rect(), signal.wash)
        painter.fillRect(0, 0, 4, self.height(), signal.ink)
        edge = self.height() - 1 if self._body is None else 0
        painter.fillRect(0, edge, self.width(), 1, tokens.line2 if self._body else tokens.line)
        icons.paint_icon(painter, signal.icon, signal.ink, 16, (self.height() - 16) / 2)

    def _place(self) -> None:
        around = self.parentWidget()
        if self._body is None or around is None:
            return
        width = self._body.width()
        height = self.heightForWidth(width)
        corner = self._body.mapTo(around, QPoint(0, self._body.height() - height))
        self.setGeometry(QRect(corner, QSize(width, height)))
        self.raise_()

    def _act(self) -> None:
        self.hide()
        if self._then is not None:
            self._then()
