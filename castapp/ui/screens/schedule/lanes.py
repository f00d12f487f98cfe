"""Spans that overlap, side by side in lanes. No Qt."""

from __future__ import annotations

from collections.abc import Sequence


def lanes(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lane and number of lanes for each (start, end): overlapping spans stand side by side."""
    result = [(0, 1)] * len(spans)
    order = sorted(range(len(spans)), key=lambda n: (spans[n], n))
    cluster: list[int] = []
    ends: list[int] = []
    for number in order:
        start, end = spans[number]
        if cluster and all(start >= over for over in ends):
            _widen(result, cluster, len(ends))
            cluster, ends = [], []
        lane = next((n for n, over in enumerate(ends) if start >= over), len(ends))
        ends[lane : lane + 1] = [end]
        result[number] = (lane, 1)
        cluster.append(number)
    _widen(result, cluster, len(ends))
    return result


def _widen(result: list[tuple[int, int]], cluster: list[int], count: int) -> None:
    for number in cluster:
        result[number] = (result[number][0], count)
