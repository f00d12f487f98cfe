"""What a call would stand beside: other calls of its ballet, and the hours the house keeps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from castapp.domain.book import Book
from castapp.domain.calls import DANCED_KINDS, Call
from castapp.domain.casting import Performance

RIGHT_BESIDE = 20
SAME_PLACE, SAME_DAY = 30, 12
USUAL = (10 * 60, 18 * 60 + 30)
_BACK = 28


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The other calls of the ballet that day; those of the same sections first."""

    section: tuple[Call, ...] = ()
    ballet: tuple[Call, ...] = ()

    def gain(self, studio_id: str, start: int, end: int) -> int:
        """How many points standing beside them is worth."""
        beside = self.beside(studio_id, start, end)
        if beside is None:
            return SAME_DAY if self.section else 0
        call, same_room = beside
        worth = SAME_PLACE if same_room else SAME_DAY
        return worth + (SAME_DAY if call in self.section else 0)

    def beside(self, studio_id: str, start: int, end: int) -> tuple[Call, bool] | None:
        """The call it would follow or precede at once, and whether in the same room."""
        touching = [
            one
            for one in (*self.section, *self.ballet)
            if 0 <= start - one.end <= RIGHT_BESIDE or 0 <= one.start - end <= RIGHT_BESIDE
        ]
        here = next((one for one in touching if one.studio_id == studio_id), None)
        if here is not None:
            return here, True
        return (touching[0], False) if touching else None


def neighbours(book: Book, call: Call, day: date) -> Neighbours:
    """The other placed calls of a call's ballet on a day."""
    if call.production_id is None:
        return Neighbours()
    same = [
        one
        for one in book.where(Call, "day", day)
        if one.production_id == call.production_id
        and one.id != call.id
        and one.studio_id
        and one.state != "cancelled"
    ]
    wanted = set(call.sections)
    section = tuple(one for one in same if wanted & set(one.sections))
    return Neighbours(section, tuple(one for one in same if one not in section))


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


def _danced(calls: Iterable[Call]) -> Iterable[tuple[int, int]]:
    return (
        (one.start, one.end)
        for one in calls
        if one.kind in DANCED_KINDS and one.state != "cancelled"
    )
