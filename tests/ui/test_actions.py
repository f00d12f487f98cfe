from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from castapp.ui.actions import ACTIONS, KEYS, MENUS, actions_of
from castapp.ui.screens import ENTRIES

SCREENS = [entry.name for entry in ENTRIES]


def test_ids_are_unique_and_menus_known() -> None:
    assert max(Counter(action.id for action in ACTIONS).values()) == 1
    for action in ACTIONS:
        assert action.menu in MENUS or action.screen
        assert action.screen in ("", *SCREENS)


@pytest.mark.parametrize("screen", SCREENS)
def test_no_shortcut_means_two_things_on_a_screen(screen: str) -> None:
    keys = Counter(action.keys for action in actions_of(screen) if action.keys)
    assert max(keys.values()) == 1


def test_every_shortcut_is_one_qt_knows(qapp: QApplication) -> None:
    for action in ACTIONS:
        if action.keys:
            assert QKeySequence(action.keys).count() == 1
            assert QKeySequence(action.keys).toString()


def test_every_action_of_the_schedule_has_its_own_keys() -> None:
    own = [action for action in ACTIONS if action.screen == "schedule"]
    assert {f"schedule.{verb}" for verb in (
        "month", "fortnight", "find", "copy", "split", "join", "swap", "later", "later_here",
        "earlier", "repeat", "post",
    )} <= {action.id for action in own}  # fmt: skip
    assert all(action.keys for action in own)


def test_the_keys_people_bring_with_them_are_there() -> None:
    bound = {action.keys: action.id for action in ACTIONS}
    assert bound["Ctrl+Z"] == "edit.undo"
    assert bound["Ctrl+Shift+Z"] == "edit.redo"
    assert bound["Ctrl+K"] == "go.search"
    assert bound["Ctrl+T"] == "go.today"
    assert bound["Ctrl+G"] == "go.date"
    assert bound["F8"] == "go.next_finding"
    assert bound["Ctrl+/"] == "help.shortcuts"
    assert {each.screen for each in KEYS} <= {"", *SCREENS}
