"""What a run asks of each dancer: shows, leads, covers, debuts, two shows a day, leads in a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from castapp.domain.agenda import AS_DANCER, stints
from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.programme import Part, parts, roles
from castapp.domain.repertory import Role
from castapp.domain.roster import by_rank
from castapp.services.known import debuts, partner_place
from castapp.services.reasons_of_night import LEAD_EFFORT

TWO_SHOWS, LEAD_AGAIN = "two shows", "lead again"


@dataclass(frozen=True, slots=True)
class Count:
    """A dancer's part in a run: shows danced, with a lead, stood by in; first times in a role."""

    person_id: str
    shows: int = 0
    leads: int = 0
    covers: int = 0
    debuts: int = 0


@dataclass(frozen=True, slots=True)
class Strain:
    """Two shows of one dancer too close: TWO_SHOWS in a day, or a lead two nights running.

    `show` is the one of the run, where `role_id` and `spot` say what they dance; `other` the one
    beside it.
    """

    what: str
    person_id: str
    show: Performance
    role_id: str
    spot: int
    other: Performance


def leads(book: Book, production_id: str) -> frozenset[str]:
    """The roles that carry a ballet: the two opposite each other; in a ballet without such a pair
    its couples, else its single roles, at the effort of a lead.
    """
    kept: dict[str, frozenset[str]] = book.cache("leads", Role)
    if production_id not in kept:
        members = roles(book, production_id)
        singles = [role for role in members if role.kind == "single"]
        hard = [role for role in members if role.effort >= LEAD_EFFORT]
        chosen = (
            [role for role in singles if partner_place(book, role, 1)]
            or [role for role in hard if role.kind == "couple"]
            or [role for role in hard if role.kind == "single"]
        )
        kept[production_id] = frozenset(role.id for role in chosen)
    return kept[production_id]


def is_lead(book: Book, role_id: str) -> bool:
    """Whether a role is one of those that carry its ballet."""
    role = book.find(Role, role_id)
    return role is not None and role_id in leads(book, role.production_id)


def counts(book: Book, production_id: str, shows: Iterable[Performance]) -> tuple[Count, ...]:
    """Everybody in these shows of a production, by how much they dance."""
    danced: dict[str, set[str]] = {}
    led: dict[str, set[str]] = {}
    stood_by: dict[str, set[str]] = {}
    planned = [show for show in shows if show.state != "cancelled"]
    for show in planned:
        for part in _parts(book, show, production_id):
            chosen = stood_by if part.cover else danced
            chosen.setdefault(part.person_id or "", set()).add(show.id)
            if not part.cover and is_lead(book, part.role_id):
                led.setdefault(part.person_id or "", set()).add(show.id)
    told = {show.id for show in planned}
    firsts = [one[3] for one in debuts(book, production_id) if one[0] in told]
    found = [
        Count(
            who,
            len(danced.get(who, ())),
            len(led.get(who, ())),
            len(stood_by.get(who, ())),
            firsts.count(who),
        )
        for who in {**danced, **stood_by}
    ]
    if not planned:
        return ()
    people = (who for one in found if (who := book.find(Person, one.person_id)))
    order = {who.id: place for place, who in enumerate(by_rank(book, people, planned[0].day))}
    kept = [one for one in found if one.person_id in order]
    return tuple(
        sorted(kept, key=lambda one: (-one.leads, -one.shows, -one.covers, order[one.person_id]))
    )


def strains(book: Book, production_id: str, shows: Sequence[Performance]) -> tuple[Strain, ...]:
    """Who dances two shows in a day, or a lead on two nights running, in whatever ballets."""
    found: dict[tuple[str, str, frozenset[str]], Strain] = {}
    for show in shows:
        if show.state == "cancelled":
            continue
        for part in _parts(book, show, production_id):
            if part.cover or part.person_id is None:
                continue
            lead = is_lead(book, part.role_id)
            for what, other in _beside(book, show, part.person_id, lead=lead):
                key = (what, part.person_id, frozenset((show.id, other.id)))
                strain = Strain(what, part.person_id, show, part.role_id, part.spot, other)
                found.setdefault(key, strain)
    return tuple(found.values())


def _beside(
    book: Book, show: Performance, person_id: str, *, lead: bool
) -> Iterable[tuple[str, Performance]]:
    for by in (-1, 0, 1) if lead else (0,):
        for stint in stints(book, person_id, show.day + timedelta(days=by)):
            other = stint.performance
            if other is None or other.id == show.id or stint.standby or stint.duty != AS_DANCER:
                continue
            if by == 0:
                yield TWO_SHOWS, other
            elif any(is_lead(book, role_id) for role_id in stint.roles):
                yield LEAD_AGAIN, other


def _parts(book: Book, show: Performance, production_id: str) -> list[Part]:
    return [
        part for part in parts(book, show) if part.production_id == production_id and part.person_id
    ]
