"""A row of steps that can be corrected."""

from __future__ import annotations

from dataclasses import dataclass

from pytestqt.qtbot import QtBot

from castapp.ui.widgets.stating import BACK, StateRow

STEPS = ("new", "halfway", "done")


@dataclass(frozen=True)
class Said:
    text: str
    state: str
    derived: str
    why: str = ""

    @property
    def by_hand(self) -> bool:
        return self.state != self.derived


def row(qtbot: QtBot, said: Said) -> tuple[StateRow, list[str]]:
    made = StateRow(said, STEPS)
    qtbot.addWidget(made)
    heard: list[str] = []
    made.said.connect(heard.append)
    return made, heard


def test_it_is_read_out_with_what_the_record_says(qtbot: QtBot) -> None:
    made, _ = row(qtbot, Said("Queen", "done", "new", "2 calls"))
    assert made.accessibleName() == "Queen, done, by hand; the record says new, 2 calls"
    made.resize(200, 24)
    assert not made.grab().isNull()


def test_a_step_is_chosen_from_the_menu(qtbot: QtBot) -> None:
    made, heard = row(qtbot, Said("Queen", "new", "new"))
    actions = made.menu().actions()
    assert [one.text() for one in actions if one.isChecked()] == ["New"]
    assert not actions[-1].isEnabled()
    actions[0].trigger()
    actions[2].trigger()
    assert heard == ["done"]


def test_the_record_is_let_speak_again(qtbot: QtBot) -> None:
    made, heard = row(qtbot, Said("Queen", "done", "new"))
    actions = made.menu().actions()
    assert actions[-1].text() == "As the record says: new"
    actions[-1].trigger()
    actions[0].trigger()
    assert heard == [BACK, BACK]
