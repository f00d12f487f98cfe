"""The type: Inter in the sizes of the house, in pixels; tabular figures where columns are read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from castapp.paths import resource

FAMILY = "Inter"
FIGURES = "Inter Figures"
"""The same letters with tabular figures; unlike the tnum feature it leaves the hyphen narrow."""


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type: pixels, height of its line in pixels, usual weight."""

    size: int
    line: int
    weight: int = 400


PAGE = Type(28, 32, 600)
EMPTY = Type(20, 28, 600)
TITLE = Type(15, 20, 600)
BODY = Type(13, 16)
TABLE = Type(12, 16)
LABEL = Type(11, 14)
TINY = Type(10, 12)


def load() -> None:
    """Add the bundled typeface to the application. Without it Qt falls back to the system's."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def font(kind: Type = BODY, weight: int | None = None, *, figures: bool = False) -> QFont:
    """A font of this size; `figures` asks for tabular figures (columns and times only)."""
    return QFont(_built(kind, kind.weight if weight is None else weight, figures))


@lru_cache(maxsize=64)
def _built(kind: Type, weight: int, figures: bool) -> QFont:
    result = QFont(FIGURES if figures else FAMILY)
    result.setPixelSize(kind.size)
    result.setWeight(QFont.Weight(weight))
    result.setStyleHint(QFont.StyleHint.SansSerif)
    return result
