"""The zoom as a person left it, kept beside the window's place from one day to the next."""

from __future__ import annotations

import json

from PySide6.QtCore import QSettings

from castapp.ui.screens.schedule.geometry import HOUR, WEEK_HOUR
from castapp.ui.screens.schedule.zoom import Zoom, within

KEY = "schedule/zoom"


def recall(remember: QSettings | None) -> Zoom:
    """The zoom kept last; the usual one where nothing is kept, or nothing that can be read."""
    text = remember.value(KEY) if remember is not None else None
    try:
        kept = json.loads(str(text)) if text else {}
        day, week = kept.get("day", HOUR), kept.get("week", WEEK_HOUR)
    except (ValueError, AttributeError):
        return Zoom()
    if not isinstance(day, int) or not isinstance(week, int):
        return Zoom()
    return Zoom(within(day), within(week))


def keep(remember: QSettings | None, zoom: Zoom) -> None:
    """Keep the zoom as it is now."""
    if remember is not None:
        remember.setValue(KEY, json.dumps({"day": zoom.day, "week": zoom.week}))
