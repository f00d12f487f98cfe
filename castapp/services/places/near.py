"""What a call would stand beside: other calls of its ballet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call

RIGHT_BESIDE = 20
SAME_PLACE, SAME_DAY = 30, 12


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
