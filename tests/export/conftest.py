from __future__ import annotations

from collections.abc import Callable

import pytest

from castapp.export.sheet import Type


@pytest.fixture
def measure(qapp: object) -> Callable[[str, Type], float]:
    """Widths as they are printed."""
    from castapp.export.pdf import measure

    return measure


@pytest.fixture
def even() -> Callable[[str, Type], float]:
    """Every letter half its size wide."""
    return lambda text, kind: len(text) * kind.size / 2
