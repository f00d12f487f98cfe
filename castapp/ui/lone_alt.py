"""Alt pressed and let go with nothing in between, which opens the menu bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
OTHER_WORK = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.WindowDeactivate)


class LoneAlt(QObject):
    """`let_go` comes when Alt goes up alone. It looks at events only while Alt is down."""

    let_go = Signal()

    def begin(self) -> None:
        """Alt has gone down."""
        _application().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        is_alt = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt
        if kind == QEvent.Type.KeyRelease and is_alt:
            self._end()
            self.let_go.emit()
        elif kind in OTHER_WORK or (kind in KEYS and not is_alt):
            self._end()
        return False

    def _end(self) -> None:
        _application().removeEventFilter(self)


def _application() -> QApplication:
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        raise RuntimeError("a key needs an application")
    return running
