from __future__ import annotations

from importlib.util import find_spec

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from castapp.ui.screens.schedule.screen import ScheduleScreen
from castapp.ui.warming import Warming


def test_one_module_is_imported_at_a_time_and_then_there_is_rest(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    warm: list[str] = []
    monkeypatch.setattr("castapp.ui.warming.import_module", warm.append)
    parent = QObject()
    warming = Warming(parent)
    warming.begin(["history.screen", "today.screen"])
    assert warming.isActive()
    warming.timeout.emit()
    assert warm == ["history.screen"]
    warming.timeout.emit()
    assert warm[1:] == ["today.screen"]
    assert warming.isActive()
    warming.timeout.emit()
    assert not warming.isActive()
    assert len(warm) == 2


def test_what_a_screen_wants_later_is_there_to_be_imported() -> None:
    for module in ScheduleScreen.later:
        assert find_spec(module) is not None, module
