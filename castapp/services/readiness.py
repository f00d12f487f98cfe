"""How ready a dancer is for a role, from the record: learning to performed; correctable by hand.

What counts: every rehearsal before the day to which somebody was called for that very role, by
name, by the role or by the whole ballet, to dance it or as its cover, since covers learn it too.
Calls to other roles do not count, nor does being in a cast that no performance takes and no call
names. A stage call counts for those who dance it there. Once rehearsed makes somebody of the cast
know it, ENOUGH times makes it rehearsed; one show, here or elsewhere, makes it performed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.called_lines import called_lines
from castapp.domain.calling import CalledPerson, called_people
from castapp.domain.calls import REHEARSAL_KINDS, Call, Called
from castapp.domain.casting import READINESS, BillItem, Cast, Casting, Correction
from castapp.domain.company import Company
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.people import Engagement, Person
from castapp.domain.programme import roles
from castapp.domain.record import new_id
from castapp.domain.repertory import Production, Role
from castapp.domain.roster import by_rank, inside_name
from castapp.services.known import dancers_of, record

LEARNING, KNOWS, REHEARSED, STAGE_CALL, PERFORMED = STATES = READINESS
ENOUGH = 3
"""So many rehearsals one was called to for a role make it rehearsed."""

_DANCING, _COVERING = "dancing", "covering"
_ON_STAGE = ("stage call", "stage and orchestra", "dress")
_READ = (BillItem, Called, Cast, Casting, Company, Engagement, Person, Production, Role, Call)


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far a dancer has come with a role, and what that stands on.

    `derived` is what the record says, `state` what counts: the same unless corrected by hand.
    """

    person_id: str
    role_id: str
    state: str
    derived: str
    shows: int = 0
    rehearsals: int = 0
    last: date | None = None

    @property
    def by_hand(self) -> bool:
        """Whether somebody said otherwise than the record."""
        return self.state != self.derived


@dataclass(frozen=True, slots=True)
class _Called:
    """How often somebody was called for a role, and how often to dance it on stage."""

    times: int = 0
    on_stage: int = 0
    last: date | None = None


def readiness(book: Book, role_id: str, day: date) -> tuple[Readiness, ...]:
    """Everybody who has anything of a role before a day, by rank."""
    role = book.get(Role, role_id)
    records = dancers_of(book, role, day)
    called = _called(book, role.production_id, day).get(role_id, {})
    cast = _cast(book, role)
    corrected = corrections(book, role_id)
    found = {
        person_id: _of(
            person_id,
            role_id,
            records[person_id].times if person_id in records else 0,
            called.get(person_id, _Called()),
            person_id in cast,
            corrected.get(person_id, ""),
        )
        for person_id in {**records, **called, **dict.fromkeys(cast), **corrected}
    }
    people = (who for one in found if (who := book.find(Person, one)))
    return tuple(found[who.id] for who in by_rank(book, people, day))


def readiness_of(book: Book, person_id: str, day: date) -> tuple[Readiness, ...]:
    """How far somebody has come with each role they have anything of, in billing order."""
    works = {role.production_id for role in _roles_of(book, person_id, day)}
    found = []
    for work in sorted((book.get(Production, one) for one in works), key=lambda one: one.title):
        called = _called(book, work.id, day)
        for role in roles(book, work.id):
            cast = person_id in _cast(book, role)
            mine = called.get(role.id, {}).get(person_id)
            times = record(book, person_id, role, day).times
            said = corrections(book, role.id).get(person_id, "")
            if cast or mine or times or said:
                found.append(_of(person_id, role.id, times, mine or _Called(), cast, said))
    return tuple(found)


def _roles_of(book: Book, person_id: str, day: date) -> Iterator[Role]:
    """Roles of every production somebody is cast in, called to by name, or has danced in."""
    named = {line.role_id for line in book.where(Called, "person_id", person_id)}
    named |= {one.role_id for one in book.where(Casting, "person_id", person_id)}
    named |= {one.role_id for one in book.where(Correction, "person_id", person_id)}
    for role in book.all(Role):
        if role.id in named or record(book, person_id, role, day).times:
            yield role


def corrections(book: Book, role_id: str) -> Mapping[str, str]:
    """Person id → the state somebody gave a role by hand."""
    return {one.person_id: one.state for one in book.where(Correction, "role_id", role_id)}


def correct(book: Book, person_id: str, role_id: str, state: str | None) -> Edit:
    """Say by hand how ready somebody is; None lets the record speak again."""
    draft = Draft(book)
    for said in book.where(Correction, "role_id", role_id):
        if said.person_id == person_id:
            draft.drop(said)
    if state is not None:
        draft.put(Correction(new_id(), person_id, role_id, state))
    name, role = inside_name(book, person_id), book.get(Role, role_id).name
    return draft.edit(f"{name} in {role}: {state or 'readiness as recorded'}")


def _of(
    person_id: str, role_id: str, shows: int, called: _Called, cast: bool, by_hand: str
) -> Readiness:
    if shows:
        derived = PERFORMED
    elif called.on_stage:
        derived = STAGE_CALL
    elif called.times >= ENOUGH:
        derived = REHEARSED
    elif cast and called.times:
        derived = KNOWS
    else:
        derived = LEARNING
    return Readiness(
        person_id, role_id, by_hand or derived, derived, shows, called.times, called.last
    )


def _called(book: Book, production_id: str, day: date) -> Mapping[str, Mapping[str, _Called]]:
    """Role id → person id → how often they were called for it before a day."""
    kept = book.cache("readiness_calls", *_READ)
    if (production_id, day) not in kept:
        kept[(production_id, day)] = _counted(book, production_id, day)
    found: Mapping[str, Mapping[str, _Called]] = kept[(production_id, day)]
    return found


def _counted(book: Book, production_id: str, day: date) -> dict[str, dict[str, _Called]]:
    found: dict[str, dict[str, _Called]] = {}
    danced = danced_casts(book, production_id)
    for call in book.where(Call, "production_id", production_id):
        if call.day >= day or call.state == "cancelled" or call.kind not in REHEARSAL_KINDS:
            continue
        asked = danced.union(*(line.cast_ids for line in called_lines(book, call)))
        for who in called_people(book, call):
            standing = _counts(book, who, asked)
            if who.role_id and standing:
                mine = found.setdefault(who.role_id, {})
                old = mine.get(who.person_id, _Called())
                mine[who.person_id] = _Called(
                    old.times + 1,
                    old.on_stage + (standing == _DANCING and call.kind in _ON_STAGE),
                    max(old.last, call.day) if old.last else call.day,
                )
    return found


def danced_casts(book: Book, production_id: str) -> frozenset[str]:
    """The casts of a production that a performance takes; all of them while none is taken."""
    taken = {one.cast_id for one in book.where(BillItem, "production_id", production_id)}
    every = {cast.id for cast in book.where(Cast, "production_id", production_id)}
    return frozenset(every & taken or every)


def _cast(book: Book, role: Role) -> set[str]:
    """Who is in a role, or covers it, in a cast that is danced."""
    danced = danced_casts(book, role.production_id)
    held = book.where(Casting, "role_id", role.id)
    return {one.person_id for one in held if one.cast_id in danced}


def _counts(book: Book, who: CalledPerson, casts: Collection[str]) -> str:
    """What somebody is called for a role as: dancing it, as its cover, or "" for neither."""
    if who.named or who.cast_id in casts:
        return _COVERING if who.cover else _DANCING
    known = any(
        one.person_id == who.person_id and one.cast_id in casts
        for one in book.where(Casting, "role_id", who.role_id)
    )
    return _COVERING if known else ""
