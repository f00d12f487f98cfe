"""What a run asks of each dancer: shows, leads, covers, debuts, two shows a day, leads in a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from castapp.domain.agenda import AS_DANCER, stints
from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.covers import covers
from castapp.domain.leads import is_lead, leads
from castapp.domain.people import Person
from castapp.domain.programme import Part, parts
from castapp.domain.roster import by_rank
from castapp.services.known import debuts

__all__ = [
    "LEAD_AGAIN", "TWO_SHOWS", "Count", "Strain", "Stretch", "counts", "is_lead", "leads",
    "strains", "stretches",
]  # fmt: skip

TWO_SHOWS, LEAD_AGAIN = "two shows", "lead again"


@dataclass(frozen=True, slots=True)
class Count:
    """A dancer's part in a run: shows danced, with a lead, stood by in; first times in a role.

    Who dances in the sections they cover does not stand by there.
    """

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


@dataclass(frozen=True, slots=True)
class Stretch:
    """Leads of somebody day after day, in time order."""

    person_id: str
    shows: tuple[Performance, ...]

    @property
    def words(self) -> str:
        """How many leads in how many days, and when: 5 leads in 4 days, Wed 14–Sat 17."""
        first, last = self.shows[0].day, self.shows[-1].day
        days = (last - first).days + 1
        if days == 1:
            return f"{len(self.shows)} leads, {first:%a} {first.day}"
        when = f"{first:%a} {first.day}–{last:%a} {last.day}"
        return f"{len(self.shows)} leads in {days} days, {when}"


def counts(book: Book, production_id: str, shows: Iterable[Performance]) -> tuple[Count, ...]:
    """Everybody in these shows of a production, by how much they dance."""
    danced: dict[str, set[str]] = {}
    led: dict[str, set[str]] = {}
    stood_by: dict[str, set[str]] = {}
    planned = [show for show in shows if show.state != "cancelled"]
    for show in planned:
        for part in _parts(book, show, production_id):
            if part.cover:
                if part.person_id in covers(book, show).get((part.role_id, part.spot), ()):
                    stood_by.setdefault(part.person_id or "", set()).add(show.id)
                continue
            danced.setdefault(part.person_id or "", set()).add(show.id)
            if is_lead(book, part.role_id):
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


def stretches(book: Book, production_id: str, shows: Sequence[Performance]) -> tuple[Stretch, ...]:
    """Leads close together, one line for each dancer and stretch: days that follow each other, or
    two shows of a day.
    """
    led: dict[str, dict[str, Performance]] = {}
    for strain in strains(book, production_id, shows):
        if is_lead(book, strain.role_id) and _leads_in(book, strain.other, strain.person_id):
            mine = led.setdefault(strain.person_id, {})
            mine |= {strain.show.id: strain.show, strain.other.id: strain.other}
    found: list[Stretch] = []
    for person_id, close in led.items():
        ordered = sorted(close.values(), key=lambda one: (one.day, one.curtain))
        run = ordered[:1]
        for show in ordered[1:]:
            if (show.day - run[-1].day).days > 1:
                found.append(Stretch(person_id, tuple(run)))
                run = []
            run.append(show)
        found.append(Stretch(person_id, tuple(run)))
    return tuple(sorted(found, key=lambda one: (one.shows[0].day, -len(one.shows))))


def _leads_in(book: Book, show: Performance, person_id: str) -> bool:
    return any(
        part.person_id == person_id and part.cover == 0 and is_lead(book, part.role_id)
        for part in parts(book, show)
    )
