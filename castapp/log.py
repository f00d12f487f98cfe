"""The log: a small rotating file in the person's own folder, and the last resort for errors.

What people typed and whom it concerns stays out of it: only where in the program it went wrong.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

LARGEST = 500_000
KEPT = 3

_log = logging.getLogger("castapp")


def start(path: Path) -> None:
    """Write the log to this file from now on; a folder that cannot be written means no log."""
    from logging.handlers import RotatingFileHandler

    for old in list(_log.handlers):
        _log.removeHandler(old)
        old.close()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False


def catch_the_rest(tell: Callable[[str], None]) -> None:
    """Log every error nobody caught, on any thread, and tell the person in one sentence."""

    def caught(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, at)
            return
        _log.error("%s at %s", kind.__name__, places(at))
        tell(
            "Something went wrong in Castapp; what was saved is safe. "
            "The log says where it happened."
        )

    def on_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            caught(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = caught
    threading.excepthook = on_thread


def places(at: TracebackType | None) -> str:
    """Where an error happened: module and line of each call, without any values."""
    frames = traceback.extract_tb(at)
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
