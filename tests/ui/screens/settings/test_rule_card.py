"""Numbers as people type them."""

from __future__ import annotations

import pytest

from castapp.ui.reading import Unread
from castapp.ui.screens.settings.rule_card import read_number


@pytest.mark.parametrize(
    ("typed", "value"),
    [("6", 6.0), ("6.5", 6.5), ("6,5", 6.5), ("6 h 30", 6.5), ("6:15", 6.25), ("3 h", 3.0),
     ("15 min", 15.0), ("2 days", 2.0), ("0", 0.0)],
)  # fmt: skip
def test_numbers_are_read(typed: str, value: float) -> None:
    assert read_number(typed) == value


@pytest.mark.parametrize("typed", ["six", "-5", "1e9", "nan", "inf", ":", "25:x"])
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(Unread):
        read_number(typed)
