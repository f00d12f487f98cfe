"""The breaks of a dancer's day: the time between their calls that is not on the way. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.domain.casting import Performance
from castapp.domain.programme import HALF
from castapp.domain.slot import length
from castapp.ui.screens.schedule.people.rows import PersonRow

LEAST = 30
"""Minutes; less is the time it takes from one call to the next."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A break in clock minutes."""

    start: int
    end: int

    @property
    def words(self) -> tuple[str, ...]:
        """How long it is: 3 h 15 break, 3 h 15; each for less room than the one before."""
        said = length(self.end - self.start)
        return f"{said} break", said


def rests(row: PersonRow) -> tuple[Rest, ...]:
    """Every break of LEAST or more between the first and the last thing of the day.

    One before a show ends with its half.
    """
    found: list[Rest] = []
    ways = {end: start for start, end in row.ways}
    until: int | None = None
    for block in sorted(row.blocks, key=lambda one: one.start):
        called = block.start - (HALF if block.ref.kind is Performance else 0)
        leaves = ways.get(called, called)
        if until is not None and leaves - until >= LEAST:
            found.append(Rest(until, leaves))
        until = max(until or 0, block.end)
    return tuple(found)
