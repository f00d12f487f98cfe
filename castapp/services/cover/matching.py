"""How many posts can be filled by different people (bipartite matching, Kuhn 1955)."""

from __future__ import annotations

from collections.abc import Sequence


def most_pairs(people: Sequence[Sequence[str]]) -> int:
    """The most posts that can be filled at once; `people` is who could take each of them."""
    taken: dict[str, int] = {}
    return sum(_placed(people, post, taken, set()) for post in range(len(people)))


def _placed(
    people: Sequence[Sequence[str]], post: int, taken: dict[str, int], seen: set[str]
) -> bool:
    for person in people[post]:
        if person in seen:
            continue
        seen.add(person)
        if person not in taken or _placed(people, taken[person], taken, seen):
            taken[person] = post
            return True
    return False
