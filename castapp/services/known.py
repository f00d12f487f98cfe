"""Who knows a role, who rehearsed it, and who partners whom: the career record asked by role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain import career
from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import REHEARSAL_KINDS, Call
from castapp.domain.career import DEBUT_KINDS
from castapp.domain.casting import BillItem, Cast, Casting, Danced, Override, Performance
from castapp.domain.partnering import partner_place
from castapp.domain.people import CareerLine, Person
from castapp.domain.repertory import Production, Role, Section
from castapp.services.castgrid.firsts import firsts

__all__ = [
    "DEBUT_KINDS", "NIGHTS", "Record", "Rehearsed", "dancers_of", "debuts", "partner_days",
    "partner_place", "partnerships", "record", "recorded_with", "rehearsed", "rehearsed_with",
    "together",
]  # fmt: skip

REHEARSED_DAYS = 60
RECENT_DAYS = 14
NIGHTS = (BillItem, Cast, Casting, Danced, Override, Performance, Production, Role, Section)
"""What a night stands on: who dances which spot."""


@dataclass(frozen=True, slots=True)
class Record:
    """How often somebody danced a role before a day, and when last (a day, month or year)."""

    times: int = 0
    last: str = ""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """How often somebody was called to a role's rehearsals before a day, and when last.

    `recent` are those of the last RECENT_DAYS.
    """

    times: int
    last: date
    recent: int = 0


Debut = tuple[str, str, int, str]


def record(book: Book, person_id: str, role: Role, before: date) -> Record:
    """What somebody has danced of a role before a day, in this company or elsewhere."""
    known = career.experience(book, person_id, role.id, before)
    last = max(known.last.isoformat() if known.last else "", known.elsewhere)
    return Record(known.here + known.record, last)


def dancers_of(book: Book, role: Role, before: date) -> dict[str, Record]:
    """Everybody who danced a role before a day, by person, oftenest first.

    The answer is shared: do not change it.
    """
    kept: dict[tuple[str, date], dict[str, Record]] = book.cache(
        "dancers_of", *NIGHTS, CareerLine, Person
    )
    if (role.id, before) not in kept:
        found = {who.id: record(book, who.id, role, before) for who in book.all(Person)}
        known = {who: one for who, one in found.items() if one.times}
        kept[(role.id, before)] = dict(
            sorted(known.items(), key=lambda pair: (-pair[1].times, pair[0]))
        )
    return kept[(role.id, before)]


def debuts(book: Book, production_id: str) -> frozenset[Debut]:
    """First times worth telling: (performance, role, spot, person); not those in the corps."""
    return frozenset(
        (night, *one) for night, found in firsts(book, production_id).items() for one in found
    )


def rehearsed(book: Book, role: Role, before: date) -> dict[str, Rehearsed]:
    """Who was called to a role's rehearsals in the REHEARSED_DAYS before a day."""
    found: dict[str, Rehearsed] = {}
    recent_from = before - timedelta(days=RECENT_DAYS)
    for call in _rehearsals(book, role.production_id, before):
        for who in called_people(book, call):
            if who.role_id == role.id:
                old = found.get(who.person_id) or Rehearsed(0, call.day)
                found[who.person_id] = Rehearsed(
                    old.times + 1,
                    max(old.last, call.day),
                    old.recent + (call.day >= recent_from),
                )
    return found


def rehearsed_with(book: Book, role: Role, partner_id: str, before: date) -> dict[str, int]:
    """Person id → the rehearsals of a role beside somebody in those REHEARSED_DAYS."""
    found: dict[str, int] = {}
    for call in _rehearsals(book, role.production_id, before):
        people = called_people(book, call)
        if any(who.person_id == partner_id and who.role_id for who in people):
            for person_id in {who.person_id for who in people if who.role_id == role.id}:
                found[person_id] = found.get(person_id, 0) + 1
    return found


def _rehearsals(book: Book, production_id: str, before: date) -> Iterator[Call]:
    since = before - timedelta(days=REHEARSED_DAYS)
    for call in book.where(Call, "production_id", production_id):
        if call.kind not in REHEARSAL_KINDS or call.state == "cancelled":
            continue
        if since <= call.day < before:
            yield call


def together(book: Book, person_id: str, partner_id: str, before: date | None = None) -> int:
    """How many shows two people danced as partners, in any role, career lines included.

    Both may have the same shows in their career record; they count once.
    """
    recorded = recorded_with(book, person_id, partner_id)
    days = partner_days(book).get(frozenset((person_id, partner_id)), ())
    return recorded + sum(before is None or day < before for day in days)


def recorded_with(book: Book, person_id: str, partner_id: str) -> int:
    """How many shows two people danced as partners by the career record of either."""
    pairs = ((person_id, partner_id), (partner_id, person_id))
    return max(_recorded_with(book, one, other) for one, other in pairs)


def _recorded_with(book: Book, person_id: str, partner_id: str) -> int:
    partner = book.find(Person, partner_id)
    if partner is None:
        return 0
    names = (partner.name.casefold(), partner.surname.casefold())
    return sum(
        line.times
        for line in book.where(CareerLine, "person_id", person_id)
        if any(name.casefold() in names for name in line.partners)
    )


def partnerships(
    book: Book, performance_ids: list[str], kinds: tuple[str, ...] = ("single", "couple")
) -> dict[frozenset[str], int]:
    """Who partners whom in roles of these kinds in these performances, and how often."""
    found: dict[frozenset[str], int] = {}
    for performance_id in performance_ids:
        for pair in dict.fromkeys(_pairs_of(book, performance_id, kinds)):
            found[pair] = found.get(pair, 0) + 1
    return dict(sorted(found.items(), key=lambda entry: (-entry[1], sorted(entry[0]))))


def partner_days(book: Book) -> dict[frozenset[str], list[date]]:
    """Each pair that ever partners, planned shows among them, and the days of their shows."""
    kept: dict[frozenset[str], list[date]] = book.cache("partner_days", *NIGHTS)
    if not kept:
        kept[frozenset()] = []
        for show in book.all(Performance):
            if show.state != "cancelled":
                for pair in dict.fromkeys(_pairs_of(book, show.id)):
                    kept.setdefault(pair, []).append(show.day)
    return kept


def _pairs_of(
    book: Book, performance_id: str, kinds: tuple[str, ...] = ("single", "couple")
) -> Iterator[frozenset[str]]:
    show = book.find(Performance, performance_id)
    if show is None:
        return
    holders = {(role_id, spot): who for who, role_id, spot in career.danced_parts(book, show)}
    for (role_id, spot), who in holders.items():
        role = book.find(Role, role_id)
        place = partner_place(book, role, spot) if role and role.kind in kinds else None
        partner = holders.get(place) if place else None
        if partner and partner != who:
            yield frozenset((who, partner))
