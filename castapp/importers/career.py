"""Career records: the roles somebody danced elsewhere, as another company's file tells them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from castapp.domain.book import Book
from castapp.domain.career import experience
from castapp.domain.checks import Invalid
from castapp.domain.people import CareerLine, Person
from castapp.domain.record import new_id
from castapp.domain.repertory import Production, Role
from castapp.domain.roster import company
from castapp.importers.cells import day_of
from castapp.importers.names import Names
from castapp.importers.newcomers import Written, known_or_new
from castapp.importers.reading import Reading
from castapp.importers.table import Row
from castapp.importers.words import fold

_PARTIAL = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?")
_MOST = 10_000
Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A row: a role at a house, with its first and last time (ISO: a day, a month or a year)."""

    person: Person
    work: str
    role: str
    where: str
    first: str
    last: str
    times: int
    partner: str

    @property
    def key(self) -> Key:
        """What tells it from other rows: whose, which role, where."""
        return self.person.id, fold(self.work), fold(self.role), fold(self.where)


def read_career(reading: Reading) -> None:
    """Bring in the careers of people the company knows; a row known already stays as it is.

    A row that tells more shows, or a later one, than the file knows takes its place. What was
    danced at this company, and is counted from its own shows, is left out.
    """
    names = reading.names()
    if reading.asked.newcomers:
        _let_in(reading)
        names = reading.names()
    draft = reading.draft()
    known: dict[Key, list[CareerLine]] = {}
    for line in reading.book.all(CareerLine):
        key = (line.person_id, fold(line.work), fold(line.role), fold(line.where))
        known.setdefault(key, []).append(line)
    works = _works(reading.book)
    for row in reading.table.rows:
        told = reading.guarded(row, partial(_told, reading, row, names, works))
        if told is None or _is_own(reading, told):
            continue
        lines = known.get(told.key, [])
        if lines and not _is_news(lines, told):
            continue
        for line in lines:
            draft.drop(line)
        made = reading.guarded(row, partial(_lines, told))
        known[told.key] = [draft.put(line) for line in made or ()]
    reading.complaints.settle()
    reading.take(draft.edit("Import careers"))


def _let_in(reading: Reading) -> None:
    """Bring in the dancers of the table whom nobody here knows."""
    written: list[Written] = []
    for row in reading.table.rows:
        column, text = _name(reading, row)
        if text:
            written.append((row.line, reading.columns.get(column), text, ""))
    known_or_new(reading, written, reading.asked.today)


def _told(reading: Reading, row: Row, names: Names, works: dict[str, str]) -> Told | None:
    """A row read; None if something in it is wrong, which is then written down."""
    person = _person(reading, row, names)
    work, role = reading.cell(row, "production"), reading.cell(row, "role")
    for column, text, what in (("production", work, "ballet"), ("role", role, "role")):
        if not text:
            reading.missing(row, column, f"the {what} is missing.")
    first, last = _when(reading, row, "first_danced"), _when(reading, row, "last_danced")
    first, last = first or last, last or first
    if first and last < first[: len(last)]:
        reading.missing(row, "last_danced", "the last time comes before the first.")
    times = reading.read(row, "times", _times, 1)
    if person is None or reading.complaints.spoil(row.line):
        return None
    where = reading.cell(row, "where") or reading.cell(row, "venue")
    partner = reading.cell(row, "partner")
    return Told(person, works.get(fold(work), work), role, where, first, last, times, partner)


def _person(reading: Reading, row: Row, names: Names) -> Person | None:
    column, text = _name(reading, row)
    if not text:
        reading.missing(row, column, "the name is missing.")
    return reading.read_text(row.line, reading.columns.get(column), text, names.get, None)


def _name(reading: Reading, row: Row) -> tuple[str, str]:
    """The column a name stands in, and the name."""
    if "family" in reading.columns:
        return "family", f"{reading.cell(row, 'given')} {reading.cell(row, 'family')}".strip()
    column = "dancer" if "dancer" in reading.columns else "name"
    return column, reading.cell(row, column)


def _when(reading: Reading, row: Row, column: str) -> str:
    def time(text: str) -> str:
        found = _PARTIAL.fullmatch(text)
        return text if found else day_of(text, reading.month_first).isoformat()

    return reading.read(row, column, time, "")


def _times(text: str) -> int:
    if not text.isdecimal() or int(text) > _MOST:
        raise Invalid(f"“{text}” is not a number of shows.")
    return int(text)


def _lines(told: Told) -> list[CareerLine]:
    """The first time and the others, so that both days are kept; one line if there is but one."""
    words = (told.person.id, told.work, told.role, told.where)
    if told.first == told.last or told.times < 2:
        return [CareerLine(new_id(), *words, told.last, told.partner, told.times)]
    return [
        CareerLine(new_id(), *words, told.first, told.partner, 1),
        CareerLine(new_id(), *words, told.last, told.partner, told.times - 1),
    ]


def _is_news(lines: list[CareerLine], told: Told) -> bool:
    return told.times > sum(line.times for line in lines) or told.last > max(
        line.when for line in lines
    )


def _is_own(reading: Reading, told: Told) -> bool:
    """Whether it was danced here and the shows it counts are in this file."""
    house = company(reading.book)
    if fold(told.where) != fold(house.name):
        return False
    here = any(
        experience(reading.book, told.person.id, role.id, reading.asked.today).here
        for role in reading.book.all(Role)
        if fold(role.name) == fold(told.role)
        and fold(reading.book.get(Production, role.production_id).work) == fold(told.work)
    )
    if here:
        reading.doubt(f"What was danced at {house.name} is counted from its own shows.")
    return here


def _works(book: Book) -> dict[str, str]:
    """A ballet's titles, folded → the work they are of."""
    return {
        fold(title): one.work
        for one in book.all(Production)
        for title in (one.work, one.title, one.short)
        if title
    }
