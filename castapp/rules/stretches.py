"""Stretches of a day: runs of work without a pause, and the gaps between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from castapp.domain.agenda import Stint


def runs(stints: Iterable[Stint], pause: int) -> Iterator[tuple[int, int]]:
    """Stretches of presence (start, end in clock minutes) with no gap of `pause` minutes in them.

    The stints come in time order.
    """
    start, end = -1, -1
    for stint in stints:
        if start < 0:
            start, end = stint.start, stint.end
        elif stint.start - end >= pause:
            yield start, end
            start, end = stint.start, stint.end
        else:
            end = max(end, stint.end)
    if start >= 0:
        yield start, end


def longest_run(stints: Iterable[Stint], pause: int) -> tuple[int, int]:
    """The longest run, or (0, 0) if there is none."""
    return max(runs(stints, pause), key=lambda run: run[1] - run[0], default=(0, 0))


def gaps(stints: Iterable[Stint]) -> Iterator[tuple[int, int]]:
    """The gaps (start, end in clock minutes) between stints in time order."""
    end = -1
    for stint in stints:
        if 0 <= end < stint.start:
            yield end, stint.start
        end = max(end, stint.end)
