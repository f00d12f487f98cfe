"""Somebody watching the search: told how far it is, and free to say that it is enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _quiet(_part: float, _words: str) -> None:
    """Nobody listens."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """`tell` hears the fraction done (0 to 1) and a few words; once `enough` answers True, the
    search ends with what is found so far.
    """

    tell: Callable[[float, str], None] = _quiet
    enough: Callable[[], bool] = _never


UNWATCHED = Watch()
