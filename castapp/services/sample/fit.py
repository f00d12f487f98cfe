"""Whether a dancer of the sample may dance something: health, absence, other roles that night."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Casting
from castapp.domain.people import Engagement
from castapp.domain.repertory import Role
from castapp.domain.standing import standing

CORPS_RANKS = ("Coryphée", "Corps", "Apprentice")
PRINCIPAL = "Principal"
Times = dict[str, tuple[int, int]]


def may_dance(book: Book, person_id: str, day: date, demands: Collection[str]) -> bool:
    """Whether somebody is there on a day and allowed all of these demands."""
    now = standing(book, person_id, day)
    return now.can_be_called and not any(
        limit.forbids(demand) for limit in now.restrictions for demand in demands
    )


def may_cover(book: Book, rank: str, role: Role) -> bool:
    """Whether a rank stands by for a role: principals for principals' roles only, and nobody from
    soloist up for the corps.
    """
    if role.kind == "corps":
        return rank in CORPS_RANKS
    return rank != PRINCIPAL or any(
        book.where(Engagement, "person_id", one.person_id)[0].rank == PRINCIPAL
        for one in book.where(Casting, "role_id", role.id)
        if one.cover == 0
    )


def fits(role: Role, others: Iterable[Role], times: Times) -> bool:
    """Whether one dancer can take a role besides others: no overlap, and time to change."""
    return all(
        _apart(first, second, times) and _apart(second, first, times)
        for first, second in ((role, other) for other in others)
    )


def _apart(first: Role, second: Role, times: Times) -> bool:
    if first.id == second.id:
        return False
    for before in first.sections:
        for after in second.sections:
            start, end = times[before.section_id]
            next_start, next_end = times[after.section_id]
            if start < next_end and next_start < end:
                return False
            if 0 <= next_start - end < second.change_minutes:
                return False
    return True
