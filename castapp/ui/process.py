"""What the process has once: the Qt application, and the collector of what is no longer used."""

from __future__ import annotations

import gc
import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from castapp.paths import resource


def application() -> QApplication:
    """The Qt application of this process, made if there is none."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Castapp")
    app.setWindowIcon(QIcon(str(resource("icons") / "castapp.png")))
    return app


def keep_collections_short() -> None:
    """Collect what is young and set what is left aside, so that no collection lasts.

    A book is hundreds of thousands of records without cycles; looking through them takes longer
    than a window may stand still.
    """
    gc.collect(1)
    gc.freeze()
