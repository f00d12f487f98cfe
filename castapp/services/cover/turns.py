"""When a part is on stage: the stretches of one part of a performance, in clock minutes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Performance
from castapp.domain.programme import Part, section_starts, sections
from castapp.domain.repertory import Role, Section

_NEVER = 100_000


class Turn(NamedTuple):
    """One stretch on stage."""

    start: int
    end: int
    section_id: str


def segment(book: Book, show: Performance, part: Part) -> tuple[Turn, ...]:
    """A part's stretches in time order, from where it is taken over to where it is handed on.

    A role that names no section is on from the first to the last of its production.
    """
    starts = starts_of(book, show)
    since = starts.get(part.from_section_id or "", 0)
    until = starts.get(part.until_section_id or "", _NEVER)
    return tuple(one for one in role_turns(book, show, part.role_id) if since <= one.start < until)


def role_turns(book: Book, show: Performance, role_id: str) -> tuple[Turn, ...]:
    """All of a role's stretches in a show, in time order."""
    kept = book.cache("role_turns", Performance, BillItem, Section, Role)
    if (show.id, role_id) not in kept:
        kept[(show.id, role_id)] = _role_turns(book, show, role_id)
    found: tuple[Turn, ...] = kept[(show.id, role_id)]
    return found


def starts_of(book: Book, show: Performance) -> dict[str, int]:
    """The clock minute at which each section of a show begins, looked up once a show."""
    kept = book.cache("section_starts", Performance, BillItem, Section)
    if show.id not in kept:
        kept[show.id] = section_starts(book, show)
    found: dict[str, int] = kept[show.id]
    return found


def remaining(turns: Sequence[Turn], since: int | None) -> tuple[Turn, ...]:
    """The stretches that begin at a clock minute or later; all if there is none."""
    return tuple(turns) if since is None else tuple(one for one in turns if one.start >= since)


def _role_turns(book: Book, show: Performance, role_id: str) -> tuple[Turn, ...]:
    starts = starts_of(book, show)
    role = book.get(Role, role_id)
    named = [place.section_id for place in role.sections]
    if not named:
        named = [one.id for one in sections(book, role.production_id) if not one.interval]
    found = [
        Turn(starts[one], starts[one] + section.minutes, one)
        for one in named
        if one in starts and (section := book.find(Section, one))
    ]
    return tuple(sorted(found))
