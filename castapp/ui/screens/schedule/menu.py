"""The menu of a card: what can be done with it, and with which keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

_TWO = 2
_ITEMS = (
    ("inspect", "Open in the inspector", "Enter", 1),
    ("schedule.find", "Find a place", "", 1),
    ("", "", "", 0),
    ("edit.cut", "Cut", "Ctrl+X", 1),
    ("edit.copy", "Copy", "Ctrl+C", 1),
    ("edit.paste", "Paste", "Ctrl+V", 0),
    ("edit.duplicate", "Duplicate", "Ctrl+D", 1),
    ("", "", "", 0),
    ("schedule.split", "Split in two", "", 1),
    ("schedule.join", "Join the two", "", 2),
    ("schedule.swap", "Swap the two", "", 2),
    ("schedule.later", "Move everything from here 15 min later", "", 1),
    ("schedule.later_here", "Move everything from here in this studio 15 min later", "", 1),
    ("schedule.earlier", "Move everything from here 15 min earlier", "", 1),
    ("", "", "", 0),
    ("schedule.unplace", "Take out of the studio", "", 1),
    ("edit.delete", "Delete", "Del", 1),
)


def card_menu(parent: QWidget, act: Callable[[str], object], chosen: int) -> QMenu:
    """The menu over so many chosen calls; `act` is given the id of what was chosen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for action_id, text, keys, least in _ITEMS:
        if not action_id:
            menu.addSeparator()
            continue
        words = f"{text}\t{keys}" if keys else text
        action = menu.addAction(words)
        action.setEnabled(chosen >= least and not (least == _TWO and chosen > _TWO))
        action.triggered.connect(lambda _=False, one=action_id: act(one))
    return menu


COLUMN_ITEMS = (
    ("left", "Move to the left"),
    ("right", "Move to the right"),
    ("wider", "Wider"),
    ("narrower", "Narrower"),
    ("hide", "Fold away"),
    ("all", "Show all studios"),
)


def column_menu(parent: QWidget, act: Callable[[str], object]) -> QMenu:
    """The menu of a studio's head; `act` is given the key of what was chosen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for key, text in COLUMN_ITEMS:
        menu.addAction(text).triggered.connect(lambda _=False, one=key: act(one))
    return menu
