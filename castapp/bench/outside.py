"""What is measured in processes of their own: starting, and the memory a window takes.

As in an installed program, modules are compiled before: the first, unmeasured start does it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

TIMES = 5
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
import sqlmodel
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.processEvents()
"""
OURS = """
import sys
from castapp.app import first_board
first_board(sys.argv[1])
"""
RESIDENT = """
import os, sys
try:
    with open("/proc/self/statm") as told:
        pages = int(told.read().split()[1])
    print(pages * os.sysconf("SC_PAGE_SIZE") / 1e6)
except OSError:
    import resource
    unit = 1e6 if sys.platform == "darwin" else 1e3
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)
sys.stdout.flush()
os._exit(0)
"""
GONE = """
import os
os._exit(0)
"""


def starts(sample: Path) -> tuple[float, float]:
    """Seconds from nothing to a bare window, and to the first painted board; medians."""
    pairs = [(_seconds(BARE + GONE), _seconds(OURS + GONE, sample)) for _ in range(TIMES + 1)]
    warm = pairs[1:]
    return median(bare for bare, _ in warm), median(ours for _, ours in warm)


def memory(season: Path) -> tuple[float, float]:
    """Megabytes held by a bare window, and by ours with a company open."""
    return float(_run(BARE + RESIDENT)), float(_run(OURS + RESIDENT, season))


def _seconds(code: str, *arguments: Path) -> float:
    begun = perf_counter()
    _run(code, *arguments)
    return perf_counter() - begun


def _run(code: str, *arguments: Path) -> str:
    told = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=told)
    return done.stdout
