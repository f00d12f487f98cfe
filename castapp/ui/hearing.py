"""What other desks wrote meanwhile, taken in and said: who, and what they did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from castapp.services.desk import Desk
    from castapp.services.history import Entry

TOLD = 2


def heard(desk: Desk) -> str:
    """Catch up; what was written there in a sentence, "" if nothing. Raises Refused."""
    before = desk.sequence
    if desk.catch_up() is None:
        return ""
    count = desk.sequence - before
    return in_words(desk.history(min(count, TOLD)), count)


def in_words(newest: Sequence[Entry], count: int) -> str:
    """The newest entries, oldest first, and how many came before them."""
    said = [f"{entry.author}: {entry.label}." for entry in reversed(newest)]
    more = count - len(newest)
    if more > 0:
        said.append(f"And {more} more change{'s' * (more > 1)} before that.")
    return " ".join(said)
