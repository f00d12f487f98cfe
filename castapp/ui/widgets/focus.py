"""The keyboard brought to a widget: with its ring; by name, while what holds it is built anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


def bring_focus(widget: QWidget, reason: Qt.FocusReason) -> None:
    """Give the keyboard to a widget. For the reason of a Tab it shows its ring, as it would if Qt
    itself had gone there.
    """
    widget.setFocus(reason)
    if reason in _BY_KEYBOARD:
        widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        widget.update()


def focused_name(inside: QWidget) -> str:
    """The accessible name of the widget in here that has the keyboard, "" if none has it."""
    focused = QApplication.focusWidget()
    if focused is None or not inside.isAncestorOf(focused):
        return ""
    return focused.accessibleName()


def focus_named(inside: QWidget, name: str) -> None:
    """Give the keyboard to the newest widget of this name; the old ones go only later."""
    for widget in reversed(inside.findChildren(QWidget)) if name else ():
        if widget.accessibleName() == name and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            widget.setFocus()
            return
