from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from castapp.services.calltext import Reading
from castapp.ui.screens.schedule.typed_call.field import CallField
from castapp.ui.screens.schedule.typed_call.words import Said


def read(text: str) -> tuple[Reading, Said]:
    long = "Far too much was not understood to be told in a line or two. " * len(text)
    return Reading(text), Said(trouble=long if len(text) > 1 else "")


@pytest.mark.parametrize(("top", "below"), [(100, True), (420, False)])
def test_the_field_stays_on_its_side_of_the_place_while_it_grows(
    qtbot: QtBot, top: int, below: bool
) -> None:
    ground = QWidget()
    ground.resize(900, 600)
    qtbot.addWidget(ground)
    ground.show()
    field = CallField(ground)
    place = QRect(40, top, 150, 48)
    field.open(read, "g", place)
    low = field.height()
    sides = {field.y() > place.bottom()}
    field.line.setText("giselle")
    assert field.height() > low
    sides.add(field.y() > place.bottom())
    assert sides == {below}
