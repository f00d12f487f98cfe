"""Somebody watching the search: told how far it is, and free to say that it is enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from castapp.services.cover.solution import Solution


def _quiet(_part: float, _words: str) -> None:
    """Nobody listens."""


def _unseen(_solution: Solution) -> None:
    """Nobody looks at what is found before the end."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """`tell` hears the fraction done (0 to 1) and a few words; once `enough` answers True, the
    search ends with what is found so far. `found` sees the one with the fewest changes as soon as
    it is there, before others are looked for.
    """

    tell: Callable[[float, str], None] = _quiet
    enough: Callable[[], bool] = _never
    found: Callable[[Solution], None] = _unseen


UNWATCHED = Watch()
