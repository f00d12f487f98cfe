"""The columns as a person left them, kept beside the window's place from one day to the next."""

from __future__ import annotations

import json

from PySide6.QtCore import QSettings

from castapp.ui.screens.schedule.columns import LEAST, MOST, ColumnChoice

KEY = "schedule/columns"


def recall(remember: QSettings | None) -> ColumnChoice:
    """The columns kept last; the house's own where nothing is kept, or nothing that can be read."""
    text = remember.value(KEY) if remember is not None else None
    try:
        kept = json.loads(str(text)) if text else {}
        widths = {_studio(key): _width(value) for key, value in kept.get("widths", {}).items()}
        order = tuple(_studio(one) for one in kept.get("order", ()))
        hidden = frozenset(_studio(one) for one in kept.get("hidden", ()))
    except (ValueError, TypeError, AttributeError):
        return ColumnChoice()
    return ColumnChoice(order, hidden, widths)


def keep(remember: QSettings | None, columns: ColumnChoice) -> None:
    """Keep the columns as they are now."""
    if remember is None:
        return
    kept = {
        "order": [one or "" for one in columns.order],
        "hidden": sorted(one or "" for one in columns.hidden),
        "widths": {one or "": width for one, width in columns.widths.items()},
    }
    remember.setValue(KEY, json.dumps(kept))


def _studio(kept: object) -> str | None:
    """A studio's id; calls elsewhere have a column without one."""
    if not isinstance(kept, str):
        raise TypeError(kept)
    return kept or None


def _width(kept: object) -> int:
    if not isinstance(kept, int):
        raise TypeError(kept)
    return min(MOST, max(LEAST, kept))
