"""Which PySide the program refuses to start on: some drop references until the process aborts."""

from __future__ import annotations

import re
import sys

OLDEST = (6, 8)
ABORTING = (6, 12, 0)
"""Gives None and True one reference too few on Python before 3.12: an abort after some use."""

CURED_BY_PYTHON = (3, 12)


def refusal(pyside_version: str, python_version: tuple[int, ...]) -> str:
    """Why the program may not start on these two, in one sentence; "" if it may.

    `python_version` is that of the running Python, e.g. `sys.version_info[:3]`.
    """
    pyside = tuple(int(part) for part in re.findall(r"\d+", pyside_version)[:3])
    spoken = ".".join(str(part) for part in python_version[:2])
    if pyside < OLDEST:
        return f"Castapp needs PySide 6.8 or newer; {pyside_version} is installed here."
    if pyside == ABORTING and python_version < CURED_BY_PYTHON:
        return (
            f"Castapp does not start on PySide {pyside_version} with Python {spoken}, which aborts "
            "in use; install another PySide, or use Python 3.12 or newer."
        )
    return ""


def refusal_here() -> str:
    """The same for the PySide and the Python that are running."""
    import PySide6

    return refusal(PySide6.__version__, sys.version_info[:3])
