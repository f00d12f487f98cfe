from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from castapp import app
from castapp.ui import program
from castapp.ui.theme import apply_theme
from tests.builders import WEDNESDAY
from tests.journeys.sitting import Sitting

SitDown = Callable[..., Sitting]


@pytest.fixture
def sit_down(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SitDown]:
    """Starts the program for somebody on a day; nothing stays open after.

    Who sits down opens a company before the next one does: it is theirs from then on.
    """
    sittings: list[Sitting] = []

    def begin(name: str = "Ada Vega", today: date = WEDNESDAY) -> Sitting:
        monkeypatch.setattr(program, "house_today", lambda book: today)
        monkeypatch.setattr(app, "_author", lambda: name)
        sittings.append(Sitting(tmp_path / f"desk {len(sittings) + 1}", name))
        return sittings[-1]

    yield begin
    for one in sittings:
        one.leave()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    ticking = [
        timer
        for window in qapp.topLevelWidgets()
        for timer in window.findChildren(QTimer)
        if timer.isActive()
    ]
    assert not ticking
    assert QThreadPool.globalInstance().activeThreadCount() == 0
    apply_theme(qapp, "light")
