from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from castapp.ui.warming import Warming


def test_one_screen_is_imported_at_a_time_and_then_there_is_rest(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    warm: list[str] = []
    monkeypatch.setattr("castapp.ui.warming.import_module", warm.append)
    parent = QObject()
    warming = Warming(parent)
    warming.begin(["history", "today"])
    assert warming.isActive()
    warming.timeout.emit()
    assert warm == ["castapp.ui.screens.history.screen"]
    warming.timeout.emit()
    assert warm[1:] == ["castapp.ui.screens.today.screen"]
    assert warming.isActive()
    warming.timeout.emit()
    assert not warming.isActive()
    assert len(warm) == 2
