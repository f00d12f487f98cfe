"""The log says where, never what; an error nobody caught is told in a sentence."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from castapp import log


@pytest.fixture(autouse=True)
def hooks() -> Iterator[None]:
    """The hooks and handlers as they were."""
    kept = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = kept
    for handler in list(logging.getLogger("castapp").handlers):
        logging.getLogger("castapp").removeHandler(handler)
        handler.close()


def fail(secret: str) -> None:
    raise ValueError(f"diagnosis {secret}")


def test_an_error_is_logged_by_place_and_told(tmp_path: Path) -> None:
    log.start(tmp_path / "logs" / "castapp.log")
    told: list[str] = []
    log.catch_the_rest(told.append)
    try:
        fail("ankle")
    except ValueError:
        sys.excepthook(*sys.exc_info())
    text = (tmp_path / "logs" / "castapp.log").read_text(encoding="utf-8")
    assert "ValueError at test_log.py" in text
    assert "ankle" not in text
    assert "what was saved is safe" in told[0]


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    log.start(blocked / "castapp.log")
    logging.getLogger("castapp").info("still running")
