"""One figure: what was measured, how much, and the most it may be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what, how much, in what unit, and the most it may be (None: only told)."""

    name: str
    value: float
    unit: str = "ms"
    most: float | None = None
    beside: str = ""

    @property
    def words(self) -> str:
        """The figure in a line."""
        limit = "" if self.most is None else f"   (at most {self.most:g})"
        return f"{self.name:<52} {self.value:8.1f} {self.unit}{limit}"

    def row(self) -> dict[str, Any]:
        """The figure for a table or a program."""
        within = self.most is None or self.value <= self.most
        return {
            "value": round(self.value, 2),
            "unit": self.unit,
            "most": self.most,
            "within": within,
            "beside": self.beside,
        }


def as_text(figures: Iterable[Figure]) -> str:
    """Figures as one line of JSON, to be read by `from_process`."""
    return json.dumps([astuple(one) for one in figures])


def from_process(code: str, *arguments: str, scale: int = 1) -> list[Figure]:
    """The figures that a process of its own prints in its last line, on a screen of this scale."""
    told = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=told)
    return [Figure(*row) for row in json.loads(done.stdout.splitlines()[-1])]
