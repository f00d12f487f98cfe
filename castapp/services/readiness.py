"""How ready a dancer is for a role, from the record: learning to performed; correctable by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import REHEARSAL_KINDS, Call, Called
from castapp.domain.casting import READINESS, Cast, Casting, Correction
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
"""So many rehearsals of one's own, not as a cover, make a role rehearsed."""

_ON_STAGE = ("stage call", "stage and orchestra", "dress")
_READ = (Called, Cast, Casting, Company, Engagement, Person, Production, Role, Call)


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
    """How often somebody was called for a role, how often to dance it, and on stage."""

    times: int = 0
    own: int = 0
    on_stage: int = 0
    last: date | None = None


def readiness(book: Book, role_id: str, day: date) -> tuple[Readiness, ...]:
    """Everybody who has anything of a role before a day, by rank."""
    role = book.get(Role, role_id)
    records = dancers_of(book, role, day)
    called = _called(book, role.production_id, day).get(role_id, {})
    cast = {one.person_id for one in book.where(Casting, "role_id", role_id)}
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
            cast = any(
                one.person_id == person_id for one in book.where(Casting, "role_id", role.id)
            )
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
    elif called.own >= ENOUGH:
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
    for call in book.where(Call, "production_id", production_id):
        if call.day >= day or call.state == "cancelled" or call.kind not in REHEARSAL_KINDS:
            continue
        for who in called_people(book, call):
            if who.role_id:
                mine = found.setdefault(who.role_id, {})
                old = mine.get(who.person_id, _Called())
                mine[who.person_id] = _Called(
                    old.times + 1,
                    old.own + (not who.cover),
                    old.on_stage + (not who.cover and call.kind in _ON_STAGE),
                    max(old.last, call.day) if old.last else call.day,
                )
    return found
