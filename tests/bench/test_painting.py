from __future__ import annotations

import pytest

from castapp.bench import painting
from castapp.bench.figure import Figure
from castapp.bench.painting import WEEK_PAINT, painting_figures


def test_large_screens_are_told_as_a_ratio(monkeypatch: pytest.MonkeyPatch) -> None:
    """The figures come from two processes, one at twice the scale."""
    asked: list[tuple[int, int]] = []

    def measured(scale: int, changes: int) -> list[Figure]:
        asked.append((scale, changes))
        return [
            figure
            for name in painting.PAINTS
            for figure in (
                Figure(name, 5.0, "ms", 10),
                Figure(name + painting.BEST, 4.0 * scale),
            )
        ]

    monkeypatch.setattr(painting, "measured", measured)
    found = {one.name: one for one in painting_figures(7)}
    assert asked == [(1, 7), (2, 0)]
    assert found[f"{WEEK_PAINT}, 200 % ÷ 100 %"].value == 2.0
    assert found[WEEK_PAINT].value == 5.0
