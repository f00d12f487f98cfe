"""Different people for different posts."""

from __future__ import annotations

from castapp.services.cover.matching import most_pairs


def test_who_is_needed_elsewhere_makes_way() -> None:
    assert most_pairs([["ada", "bo"], ["ada"]]) == 2
    assert most_pairs([["ada"], ["ada"]]) == 1
    assert most_pairs([["ada", "bo"], ["bo", "cleo"], ["ada"], ["cleo"]]) == 3
    assert most_pairs([[], ["ada"]]) == 1
