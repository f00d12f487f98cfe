"""What a dancer's week would become with one more role on one night, before anybody is cast."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.agenda import AS_DANCER, stints
from castapp.domain.book import Book
from castapp.domain.calls import REHEARSAL_KINDS, Call, Called
from castapp.domain.casting import Performance
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding
from castapp.domain.people import Person
from castapp.domain.programme import bill, parts, roles, zone
from castapp.domain.repertory import Role
from castapp.domain.slot import utc_minutes
from castapp.domain.usual import MINUTES, Cell, Usual, heat
from castapp.domain.workload import READ, longest_break, shows_in
from castapp.services.casting import override
from castapp.services.findings import new_findings

AHEAD = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the comparison on the night itself.

    `usual` is of the seven days to that night; `shows` danced in them; `longest_break` and `rest`
    (to the first thing of the next day, in true minutes) are None where there is none.
    """

    usual: Usual
    shows: int
    longest_break: int | None
    rest: int | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The week without and with a role. `line` are the days from the night on, with the role.

    `calls` and `call_minutes` are rehearsals of the role by then that do not call the dancer yet;
    they are not in the figures. `found` is what casting would newly break.
    """

    edit: Edit
    day: date
    before: Side
    after: Side
    line: tuple[Cell, ...]
    found: tuple[Finding, ...]
    calls: int
    call_minutes: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A spot of a role on one night that somebody could be tried in, and why it comes first."""

    role_id: str
    spot: int
    name: str
    covers: bool = False
    open: bool = False


def what_if(
    book: Book,
    person_id: str,
    performance_id: str,
    role_id: str,
    spot: int,
    *,
    today: date,
    measure: str = MINUTES,
) -> WhatIf:
    """Compare a dancer's days without and with a role. Raises Invalid, KeyError if gone."""
    show = book.get(Performance, performance_id)
    edit = override(book, performance_id, role_id, spot, person_id)
    then = _with(book, edit, show.day)
    calls = _rehearsals(book, person_id, role_id, today, show.day)
    return WhatIf(
        edit,
        show.day,
        _side(book, person_id, show.day, measure, today),
        _side(then, person_id, show.day, measure, today),
        _line(then, person_id, show.day, measure, today),
        tuple(new_findings(book, edit)),
        len(calls),
        sum(call.minutes for call in calls),
    )


def coming_shows(book: Book, first: date, last: date) -> tuple[Performance, ...]:
    """The performances of some days that somebody could still be cast in, in time order."""
    found = [
        one
        for one in book.all(Performance)
        if first <= one.day <= last and one.state not in ("cancelled", "given")
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.curtain, one.id)))


def offers(book: Book, person_id: str, performance_id: str) -> tuple[Offer, ...]:
    """The roles of a night somebody does not dance there: those covered, then open, then all.

    Each role once, in the spot covered, else the first open one, else the first. Roles that are
    usually danced by the other gender come last.
    """
    who, show = book.get(Person, person_id), book.get(Performance, performance_id)
    placed = parts(book, show)
    dances = {part.role_id for part in placed if part.person_id == person_id and not part.cover}
    found: list[tuple[int, Offer]] = []
    for item in bill(book, show.id):
        for role in roles(book, item.production_id):
            if role.id in dances:
                continue
            here = [part for part in placed if part.role_id == role.id]
            covered = [part.spot for part in here if part.person_id == person_id]
            free = [part.spot for part in here if part.person_id is None and not part.cover]
            spot = (covered or _suiting(role, who, free) or _suiting(role, who) or [1])[0]
            other = bool(who.gender) and role.gender(spot) not in ("X", who.gender)
            order = 3 if other else 0 if covered else 1 if free else 2
            said = role.spot_name(spot)
            name = f"{role.name}{' ' if said.isdigit() else ', '}{said}" if said else role.name
            found.append((order, Offer(role.id, spot, name, bool(covered), bool(free))))
    return tuple(offer for _, offer in sorted(found, key=lambda one: one[0]))


def _suiting(role: Role, who: Person, spots: list[int] | None = None) -> list[int]:
    among = range(1, role.spots + 1) if spots is None else spots
    return [spot for spot in among if not who.gender or role.gender(spot) in ("X", who.gender)]


def _with(book: Book, edit: Edit, day: date) -> Book:
    """The book after a casting, knowing already the work of every day but that one."""
    then = book.apply(edit)
    known = book.cache("day_work", *READ)
    then.cache("day_work", *READ).update({one: kept for one, kept in known.items() if one != day})
    return then


def _side(book: Book, person_id: str, day: date, measure: str, today: date) -> Side:
    return Side(
        heat(book, (person_id,), day, day, measure, today)[person_id][0].usual,
        shows_in(book, person_id, day, 7),
        longest_break(book, person_id, day),
        _rest(book, person_id, day),
    )


def _line(book: Book, person_id: str, day: date, measure: str, today: date) -> tuple[Cell, ...]:
    return heat(book, (person_id,), day, day + AHEAD, measure, today)[person_id]


def _rest(book: Book, person_id: str, day: date) -> int | None:
    """True minutes from the end of a day's work to the beginning of the next day's."""
    tonight = [one for one in stints(book, person_id, day) if one.duty == AS_DANCER]
    tomorrow = stints(book, person_id, day + timedelta(days=1))
    if not tonight or not tomorrow:
        return None
    last, first = max(tonight, key=lambda one: one.end), tomorrow[0]
    ends = utc_minutes(last.day, last.end, zone(book, last.studio_id))
    begins = utc_minutes(first.day, first.start, zone(book, first.studio_id))
    return max(0, begins - ends)


def _rehearsals(book: Book, person_id: str, role_id: str, first: date, last: date) -> list[Call]:
    """Calls of a role in some days that do not want somebody yet."""
    found = {line.call_id for line in book.where(Called, "role_id", role_id) if not line.exclude}
    calls = (book.find(Call, call_id) for call_id in found)
    return [
        call
        for call in calls
        if call is not None
        and first <= call.day <= last
        and call.state != "cancelled"
        and call.kind in REHEARSAL_KINDS
        and all(
            one.call is None or one.call.id != call.id for one in stints(book, person_id, call.day)
        )
    ]
