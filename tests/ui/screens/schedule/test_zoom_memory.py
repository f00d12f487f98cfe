from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from castapp.ui.screens.schedule.geometry import MOST_HOUR
from castapp.ui.screens.schedule.zoom import Zoom
from castapp.ui.screens.schedule.zoom_memory import KEY, keep, recall


@pytest.fixture
def kept(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def test_what_is_kept_comes_back(kept: QSettings) -> None:
    keep(kept, Zoom(60, 90))
    assert recall(kept) == Zoom(60, 90)
    assert recall(None) == Zoom()


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', '{"day": "tall"}', '{"week": null}'])
def test_rubbish_is_as_good_as_nothing(kept: QSettings, text: str) -> None:
    kept.setValue(KEY, text)
    assert recall(kept) == Zoom()


def test_an_hour_stays_within_its_limits(kept: QSettings) -> None:
    kept.setValue(KEY, '{"day": 9000}')
    assert recall(kept).day == MOST_HOUR
