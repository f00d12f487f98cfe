"""Partnerships: who danced with whom, in which roles, how often, when last; and the wishes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import REHEARSAL_KINDS, Call, Called
from castapp.domain.career import danced_parts
from castapp.domain.casting import Partnership, Performance
from castapp.domain.checks import Invalid
from castapp.domain.company import Company
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.record import new_id
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.services.known import NIGHTS, partner_days, partner_place, recorded_with, together

_READ = (*NIGHTS, Call, Called, CareerLine, Person, Engagement, Company)

REGULAR = 5
"""So many shows make a regular pair."""


@dataclass
class Pair:
    """Two people who partner each other; roles by name, the days of their shows in order.

    `recorded` are shows of a career record, which have no days of their own.
    """

    people: tuple[str, str]
    roles: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    rehearsals: int = 0
    recorded: int = 0

    @property
    def shows(self) -> int:
        """How many shows they danced together, those of a career record included."""
        return len(self.days) + self.recorded

    @property
    def last(self) -> date | None:
        """The last of their shows."""
        return max(self.days, default=None)


@dataclass(frozen=True, slots=True)
class Mate:
    """A partner of somebody: shows in all, roles here by name, the last show, rehearsals, wish."""

    person_id: str
    shows: int
    roles: tuple[str, ...] = ()
    last: date | None = None
    rehearsals: int = 0
    wish: str = ""


def pairs(book: Book, first: date = date.min, last: date = date.max) -> list[Pair]:
    """Everybody who partners somebody in the shows of these days, oftenest first; with no first
    day also by the career record.

    The list is shared: do not change it.
    """
    kept: dict[tuple[date, date], list[Pair]] = book.cache("pairs", *_READ)
    if (first, last) not in kept:
        kept[(first, last)] = _pairs(book, first, last)
    return kept[(first, last)]


def ledger(book: Book, person_id: str, today: date) -> tuple[Mate, ...]:
    """Everybody somebody partnered before today or is wished to or not to, oftenest first."""
    found: dict[str, Mate] = {}
    for pair in pairs(book, last=today - timedelta(days=1)):
        if person_id in pair.people:
            other = pair.people[pair.people[0] == person_id]
            shows = together(book, person_id, other, today)
            found[other] = Mate(other, shows, tuple(pair.roles), pair.last, pair.rehearsals)
    for other, said in _wishes(book).get(person_id, {}).items():
        if book.find(Person, other) is not None:
            shows = together(book, person_id, other, today)
            known = found.get(other) or Mate(other, shows)
            found[other] = replace(known, wish=said.wish)
    return tuple(sorted(found.values(), key=lambda one: (-one.shows, one.person_id)))


def _pairs(book: Book, first: date, last: date) -> list[Pair]:
    found: dict[frozenset[str], Pair] = {}
    shows = sorted(book.all(Performance), key=lambda one: (one.day, one.curtain, one.id))
    for show in shows:
        if first <= show.day <= last and show.state != "cancelled":
            _add(book, show, found)
    if first == date.min:
        _add_recorded(book, found)
    _count_rehearsals(book, found, first, last)
    return sorted(found.values(), key=lambda one: (-one.shows, one.people))


def _add_recorded(book: Book, found: dict[frozenset[str], Pair]) -> None:
    """Partners of career records who are people here; a show both have recorded counts once."""
    by_name = {who.name.casefold(): who.id for who in book.all(Person)}
    for line in book.all(CareerLine):
        for name in line.partners:
            mate = by_name.get(name.casefold())
            if mate is None or mate == line.person_id:
                continue
            key = frozenset((line.person_id, mate))
            pair = found.setdefault(key, Pair((line.person_id, mate)))
            pair.recorded = recorded_with(book, line.person_id, mate)
            if line.role not in pair.roles:
                pair.roles.append(line.role)


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
    mates: dict[str, list[tuple[str, Pair]]] = {}
    for pair in found.values():
        mates.setdefault(pair.people[0], []).append((pair.people[1], pair))
    for call in book.all(Call):
        if call.kind in REHEARSAL_KINDS and call.state != "cancelled" and first <= call.day <= last:
            people = {who.person_id for who in called_people(book, call) if who.role_id}
            for person_id in people & mates.keys():
                for mate, pair in mates[person_id]:
                    pair.rehearsals += mate in people


def wish(book: Book, person_id: str, other_id: str) -> Partnership | None:
    """What the company wishes for two people: together, apart, or nothing said."""
    return _wishes(book).get(person_id, {}).get(other_id)


def kept_with(book: Book, person_id: str) -> tuple[str, ...]:
    """Those somebody is wished to dance with."""
    mine = _wishes(book).get(person_id, {})
    return tuple(other for other, said in mine.items() if said.wish == "together")


def regular(book: Book, day: date) -> frozenset[frozenset[str]]:
    """The pairs kept together by preference as of a day: wished, or of REGULAR shows before it.

    Who is wished apart is no regular pair, however often they danced.
    """
    found = set()
    for pair in partner_days(book):
        people = sorted(pair)
        if len(people) == 2 and together(book, people[0], people[1], day) >= REGULAR:
            found.add(pair)
    for said in book.all(Partnership):
        pair = frozenset((said.one_id, said.other_id))
        if said.wish == "together":
            found.add(pair)
        else:
            found.discard(pair)
    return frozenset(found)


def set_wish(book: Book, person_id: str, other_id: str, said: str | None, note: str = "") -> Edit:
    """Wish two people together or apart; None takes the wish back. Raises Invalid."""
    if person_id == other_id:
        raise Invalid("A pair is two people.")
    draft = Draft(book)
    known = wish(book, person_id, other_id)
    if said is None and known is not None:
        draft.drop(known)
    elif said is not None and known is not None:
        draft.set(known, wish=said, note=note)
    elif said is not None:
        draft.put(Partnership(new_id(), person_id, other_id, said, note))
    names = f"{inside_name(book, person_id)} and {inside_name(book, other_id)}"
    return draft.edit(f"{names}: {f'wished {said}' if said else 'no wish any more'}")


def _wishes(book: Book) -> dict[str, dict[str, Partnership]]:
    kept: dict[str, dict[str, Partnership]] = book.cache("pair_wishes", Partnership)
    if not kept:
        kept[""] = {}
        for said in book.all(Partnership):
            kept.setdefault(said.one_id, {})[said.other_id] = said
            kept.setdefault(said.other_id, {})[said.one_id] = said
    return kept
