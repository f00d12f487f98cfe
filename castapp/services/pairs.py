"""Partnerships: who danced with whom, in which roles, how often, when last; rehearsals together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import REHEARSAL_KINDS, Call
from castapp.domain.career import danced_parts
from castapp.domain.casting import Performance
from castapp.domain.repertory import Role
from castapp.services.known import partner_place


@dataclass
class Pair:
    """Two people who partner each other; roles by name, the days of their shows in order."""

    people: tuple[str, str]
    roles: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    rehearsals: int = 0

    @property
    def last(self) -> date | None:
        """The last of their shows."""
        return max(self.days, default=None)


@dataclass
class Danced:
    """A role somebody danced here: the days in order, and their partners in it."""

    person_id: str
    role_id: str
    days: list[date] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)


def danced_here(book: Book, first: date, last: date, today: date) -> dict[str, list[Danced]]:
    """Person id → the roles they danced in the shows of these days, in time order.

    Shows after today count only if they are marked as given.
    """
    found: dict[str, dict[str, Danced]] = {}
    for show in sorted(book.all(Performance), key=lambda one: (one.day, one.curtain, one.id)):
        given = show.state == "given" or (show.day <= today and show.state != "cancelled")
        if not given or not first <= show.day <= last:
            continue
        holders = {(role_id, spot): who for who, role_id, spot in danced_parts(book, show)}
        for (role_id, spot), person_id in holders.items():
            mine = found.setdefault(person_id, {})
            one = mine.setdefault(role_id, Danced(person_id, role_id))
            one.days.append(show.day)
            role = book.find(Role, role_id)
            mate = holders.get(partner_place(book, role, spot) or ("", 0)) if role else None
            if mate and mate != person_id and mate not in one.partners:
                one.partners.append(mate)
    return {person_id: list(mine.values()) for person_id, mine in found.items()}


def pairs(book: Book, first: date = date.min, last: date = date.max) -> list[Pair]:
    """Everybody who partners somebody in the shows of these days, oftenest first."""
    found: dict[frozenset[str], Pair] = {}
    shows = sorted(book.all(Performance), key=lambda one: (one.day, one.curtain, one.id))
    for show in shows:
        if first <= show.day <= last and show.state != "cancelled":
            _add(book, show, found)
    _count_rehearsals(book, found, first, last)
    return sorted(found.values(), key=lambda one: (-len(one.days), one.people))


def _add(book: Book, show: Performance, found: dict[frozenset[str], Pair]) -> None:
    holders = {(role_id, spot): who for who, role_id, spot in danced_parts(book, show)}
    told: set[frozenset[str]] = set()
    for (role_id, spot), person_id in holders.items():
        role = book.find(Role, role_id)
        place = partner_place(book, role, spot) if role else None
        mate = holders.get(place) if place else None
        if role is None or mate is None or mate == person_id:
            continue
        key = frozenset((person_id, mate))
        pair = found.setdefault(key, Pair((person_id, mate)))
        if key not in told:
            told.add(key)
            pair.days.append(show.day)
        if role.name not in pair.roles:
            pair.roles.append(role.name)


def _count_rehearsals(
    book: Book, found: dict[frozenset[str], Pair], first: date, last: date
) -> None:
    for call in book.all(Call):
        if call.kind in REHEARSAL_KINDS and call.state != "cancelled" and first <= call.day <= last:
            people = {who.person_id for who in called_people(book, call) if who.role_id}
            for key, pair in found.items():
                pair.rehearsals += key <= people
