"""Who is called: a call's role sets, groups and names resolved into people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.called_lines import called_lines
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Cast, Casting
from castapp.domain.company import Company
from castapp.domain.people import Engagement, Person
from castapp.domain.programme import casts, roles
from castapp.domain.repertory import Production, Role
from castapp.domain.roster import dancers, rank


@dataclass(frozen=True, slots=True)
class CalledPerson:
    """Somebody wanted at a call, from when to when (clock minutes), and as what.

    `named` says that a line calls the very person, not a group or a role they belong to.
    """

    person_id: str
    start: int
    end: int
    role_id: str | None = None
    spot: int = 0
    cast_id: str | None = None
    cover: int = 0
    named: bool = False


def called_people(book: Book, call: Call) -> tuple[CalledPerson, ...]:
    """Everybody a call wants, each once, in the order of its lines.

    Lead and pianist are not among them. When casting changes, so does the answer.
    """
    kept = book.cache("called_people", Casting, Cast, Role, Person, Engagement, Production, Company)
    lines = called_lines(book, call)
    entry = kept.get(call.id)
    if entry is None or entry[0] is not call or entry[1] is not lines:
        entry = kept[call.id] = (call, lines, tuple(_resolved(book, call, lines).values()))
    people: tuple[CalledPerson, ...] = entry[2]
    return people


def line_people(book: Book, call: Call, line: Called) -> Iterator[CalledPerson]:
    """Everybody one line stands for, with the line's own times; exclusions are named alike."""
    start = call.start if line.joins is None else line.joins
    end = call.end if line.leaves is None else line.leaves
    if line.whom == "person" and line.person_id:
        cover = 1 if line.as_cover else 0
        yield CalledPerson(line.person_id, start, end, line.role_id, cover=cover, named=True)
    elif line.whom == "group":
        for person in dancers(book, call.day):
            if _in_group(book, person, line.group, call):
                yield CalledPerson(person.id, start, end)
    elif line.whom == "role" and line.role_id:
        role = book.find(Role, line.role_id)
        wanted = line.cast_ids or tuple(
            cast.id for cast in (casts(book, role.production_id) if role else ())
        )
        yield from _role_people(book, line.role_id, wanted, line, start, end)
    elif line.whom == "production" and call.production_id:
        wanted = line.cast_ids or tuple(cast.id for cast in casts(book, call.production_id))
        for role in roles(book, call.production_id):
            yield from _role_people(book, role.id, wanted, line, start, end)


def _resolved(book: Book, call: Call, lines: tuple[Called, ...]) -> dict[str, CalledPerson]:
    people: dict[str, CalledPerson] = {}
    for line in lines:
        if not line.exclude:
            for who in line_people(book, call, line):
                earlier = people.get(who.person_id)
                people[who.person_id] = _merged(earlier, who, line) if earlier else who
    for line in lines:
        if line.exclude:
            for who in line_people(book, call, line):
                people.pop(who.person_id, None)
    return people


def _merged(earlier: CalledPerson, later: CalledPerson, line: Called) -> CalledPerson:
    """A person named by several lines: a line of their own decides their times."""
    timed = line.whom == "person" and (line.joins is not None or line.leaves is not None)
    start = later.start if timed else min(earlier.start, later.start)
    end = later.end if timed else max(earlier.end, later.end)
    role = earlier if earlier.role_id and (not later.role_id or earlier.cover == 0) else later
    return CalledPerson(
        earlier.person_id,
        start,
        end,
        role.role_id,
        role.spot,
        role.cast_id,
        role.cover,
        earlier.named or later.named,
    )


def _in_group(book: Book, person: Person, group: str, call: Call) -> bool:
    if group == "company":
        return True
    if group in ("women", "men"):
        return person.gender == ("F" if group == "women" else "M")
    return rank(book, person.id, call.day) == group


def _role_people(
    book: Book, role_id: str, cast_ids: tuple[str, ...], line: Called, start: int, end: int
) -> Iterator[CalledPerson]:
    wanted = [
        casting
        for casting in book.where(Casting, "role_id", role_id)
        if casting.cast_id in cast_ids
        and (line.covers or casting.cover == 0)
        and (not line.spots or casting.spot in line.spots)
    ]
    order = {cast_id: place for place, cast_id in enumerate(cast_ids)}
    wanted.sort(key=lambda one: (one.cover, order[one.cast_id], one.spot))
    for one in wanted:
        yield CalledPerson(one.person_id, start, end, one.role_id, one.spot, one.cast_id, one.cover)
