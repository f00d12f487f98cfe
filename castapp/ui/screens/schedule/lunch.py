"""The break of a day in which nobody who dances is called. No Qt."""

from __future__ import annotations

from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import DANCED_KINDS, Call
from castapp.domain.slot import span

LUNCH_FROM, LUNCH_TO, LUNCH_LEAST, LUNCH_MOST = 11 * 60 + 30, 15 * 60 + 30, 30, 120


def lunch(book: Book, day: date) -> tuple[int, int] | None:
    """The break nobody who dances is called in, between half past eleven and half past three:
    the longest gap of half an hour to two hours with calls before and after it. None without one.
    """
    busy = sorted(
        (call.start, call.end)
        for call in book.where(Call, "day", day)
        if call.state != "cancelled" and call.kind in DANCED_KINDS and call.studio_id is not None
    )
    best: tuple[int, int] | None = None
    over = busy[0][1] if busy else 0
    for start, end in busy[1:]:
        if (
            over >= LUNCH_FROM
            and start <= LUNCH_TO
            and LUNCH_LEAST <= start - over <= LUNCH_MOST
            and (best is None or start - over > best[1] - best[0])
        ):
            best = (over, start)
        over = max(over, end)
    return best


def lunch_words(lunch_span: tuple[int, int]) -> str:
    """The break in words: Lunch 13.00–14.00."""
    return f"Lunch {span(*lunch_span)}"
