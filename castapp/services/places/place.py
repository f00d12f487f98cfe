"""A place for a call: when and where, what it costs, and why it stands where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

FREE = "No cost"


class Spot(NamedTuple):
    """A start in a studio and its price in points; a point is about a minute somebody waits."""

    points: int
    day: date
    start: int
    studio_id: str


@dataclass(frozen=True, slots=True)
class Cost:
    """One thing a place costs: the rule (or "wait", "alone" …), for whom, and in words."""

    what: str
    words: str
    people: tuple[str, ...] = ()
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its reasons. `hard` says who makes it impossible although the room is free."""

    spot: Spot
    end: int
    costs: tuple[Cost, ...] = ()
    gains: tuple[str, ...] = ()
    hard: tuple[Cost, ...] = ()

    @property
    def words(self) -> str:
        """The reason for its rank in a line."""
        told = [cost.words for cost in (*self.hard, *self.costs)] or [FREE]
        return " · ".join((*told, *self.gains))


@dataclass(frozen=True, slots=True)
class Search:
    """What was found: every place by price, the best ones that do not overlap, or why none.

    `checked` counts the starts × studios that were looked at.
    """

    ranking: tuple[Spot, ...] = ()
    best: tuple[Place, ...] = ()
    nowhere: tuple[str, ...] = ()
    checked: int = field(default=0)
