from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from castapp.ui import theme
from castapp.ui.widgets.marks import STATUS_WORDS, ParticipationMark, Swatch


def silhouette(mark: ParticipationMark) -> list[bool]:
    mark.resize(12, 12)
    image = mark.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ground = image.pixelColor(0, 0).value()
    return [abs(image.pixelColor(x, y).value() - ground) > 40 for x in range(12) for y in range(12)]


def test_every_status_has_a_shape_of_its_own_and_says_its_word(qtbot: QtBot) -> None:
    shapes = []
    for status, word in STATUS_WORDS.items():
        mark = ParticipationMark(status)
        qtbot.addWidget(mark)
        assert mark.accessibleName() == mark.toolTip() == word
        shapes.append(silhouette(mark))
    for place, one in enumerate(shapes):
        for other in shapes[place + 1 :]:
            assert sum(a != b for a, b in zip(one, other, strict=True)) >= 8


def test_an_unknown_status_is_an_error(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        ParticipationMark("tired")


def test_a_swatch_wears_its_productions_spine(qtbot: QtBot) -> None:
    swatch = Swatch("fir")
    qtbot.addWidget(swatch)
    swatch.resize(8, 8)
    spine = theme.current().pair("fir").spine
    assert swatch.grab().toImage().pixelColor(4, 4) == spine
