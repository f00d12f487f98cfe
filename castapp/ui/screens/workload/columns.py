"""Where the columns of the heat map lie: the name, the days, the sum, the word. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

ROW = 22
NAME, TOTAL, WORD = 150, 68, 106
NARROWEST, WIDEST = 17, 30
WIDEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in pixels: one column of names, `days` of `pitch`, a sum, a word."""

    days: int
    name: int
    pitch: int
    total: int
    word: int

    @property
    def widths(self) -> tuple[int, ...]:
        """Every column's width, in order."""
        return (self.name, *(self.pitch,) * self.days, self.total, self.word)

    def day_left(self, place: int) -> int:
        """Where a day's column begins."""
        return self.name + place * self.pitch

    @property
    def total_left(self) -> int:
        """Where the sum's column begins."""
        return self.name + self.days * self.pitch

    @property
    def word_left(self) -> int:
        """Where the word's column begins."""
        return self.total_left + self.total


def columns(width: int, days: int) -> Columns:
    """Columns that fill a width: first the days grow, then the names, then the words."""
    room = width - NAME - TOTAL - WORD
    pitch = min(max(room // days, NARROWEST), WIDEST)
    left = max(0, room - pitch * days)
    name = min(NAME + left, WIDEST_NAME)
    return Columns(days, name, pitch, TOTAL, WORD + max(0, left - (name - NAME)))
