from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from castapp.ui.theme import apply_theme


@pytest.fixture(autouse=True)
def nothing_left_running(qapp: QApplication) -> Iterator[None]:
    """No test leaves a running timer in a window, a busy thread, or the dark palette behind."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    timers = [
        timer
        for window in qapp.topLevelWidgets()
        for timer in window.findChildren(QTimer)
        if timer.isActive()
    ]
    assert not timers
    assert QThreadPool.globalInstance().activeThreadCount() == 0
    apply_theme(qapp, "light")
