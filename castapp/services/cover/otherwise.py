"""What to bar so that a solution differs from those known already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from castapp.services.cover.solution import Solution

Bars = dict[tuple[str, str], str]
"""Who is kept from which show, and why."""

_WHY = "In the other solution"


def same(solution: Solution, known: Sequence[Solution]) -> bool:
    """Whether a solution makes the same moves as one of those known."""
    mine = {move.key for move in solution.moves}
    return any(mine == {move.key for move in other.moves} for other in known)


def other_ways(known: Sequence[Solution]) -> Iterator[Bars]:
    """What to bar so that something else comes out than the first of those known: all who were
    put in for a gap so far, then each put in by the first, everywhere or the first time alone.
    """
    told = [move for one in known for move in one.moves if move.gap and move.in_id]
    yield {(move.in_id or "", move.performance_id): _WHY for move in told}
    moves = sorted(known[0].moves, key=lambda move: not move.gap)
    for person in dict.fromkeys(move.in_id for move in moves if move.in_id):
        shows = [move.performance_id for move in moves if move.in_id == person]
        yield {(person, show): _WHY for show in shows}
        if len(set(shows)) > 1:
            yield {(person, shows[0]): _WHY}
