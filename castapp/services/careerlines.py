"""A dancer's career, role by role: the lines that the page, the paper and the file all give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from castapp.domain.book import Book
from castapp.domain.career import Known, danced_parts, is_debut, known_as
from castapp.domain.casting import Performance
from castapp.domain.people import CareerLine, Person
from castapp.domain.repertory import Production, Role
from castapp.domain.roster import company
from castapp.services.known import partner_place


@dataclass(frozen=True, slots=True)
class Line:
    """A role somebody danced at one house, the lines of their record joined.

    `first` and `last` are a day, month or year (ISO), empty if unknown; `partners` by name, most
    often first; `debut` whether the first of these shows was the first anywhere; `here` whether
    it stands on this company's own shows, not on a line of the career record.
    """

    person_id: str
    work: str
    role: str
    where: str
    first: str
    last: str
    times: int
    partners: tuple[str, ...] = ()
    debut: bool = False
    here: bool = False


@dataclass
class _Run:
    """The shows of one dancer in one role, in time order, and with whom.

    Another staging of the ballet has the same role; `role_id` is that of the first show.
    """

    role_id: str
    shows: list[Performance] = field(default_factory=list)
    partners: Counter[str] = field(default_factory=Counter)


def lines_of(
    book: Book,
    people: Iterable[str],
    today: date,
    first: date = date.min,
    last: date = date.max,
) -> dict[str, tuple[Line, ...]]:
    """Person id → all they have danced by today, in billing order, own house first.

    Shows of the days from `first` to `last` count; the career record is given whole.
    """
    wanted = dict.fromkeys(people)
    runs = _runs(book, wanted, today, first, last)
    found: dict[str, tuple[Line, ...]] = {}
    for person_id in wanted:
        placed = list(_here(book, person_id, runs.get(person_id, {})))
        placed += _elsewhere(book, person_id)
        placed.sort(key=lambda each: each[0])
        found[person_id] = tuple(line for _, line in placed)
    return found


_DAY = len("2026-10-15")
_Place = tuple[str, int, str, bool, str]


def _runs(
    book: Book, wanted: dict[str, None], today: date, first: date, last: date
) -> dict[str, dict[Known, _Run]]:
    found: dict[str, dict[Known, _Run]] = {}
    for show in sorted(book.all(Performance), key=lambda one: (one.day, one.curtain, one.id)):
        danced = show.state == "given" or (show.day < today and show.state != "cancelled")
        if not danced or not first <= show.day <= last:
            continue
        holders = list(danced_parts(book, show))
        by_place = {(role_id, spot): who for who, role_id, spot in holders}
        for who, role_id, spot in holders:
            role = book.find(Role, role_id)
            if who not in wanted or role is None:
                continue
            run = found.setdefault(who, {}).setdefault(known_as(book, role_id), _Run(role_id))
            if not run.shows or run.shows[-1] is not show:
                run.shows.append(show)
            mate = book.find(Person, by_place.get(partner_place(book, role, spot) or ("", 0)))
            if mate is not None and mate.id != who:
                run.partners[mate.name] += 1
    return found


def _here(book: Book, person_id: str, runs: dict[Known, _Run]) -> Iterator[tuple[_Place, Line]]:
    where = company(book).name
    for run in runs.values():
        role = book.get(Role, run.role_id)
        work = book.find(Production, role.production_id)
        named = work.work if work else ""
        begun, ended = run.shows[0], run.shows[-1]
        yield (
            (named.casefold(), role.order, role.name.casefold(), False, ""),
            Line(
                person_id,
                named,
                role.name,
                where,
                begun.day.isoformat(),
                ended.day.isoformat(),
                len(run.shows),
                tuple(name for name, _ in run.partners.most_common()),
                is_debut(book, begun, person_id, role.id),
                here=True,
            ),
        )


def _elsewhere(book: Book, person_id: str) -> Iterator[tuple[_Place, Line]]:
    orders = {
        (work.work.casefold(), role.name.casefold()): role.order
        for role in book.all(Role)
        if (work := book.find(Production, role.production_id))
    }
    mine = book.where(CareerLine, "person_id", person_id)
    begun: dict[tuple[str, str], str] = {}
    joined: dict[tuple[str, str, str], list[CareerLine]] = {}
    for line in sorted(mine, key=lambda one: one.when):
        known = (line.work.casefold(), line.role.casefold())
        joined.setdefault((*known, line.where.casefold()), []).append(line)
        begun.setdefault(known, line.when)
    for (ballet, role, _), lines in joined.items():
        last = lines[-1]
        first = lines[0].when if len(lines) > 1 or last.times == 1 else ""
        yield (
            (ballet, orders.get((ballet, role), 999), role, True, last.when),
            Line(
                person_id,
                last.work,
                last.role,
                last.where,
                first if len(lines) > 1 or len(first) == _DAY else "",
                last.when,
                sum(line.times for line in lines),
                tuple(dict.fromkeys(name for line in lines for name in line.partners)),
                len(first) == _DAY and first == begun[ballet, role],
            ),
        )
