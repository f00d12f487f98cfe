from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.flow import FlowLayout


def boxes(qtbot: QtBot, *widths: int) -> tuple[QWidget, FlowLayout, list[QWidget]]:
    ground = QWidget()
    qtbot.addWidget(ground)
    flow = FlowLayout(ground, spacing=4)
    made = []
    for width in widths:
        box = QWidget()
        box.setFixedSize(width, 22)
        flow.addWidget(box)
        made.append(box)
    return ground, flow, made


def test_a_full_line_goes_on_in_the_next(qtbot: QtBot) -> None:
    ground, flow, made = boxes(qtbot, 40, 40, 40)
    ground.resize(100, 100)
    ground.show()
    assert [(box.x(), box.y()) for box in made] == [(0, 0), (44, 0), (0, 26)]
    assert flow.heightForWidth(100) == 48
    assert flow.heightForWidth(200) == 22


def test_one_too_wide_gets_the_line_it_needs(qtbot: QtBot) -> None:
    ground, _flow, made = boxes(qtbot, 300, 40)
    ground.resize(100, 100)
    ground.show()
    assert made[1].y() == 26


def test_what_is_taken_out_leaves_no_gap(qtbot: QtBot) -> None:
    ground, flow, made = boxes(qtbot, 40, 40)
    flow.removeWidget(made[0])
    made[0].hide()
    ground.resize(100, 100)
    ground.show()
    assert flow.count() == 1
    assert made[1].x() == 0
    assert flow.itemAt(5) is None
    assert flow.takeAt(5) is None
