"""Telling a screen reader of what has come up without taking the keyboard."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget) -> None:
    """Have the accessible name of a widget read out now."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


def reached(view: QWidget, child: int) -> None:
    """Tell that the keyboard has come to a child of a view: its place among them, from 0."""
    event = QAccessibleEvent(view, QAccessible.Event.Focus)
    event.setChild(child)
    QAccessible.updateAccessibility(event)


def say(widget: QWidget, words: str) -> None:
    """Have these words read out now, as said by a widget; none say nothing."""
    if words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
