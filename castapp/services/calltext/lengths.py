"""How long a call is when nobody says so: the house's usual length, as far as there is room."""

from __future__ import annotations

from collections import Counter

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.programme import HALF

HOUR = 60
LEAST = 15


def usual_length(book: Book, call: Call) -> int:
    """Minutes: the commonest length of calls of that kind, an hour where there are none yet.

    It ends where the next call or show of its studio begins, unless that leaves less than LEAST.
    """
    usual = _commonest(book, call.kind)
    begins = [one for one in _begins(book, call) if one - call.start >= LEAST]
    return min(usual, *(one - call.start for one in begins)) if begins else usual


def _begins(book: Book, call: Call) -> list[int]:
    """When the others begin that stand in the studio after the start of a call."""
    if call.studio_id is None:
        return []
    calls = (one for one in book.where(Call, "day", call.day) if one.studio_id == call.studio_id)
    shows = (one for one in book.where(Performance, "day", call.day)
             if one.venue_id == call.studio_id)  # fmt: skip
    return [
        *(one.start for one in calls if one.id != call.id and one.state != "cancelled"),
        *(one.curtain - HALF for one in shows),
    ]


def _commonest(book: Book, kind: str) -> int:
    """The commonest length of a kind; of equally common ones the one nearest to an hour."""
    kept = book.cache("calltext_lengths", Call)
    if kind not in kept:
        counts = Counter(call.minutes for call in book.where(Call, "kind", kind))
        kept[kind] = min(counts, key=lambda one: (-counts[one], abs(one - HOUR), one), default=HOUR)
    return int(kept[kind])
