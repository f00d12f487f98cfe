"""Where a person's name, hours and figures are in the People view. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from castapp.ui.screens.schedule.people.rows import FIRST, LAST, Block
from castapp.ui.screens.schedule.people.sums import BREAK, COLUMNS, REHEARSAL

NAME, ROW, CARD, HEADER, FOOT = 192, 24, 18, 32, 32
SIGN, LEAST_HOUR, MOST_HOUR = 32, 26, 64
WIDTHS = {REHEARSAL: 68, BREAK: 54}
USUAL = 58


@dataclass(frozen=True, slots=True)
class PeoplePlan:
    """The columns for a width in pixels and a day from `first` to `last` (clock minutes).

    `hour` is the width of an hour; `figures` have a column's left edge and width; `sign` is the
    left edge of the column for a finding's sign.
    """

    width: int
    first: int = FIRST
    last: int = LAST
    hour: float = field(init=False, compare=False)
    figures: Mapping[str, tuple[int, int]] = field(init=False, compare=False)
    sign: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        room = self.width - NAME - SIGN - sum(WIDTHS.get(one, USUAL) for one in COLUMNS)
        hour = min(MOST_HOUR, max(LEAST_HOUR, room * 60 / max(60, self.last - self.first)))
        object.__setattr__(self, "hour", hour)
        left, figures = self.x(self.last), {}
        for one in COLUMNS:
            figures[one] = (left, WIDTHS.get(one, USUAL))
            left += figures[one][1]
        object.__setattr__(self, "figures", figures)
        object.__setattr__(self, "sign", left)

    def x(self, minute: int) -> int:
        """How far across a clock minute is."""
        return NAME + round((minute - self.first) * self.hour / 60)

    def block(self, block: Block) -> tuple[int, int, int, int]:
        """A block in its row: left, top, width, height."""
        left, right = self.x(block.start), self.x(block.end)
        inset = (ROW - CARD) // 2
        top = CARD * block.lane // block.lanes
        low = CARD * (block.lane + 1) // block.lanes
        return left, inset + top, max(4, right - left - 1), low - top
