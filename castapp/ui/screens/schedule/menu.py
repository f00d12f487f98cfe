"""The menu of a card: what can be done with it, and with which keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from castapp.ui.actions import ACTIONS

_TWO = 2
_ITEMS = (
    ("inspect", 1),
    ("schedule.find", 1),
    ("", 0),
    ("edit.cut", 1),
    ("edit.copy", 1),
    ("edit.paste", 0),
    ("edit.duplicate", 1),
    ("", 0),
    ("schedule.split", 1),
    ("schedule.join", 2),
    ("schedule.swap", 2),
    ("schedule.later", 1),
    ("schedule.later_here", 1),
    ("schedule.earlier", 1),
    ("schedule.repeat", 1),
    ("schedule.templates", 0),
    ("", 0),
    ("schedule.unplace", 1),
    ("edit.delete", 1),
)
_INSPECT = ("Open in the inspector", "Enter")


def card_menu(parent: QWidget, act: Callable[[str], object], chosen: int) -> QMenu:
    """The menu over so many chosen calls; `act` is given the id of what was chosen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    told = {row.id: (row.text, row.keys) for row in ACTIONS}
    for action_id, least in _ITEMS:
        if not action_id:
            menu.addSeparator()
            continue
        text, keys = told.get(action_id, _INSPECT)
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
