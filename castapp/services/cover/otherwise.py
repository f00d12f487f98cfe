"""What to bar so that a solution differs from those known already."""

from __future__ import annotations

from collections.abc import Sequence

from castapp.services.cover.solution import Solution

MOST_TRIES = 6


def same(solution: Solution, known: Sequence[Solution]) -> bool:
    """Whether a solution makes the same moves as one of those known."""
    mine = {move.key for move in solution.moves}
    return any(mine == {move.key for move in other.moves} for other in known)


def other_ways(solution: Solution, known: Sequence[Solution]) -> list[dict[tuple[str, str], str]]:
    """What to bar so that something else comes out: all who were put in for a gap so far; each
    put in by this solution, everywhere they are, then only the first time.
    """
    why = "In the other solution"
    moves = sorted(solution.moves, key=lambda move: not move.gap)
    told = [move for one in known for move in one.moves if move.gap and move.in_id]
    found = [{(move.in_id or "", move.performance_id): why for move in told}]
    for person in dict.fromkeys(move.in_id for move in moves if move.in_id):
        shows = [move.performance_id for move in moves if move.in_id == person]
        found.append({(person, show): why for show in shows})
        if len(set(shows)) > 1:
            found.append({(person, shows[0]): why})
    return found[:MOST_TRIES]
