"""One dancer's evening: what they dance when, and how long they have to change in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.programme import Part, parts, section_starts, sections
from castapp.domain.repertory import Role, Section


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch on stage in one role, clock minutes of the venue.

    `gap` are the minutes since the dancer's last turn in another role, None for the first;
    `needed` what the role asks for to change into it.
    """

    role_id: str
    spot: int
    start: int
    end: int
    sections: tuple[str, ...]
    gap: int | None = None
    needed: int = 0

    @property
    def short(self) -> bool:
        """Whether there is less time to change than the role asks for."""
        return self.gap is not None and self.gap < self.needed


def evening(book: Book, performance: Performance, person_id: str) -> tuple[Turn, ...]:
    """What somebody dances in a show, in time order, sections of a role in a row as one."""
    starts = section_starts(book, performance)
    turns = [
        turn
        for part in parts(book, performance)
        if part.person_id == person_id and part.cover == 0
        for turn in _turns(book, part, starts)
    ]
    turns.sort(key=lambda one: (one.start, one.end))
    return tuple(_with_gaps(_joined(turns)))


def _turns(book: Book, part: Part, starts: dict[str, int]) -> list[Turn]:
    role = book.find(Role, part.role_id)
    order = [one.id for one in sections(book, part.production_id)]
    first = order.index(part.from_section_id) if part.from_section_id in order else 0
    last = order.index(part.until_section_id) if part.until_section_id in order else len(order)
    found = []
    for place in role.sections if role else ():
        section = book.find(Section, place.section_id)
        if role and section and section.id in starts and first <= order.index(section.id) < last:
            start = starts[section.id]
            found.append(
                Turn(role.id, part.spot, start, start + section.minutes, (section.id,),
                     needed=role.change_minutes)
            )  # fmt: skip
    return found


def _joined(turns: Sequence[Turn]) -> list[Turn]:
    made: list[Turn] = []
    for turn in turns:
        last = made[-1] if made else None
        if last and (last.role_id, last.spot) == (turn.role_id, turn.spot):
            made[-1] = replace(last, end=turn.end, sections=(*last.sections, *turn.sections))
        else:
            made.append(turn)
    return made


def _with_gaps(turns: Sequence[Turn]) -> list[Turn]:
    made: list[Turn] = []
    for turn in turns:
        gap = turn.start - made[-1].end if made else None
        made.append(replace(turn, gap=gap))
    return made
