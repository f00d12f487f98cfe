"""Pictures of the window, made without a display: for the demonstration and the README."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from castapp.domain.checks import Invalid

if TYPE_CHECKING:
    from castapp.services.desk import Desk

SIZE = (1440, 900)
ROUNDS = 5
VIEWS = {
    "schedule": ("day", "week", "people", "month"),
    "casting": ("performances", "casts", "dancers", "roles", "stage"),
}
"""The views of a screen that has several, by the actions that bring them up."""


def take(desk: Desk, folder: Path, today: date) -> list[Path]:
    """Every screen as a person sees it, light and dark, at 1440 × 900; the files written."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return [path for scheme in ("light", "dark") for path in _take(desk, folder, today, scheme)]


def _take(desk: Desk, folder: Path, today: date, scheme: str) -> list[Path]:
    from castapp.ui.dialogs import QtDialogs
    from castapp.ui.process import application
    from castapp.ui.screens import ENTRIES
    from castapp.ui.strip_feed import findings_of
    from castapp.ui.theme import Theme
    from castapp.ui.window import MainWindow

    app = application()
    theme = Theme(app)
    theme.choose("dark" if scheme == "dark" else "light")
    window = MainWindow(desk, ENTRIES, QtDialogs(), theme, today, findings=findings_of)
    window.resize(*SIZE)
    window.show()
    made = []
    for entry in ENTRIES:
        window.show_screen(entry.name)
        for view in VIEWS.get(entry.name, ("",)):
            if view:
                window.do(f"{entry.name}.{view}")
            for _ in range(ROUNDS):
                app.processEvents()
            name = f"{entry.name}-{view}" if view else entry.name
            path = folder / f"{name}-{scheme}.png"
            if not window.grab().save(str(path)):
                raise Invalid(f"{path} cannot be written.")
            made.append(path)
    window.close()
    return made
