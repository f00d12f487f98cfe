from __future__ import annotations

from pytestqt.qtbot import QtBot

from castapp.ui.widgets.refusal import Refusal


def test_a_refusal_is_there_only_while_it_has_something_to_say(qtbot: QtBot) -> None:
    refusal = Refusal()
    qtbot.addWidget(refusal)
    assert refusal.isHidden()
    refusal.say("A season needs a name.")
    assert not refusal.isHidden()
    assert refusal.text() == "A season needs a name."
    refusal.say("")
    assert refusal.isHidden()
