"""A page laid out: texts, rules and boxes at their places in points, for whoever paints it."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.export.sizes import Size

DASHED, DOTTED = "dashed", "dotted"


@dataclass(frozen=True, slots=True)
class Type:
    """A setting of type: size in points, weight 400–800, grey 0 (black) to 1, tracking in em.

    `figures` asks for tabular figures, for times and columns alone.
    """

    size: float
    weight: int = 400
    grey: float = 0.0
    italic: bool = False
    figures: bool = False
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its baseline starting at x, y."""

    x: float
    y: float
    text: str
    type: Type


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, `weight` points thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float
    grey: float = 0.0
    style: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: `fill` is its share of black (None: see-through), `frame` its line in points."""

    x: float
    y: float
    width: float
    height: float
    fill: float | None = None
    frame: float = 0.0
    grey: float = 0.0
    style: str = ""


Item = Text | Rule | Box


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, painted in the order of its items."""

    size: Size
    items: tuple[Item, ...]

    @property
    def words(self) -> str:
        """Every text of the page, a line each."""
        return "\n".join(item.text for item in self.items if isinstance(item, Text))
