"""Careers: who has danced which role, how often and with whom, and who does so first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast, Casting, Danced, Override, Performance
from castapp.domain.nights import basis, kept
from castapp.domain.people import CareerLine
from castapp.domain.programme import parts
from castapp.domain.repertory import Production, Role, Section

_READ = (
    BillItem, Cast, Casting, CareerLine, Danced, Override, Performance, Production, Role, Section,
)  # fmt: skip
DEBUT_KINDS = ("single", "couple", "group")
When = tuple[date, int, str]
Known = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody in a spot of a role on a night, and what the role is known by."""

    role_id: str
    spot: int
    person_id: str
    known: Known


@dataclass(frozen=True, slots=True)
class Debut:
    """Somebody's first time in a role, here or anywhere."""

    performance: Performance
    role_id: str
    spot: int
    person_id: str


@dataclass(frozen=True, slots=True)
class Experience:
    """How often somebody danced a role before a day: here, and by the career record elsewhere.

    `last` is the last day here, `elsewhere` the latest year, month or day of the record.
    """

    here: int = 0
    last: date | None = None
    record: int = 0
    elsewhere: str = ""

    @property
    def knows(self) -> bool:
        """Whether it was ever danced, here or elsewhere."""
        return self.here + self.record > 0


@dataclass
class _Danced:
    """Every time somebody dances a role, and the shows of each pair of people, by show."""

    times: dict[tuple[str, Known], list[When]] = field(default_factory=dict)
    shows: dict[str, list[When]] = field(default_factory=dict)


def debuts(book: Book, performances: Iterable[Performance]) -> tuple[Debut, ...]:
    """The first times in a role among these performances, in time order.

    A role is known by its ballet and name, so that another staging's is the same. A first time is
    one with no earlier show (given or planned) and no line of the career record.
    """
    found = []
    for show in sorted(performances, key=lambda one: (one.day, one.curtain, one.id)):
        told: set[tuple[str, Known]] = set()
        for person_id, role_id, spot in danced_parts(book, show):
            key = (person_id, known_as(book, role_id))
            if key not in told and is_debut(book, show, person_id, role_id):
                told.add(key)
                found.append(Debut(show, role_id, spot, person_id))
    return tuple(found)


def is_debut(book: Book, show: Performance, person_id: str, role_id: str) -> bool:
    """Whether somebody who dances a role in a show does so for the first time anywhere.

    Told only of roles of the DEBUT_KINDS, and only where something of the past is known.
    """
    role = book.find(Role, role_id)
    if role is None or role.kind not in DEBUT_KINDS or not knows_the_past(book):
        return False
    known = known_as(book, role_id)
    if known in _recorded(book, person_id):
        return False
    times = _history(book).times.get((person_id, known), ())
    return not any(time < _when(show) for time in times)


def knows_the_past(book: Book) -> bool:
    """Whether there is any career line, anything noted as danced, or a show that was given."""
    found = book.cache("past", CareerLine, Danced, Performance)
    if "known" not in found:
        found["known"] = bool(book.all(CareerLine) or book.all(Danced)) or any(
            show.state == "given" for show in book.all(Performance)
        )
    return bool(found["known"])


def experience(book: Book, person_id: str, role_id: str, before: date) -> Experience:
    """How well somebody knows a role: shows here before a day, and the career record."""
    known = known_as(book, role_id)
    times = [day for day, _, _ in _history(book).times.get((person_id, known), ()) if day < before]
    recorded = _recorded(book, person_id)
    lines = [line for name in _names(book, role_id, known) for line in recorded.get(name, ())]
    return Experience(
        len(times),
        max(times, default=None),
        sum(line.times for line in lines),
        max((line.when for line in lines), default=""),
    )


def known_as(book: Book, role_id: str) -> Known:
    """What a role is known by: its ballet and its name, in small letters."""
    role = book.find(Role, role_id)
    work = book.find(Production, role.production_id) if role else None
    if role is None:
        return ("", role_id)
    return ((work.work if work else role.production_id).casefold(), role.name.casefold())


def _names(book: Book, role_id: str, known: Known) -> set[Known]:
    """All a career line may call a role: Odette/Odile, Odette, or Odile."""
    role = book.find(Role, role_id)
    within = [place.name for place in role.sections] if role else []
    names = (known[1], *known[1].split("/"), *(name.casefold() for name in within))
    return {(known[0], name.strip()) for name in names if name.strip()}


def danced_parts(book: Book, show: Performance) -> Iterator[tuple[str, str, int]]:
    """Who dances which spot of which role: as noted afterwards, else as cast, covers left out."""
    noted = book.where(Danced, "performance_id", show.id)
    for one in noted:
        yield one.person_id, one.role_id, one.spot
    if not noted:
        for part in parts(book, show):
            if part.cover == 0 and part.person_id:
                yield part.person_id, part.role_id, part.spot


def turns(book: Book, show: Performance) -> tuple[Turn, ...]:
    """Everybody who dances on a night, spot by spot: the same object until it is cast anew."""
    return kept(
        book.cache("turns_of_night", Production, Role, Section),
        show.id,
        basis(book, show.id),
        lambda: tuple(
            Turn(role_id, spot, person_id, known_as(book, role_id))
            for person_id, role_id, spot in danced_parts(book, show)
        ),
    )


def _history(book: Book) -> _Danced:
    known = book.cache("career", *_READ)
    if "danced" not in known:
        history = _Danced()
        for show in in_time_order(book):
            _add(book, show, history)
        known["danced"] = history
    found: _Danced = known["danced"]
    return found


def in_time_order(book: Book) -> list[Performance]:
    """Every performance that is not cancelled."""
    shows = (one for one in book.all(Performance) if one.state != "cancelled")
    return sorted(shows, key=_when)


def _add(book: Book, show: Performance, history: _Danced) -> None:
    when = _when(show)
    told = {(turn.person_id, turn.known) for turn in turns(book, show)}
    for key in told:
        history.times.setdefault(key, []).append(when)
    for person_id in {person_id for person_id, _ in told}:
        history.shows.setdefault(person_id, []).append(when)


def _recorded(book: Book, person_id: str) -> dict[Known, list[CareerLine]]:
    lines: dict[Known, list[CareerLine]] = {}
    for line in book.where(CareerLine, "person_id", person_id):
        lines.setdefault((line.work.casefold(), line.role.casefold()), []).append(line)
    return lines


def _when(show: Performance) -> When:
    return (show.day, show.curtain, show.id)
