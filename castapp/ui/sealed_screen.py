"""A screen that may show what the medical part holds."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from castapp.ui.medical_session import medical_session
from castapp.ui.screen import Screen, ScreenContext


class SealedScreen(Screen):
    """Shares the medical session with its like: it stays open from one to another, no further."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._session = medical_session(context)

    def set_active(self, active: bool) -> None:
        if active:
            self._session.stay()
        else:
            self._session.leave()
