from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.beside import beside
from castapp.ui.widgets.button import Button


def test_buttons_stand_at_the_left_with_their_tops_in_line(qtbot: QtBot) -> None:
    first, second = Button("Copy"), Button("Remove")
    row = beside(first, second)
    qtbot.addWidget(row)
    row.resize(500, 60)
    row.show()
    assert (first.x(), first.y(), second.y()) == (0, 0, 0)
    assert second.x() == first.sizeHint().width() + 8
    assert second.width() == second.sizeHint().width()


def test_stretches_share_the_whole_width(qtbot: QtBot) -> None:
    wide, narrow = QLineEdit(), QLineEdit()
    row = beside(wide, narrow, stretches=(3, 1))
    qtbot.addWidget(row)
    row.resize(808, 40)
    row.show()
    assert (wide.width(), narrow.width()) == (600, 200)
