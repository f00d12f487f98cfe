"""The sign in the top bar that says whether the last edit is safe on the disk."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.widgets.drawing import focus_ring, shows_focus
from castapp.ui.widgets.tips import plain_tip


class SavedState(QAbstractButton):
    """A dot and "Saved 14.12", or an alarm and "Not saved": then pressing it tries again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._failed = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(fonts.font(fonts.TABLE))
        self.show_saved("")

    @property
    def failed(self) -> bool:
        """Whether the last save did not hold."""
        return self._failed

    def show_saved(self, at: str) -> None:
        """All is written; `at` is the clock time, "" when nothing has been written yet."""
        self._show(f"Saved {at}" if at else "Saved", "Every change is written at once.", False)

    def show_failed(self, sentence: str) -> None:
        """The last change is not written; `sentence` says why."""
        self._show("Not saved · Retry", sentence, True)

    def show_read_only(self) -> None:
        """The file cannot be written at all."""
        self._show("Read only", "This company file cannot be written.", False)

    def _show(self, words: str, tip: str, failed: bool) -> None:
        self._failed = failed
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(tip))
        on = Qt.FocusPolicy.StrongFocus if failed else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(on)
        self.setEnabled(failed)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(width + (22 + 12 if self._failed else 18), 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        middle = self.height() // 2
        if self._failed:
            signal = tokens.findings["hard"]
            painter.fillRect(self.rect(), signal.wash)
            icons.paint_icon(painter, signal.icon, signal.ink, 6, middle - 7, icons.INLINE)
            ink, left = signal.ink, 26
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.t3)
            painter.drawEllipse(2, middle - 4, 8, 8)
            ink, left = tokens.t2, 17
        painter.setFont(self.font())
        painter.setPen(ink)
        room = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if shows_focus(self):
            focus_ring(painter, self.rect())
