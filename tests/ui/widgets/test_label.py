from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from castapp.ui import fonts
from castapp.ui.widgets.label import Label


def test_long_words_elide_and_the_tip_has_it_all(qtbot: QtBot) -> None:
    label = Label("A very long name of a very long ballet", fonts.TABLE)
    qtbot.addWidget(label)
    label.resize(80, 16)
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(400, 16)
    label.grab()
    assert label.toolTip() == ""


def test_markup_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    label = Label("Swan Lake <b>Act II</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    narrow = Label("Swan Lake Act II")
    qtbot.addWidget(narrow)
    assert label.sizeHint().width() > narrow.sizeHint().width()


def test_wrapped_words_grow_downwards(qtbot: QtBot) -> None:
    label = Label("one two three four five six seven eight", wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(80) > label.heightForWidth(400)
