"""The hours the house keeps: when work usually begins and ends."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from statistics import median

from castapp.domain.book import Book
from castapp.domain.calls import DANCED_KINDS, Call
from castapp.domain.casting import Performance
from castapp.domain.slot import clock

USUAL = (10 * 60, 18 * 60 + 30)
_BACK = 28


def usual_hours(book: Book, day: date) -> tuple[int, int]:
    """When work usually begins and ends on days without a show, of the four weeks before a day."""
    firsts: list[int] = []
    lasts: list[int] = []
    for back in range(1, _BACK + 1):
        there = day - timedelta(days=back)
        if not book.where(Performance, "day", there):
            spans = list(_danced(book.where(Call, "day", there)))
            if spans:
                firsts.append(min(start for start, _ in spans))
                lasts.append(max(end for _, end in spans))
    if not firsts:
        return USUAL
    return round(median(firsts)), round(median(lasts))


def outside_words(start: int, end: int, usual: tuple[int, int]) -> str:
    """By how much a span (clock minutes) lies outside the usual hours, in words; "" if within."""
    said = []
    if start < usual[0]:
        said.append(f"begins at {clock(start)}, before the usual {clock(usual[0])}")
    if end > usual[1]:
        said.append(f"ends at {clock(end)}, after the usual {clock(usual[1])}")
    return " and ".join(said)


def _danced(calls: Iterable[Call]) -> Iterable[tuple[int, int]]:
    return (
        (one.start, one.end)
        for one in calls
        if one.kind in DANCED_KINDS and one.state != "cancelled"
    )
