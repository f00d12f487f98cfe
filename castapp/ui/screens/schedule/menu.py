"""The menu of a card: what can be done with it, and with which keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

_ITEMS = (
    ("inspect", "Open in the inspector", "Enter"),
    ("", "", ""),
    ("edit.cut", "Cut", "Ctrl+X"),
    ("edit.copy", "Copy", "Ctrl+C"),
    ("edit.paste", "Paste", "Ctrl+V"),
    ("edit.duplicate", "Duplicate", "Ctrl+D"),
    ("", "", ""),
    ("schedule.unplace", "Take out of the studio", ""),
    ("edit.delete", "Delete", "Del"),
)


def card_menu(parent: QWidget, act: Callable[[str], object]) -> QMenu:
    """The menu over what is selected; `act` is given the id of what was chosen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for action_id, text, keys in _ITEMS:
        if not action_id:
            menu.addSeparator()
            continue
        words = f"{text}\t{keys}" if keys else text
        menu.addAction(words).triggered.connect(lambda _=False, one=action_id: act(one))
    return menu
