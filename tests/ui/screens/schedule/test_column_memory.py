from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from castapp.ui.screens.schedule.column_memory import KEY, keep, recall
from castapp.ui.screens.schedule.columns import MOST, ColumnChoice
from tests.builders import THURSDAY, company_book
from tests.ui.screens.schedule.hands import Hands


@pytest.fixture
def kept(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def test_what_is_kept_comes_back(kept: QSettings) -> None:
    choice = ColumnChoice(("stage", None, "studio-1"), frozenset({"studio-2"}), {"stage": 7})
    keep(kept, choice)
    assert recall(kept) == choice
    assert recall(None) == ColumnChoice()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '"x"', '{"order": 3}', '{"widths": {"stage": "wide"}}', '{"hidden": [1]}'],
)
def test_rubbish_is_as_good_as_nothing(kept: QSettings, text: str) -> None:
    kept.setValue(KEY, text)
    assert recall(kept) == ColumnChoice()


def test_a_width_stays_within_its_limits(kept: QSettings) -> None:
    kept.setValue(KEY, '{"widths": {"stage": 900}}')
    assert recall(kept).widths == {"stage": MOST}


def test_the_board_opens_as_it_was_left(qapp: object, kept: QSettings) -> None:
    first = Hands(company_book(), THURSDAY, kept)
    views = first.screen.views
    before = [column.studio_id for column in first.board.view.columns]
    views.arrange("right", before[0])
    views.arrange("hide", before[-1])
    first.close()
    second = Hands(company_book(), THURSDAY, kept)
    shown = [column.studio_id for column in second.board.view.columns]
    assert shown == [before[1], before[0], *before[2:-1]]
    second.close()
