from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.banner import Banner


def buttons(banner: Banner) -> dict[str, QPushButton]:
    found = banner.findChildren(QPushButton)
    return {each.accessibleName(): each for each in found if each.isVisibleTo(banner)}


def test_it_says_one_sentence_and_does_one_thing(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    done: list[str] = []
    assert banner.sentence == ""
    banner.say("The disk is full.", "hard", button="Retry", then=lambda: done.append("again"))
    assert banner.sentence == banner.accessibleName() == "The disk is full."
    QTest.mouseClick(buttons(banner)["Retry"], Qt.MouseButton.LeftButton)
    assert done == ["again"]
    assert banner.sentence == ""


def test_it_can_be_put_away_unless_it_lasts(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say("Copied.")
    QTest.mouseClick(buttons(banner)["Put this notice away"], Qt.MouseButton.LeftButton)
    assert banner.sentence == ""
    banner.say("Read only.", "warning", lasting=True)
    assert not buttons(banner)


def test_it_is_put_away_by_a_key_only_if_it_can_be(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert not banner.put_away()
    banner.say("Read only.", "warning", lasting=True)
    assert not banner.put_away()
    banner.say("Copied.")
    assert banner.put_away()
    assert banner.sentence == ""
