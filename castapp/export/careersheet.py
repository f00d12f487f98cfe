"""A dancer's career record: every role with house, first, last, how often and with whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.domain.roster import company, rank
from castapp.export.callboard import Footer, Masthead, plain
from castapp.export.manner import MONTHS, Manner

BETWEEN = "; "
NOTE = "Debut: the first time in the role anywhere, as this record has it."


@dataclass(frozen=True, slots=True)
class CareerRow:
    """A role somebody danced at one house.

    `first` and `last` are a day, month or year (ISO), empty if unknown; `debut` whether the first
    time was a debut; `partners` by name, most often first.
    """

    work: str
    role: str
    where: str
    first: str
    last: str
    times: int
    partners: tuple[str, ...] = ()
    debut: bool = False


@dataclass(frozen=True, slots=True)
class Career:
    """One dancer's rows, ballet by ballet."""

    person_id: str
    rows: tuple[CareerRow, ...]


@dataclass(frozen=True, slots=True)
class CareerPart:
    """A ballet and the roles danced in it."""

    work: str
    rows: tuple[CareerRow, ...]


@dataclass(frozen=True, slots=True)
class CareerSheet:
    """Everything on a career record; `totals` are a number and what it counts."""

    masthead: Masthead
    totals: tuple[tuple[str, str], ...]
    parts: tuple[CareerPart, ...]
    footer: Footer


def gathered(rows: Iterable[CareerRow]) -> tuple[CareerRow, ...]:
    """The rows with one for each role at each house, in the order they first come.

    A line of a record may name several partners, with BETWEEN between them.
    """
    found: dict[tuple[str, str, str], CareerRow] = {}
    for row in rows:
        key = (row.work.casefold(), row.role.casefold(), row.where.casefold())
        known = found.get(key)
        names = (name for several in row.partners for name in several.split(BETWEEN))
        one = replace(row, first=row.first or row.last, partners=tuple(dict.fromkeys(names)))
        found[key] = _together(known, one) if known else one
    return tuple(found.values())


def career_sheet(book: Book, career: Career, day: date, paper: str) -> CareerSheet:
    """The record of one dancer as of a day."""
    manner = Manner(paper)
    who = book.get(Person, career.person_id)
    parts: dict[str, list[CareerRow]] = {}
    for row in career.rows:
        parts.setdefault(row.work, []).append(row)
    house = company(book).name
    times = sum(row.times for row in career.rows)
    roles = {(row.work.casefold(), row.role.casefold()) for row in career.rows}
    began = min((row.first for row in career.rows if row.first), default="")
    totals = [
        _counted(len(parts), "ballet"),
        _counted(len(roles), "role"),
        _counted(times, "show danced", "shows danced"),
        _counted(sum(row.debut for row in career.rows), "debut"),
    ]
    if began:
        totals.append((began[:4], "the first year"))
    held = rank(book, who.id, day)
    return CareerSheet(
        Masthead(
            house,
            "CAREER RECORD",
            "",
            who.name,
            right=(plain(held), plain(f"as of {manner.long_day(day)}")),
            boxed=False,
        ),
        tuple(totals),
        tuple(CareerPart(work, tuple(rows)) for work, rows in parts.items()),
        Footer(NOTE, f"{who.name}, career record"),
    )


def when_words(iso: str, manner: Manner) -> str:
    """A stored day, month or year as it is read: 14 Oct 2026, Oct 2026, 2026."""
    year, *rest = iso.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1][:3]
    if len(rest) == 1:
        return f"{month} {year}"
    day = int(rest[1])
    return f"{month} {day}, {year}" if manner.american else f"{day} {month} {year}"


def _together(one: CareerRow, other: CareerRow) -> CareerRow:
    told = [day for day in (one.first, other.first) if day]
    return replace(
        one,
        first=min(told, default=""),
        last=max(one.last, other.last),
        times=one.times + other.times,
        partners=tuple(dict.fromkeys((*one.partners, *other.partners))),
        debut=one.debut or other.debut,
    )


def _counted(count: int, one: str, many: str = "") -> tuple[str, str]:
    return str(count), one if count == 1 else many or f"{one}s"
