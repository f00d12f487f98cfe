"""A list of people: names, ranks, contracts and how to reach them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from castapp.domain.checks import Invalid, check_text
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.draft import Draft
from castapp.domain.people import DUTIES, Engagement, Person
from castapp.domain.record import new_id
from castapp.importers.cells import yes
from castapp.importers.names import Names, split_name
from castapp.importers.newcomers import season_start
from castapp.importers.reading import Reading
from castapp.importers.table import Row
from castapp.importers.words import fold

WOMEN = frozenset("f w female woman women weiblich frau femme femenino mujer dame".split())
MEN = frozenset("m h male man men mannlich mann homme masculin masculino hombre herr".split())
OPEN = frozenset("x d n diverse divers nonbinary open".split())
DUTY_WORDS = {
    **{fold(duty): duty for duty in DUTIES},
    "tanzer": "dancer",
    "tanzerin": "dancer",
    "danseur": "dancer",
    "danseuse": "dancer",
    "bailarin": "dancer",
    "bailarina": "dancer",
    "ballet mistress": "ballet master",
    "ballettmeister": "ballet master",
    "ballettmeisterin": "ballet master",
    "maitre de ballet": "ballet master",
    "rehearsal director": "répétiteur",
    "lehrer": "teacher",
    "professeur": "teacher",
    "profesor": "teacher",
    "profesora": "teacher",
    "korrepetitor": "pianist",
    "pianiste": "pianist",
    "pianista": "pianist",
    "dirigent": "conductor",
    "chef d orchestre": "conductor",
    "physiotherapist": "physio",
    "inspizient": "stage manager",
    "regidor": "stage manager",
    "artistic director": "director",
    "direktor": "director",
    "directeur": "director",
}
_RANK_PADDING = frozenset("dancer dancers de ballet of the".split())


@dataclass(slots=True)
class _Ladder:
    """The company's ranks, growing with those a file names."""

    ranks: list[str]

    def rank(self, text: str) -> str:
        """The rank meant, as the company writes it; a new one goes to the end."""
        check_text(text, "The rank")
        for same in (fold, _bare_rank):
            for rank in self.ranks:
                if same(rank) == same(text):
                    return rank
        self.ranks.append(text)
        return text


def read_people(reading: Reading) -> None:
    """Bring in a table of people; somebody known by full name is brought up to date."""
    company = reading.book.find(Company, COMPANY_ID)
    ladder = _Ladder(list(company.ranks) if company else [])
    work = _Work(reading, reading.draft(), reading.names(), ladder)
    for row in reading.table.rows:
        try:
            work.put(row)
        except Invalid as wrong:
            reading.complaints.add(row.line, None, wrong)
    work.coach()
    work.tell()
    reading.complaints.settle()
    if company and tuple(ladder.ranks) != company.ranks:
        fresh = ", ".join(ladder.ranks[len(company.ranks) :])
        work.draft.set(company, ranks=tuple(ladder.ranks))
        reading.doubt(f"New at the end of the ranks: {fresh}. Settings puts them in order.")
    reading.take(work.draft.edit("Import people"))


@dataclass(slots=True)
class _Work:
    """The people of one table, put into a draft row by row."""

    reading: Reading
    draft: Draft
    names: Names
    ladder: _Ladder
    lines: dict[str, int] = field(default_factory=dict)
    people: list[tuple[Row, Person]] = field(default_factory=list)
    undated: list[tuple[str, date]] = field(default_factory=list)

    def put(self, row: Row) -> None:
        """One row. Raises Invalid when the records refuse it."""
        given, family, stage_name = self._written(row)
        known = self.names.exactly(f"{given} {family}".strip() or stage_name)
        base = known or Person(new_id(), given, family, stage_name)
        if fold(base.name) in self.lines:
            first = self.lines[fold(base.name)]
            raise Invalid(f"{base.name} stands in line {first} already.")
        fields = {name: value for name, value in self._fields(row).items() if value is not None}
        person = self.draft.put(replace(base, **fields))
        self.lines[fold(person.name)] = row.line
        self.people.append((row, person))
        if known is None:
            self.names.add(person)
        self._engage(row, person)

    def coach(self) -> None:
        """Coaches named in the table, who may stand anywhere in it."""
        column = self.reading.columns.get("coach")
        for row, person in self.people:
            text = self.reading.cell(row, "coach")
            coach = self.reading.read_text(row.line, column, text, self._get, None)
            if coach is not None and coach.id == person.id:
                self.reading.complaints.add(row.line, column, "nobody is their own coach.")
            elif coach is not None:
                self.draft.set(person, coach_id=coach.id)

    def tell(self) -> None:
        """Say which contracts were taken to begin when nothing said so."""
        days = ", ".join(sorted({day.isoformat() for _, day in self.undated}))
        if self.undated:
            name, count = self.undated[0][0], len(self.undated)
            who = f"{count} people are" if count > 1 else f"{name} is"
            self.reading.doubt(f"Nothing says since when {who} engaged; {days} was taken.")

    def _get(self, text: str) -> Person | None:
        return self.names.get(text)

    def _written(self, row: Row) -> tuple[str, str, str]:
        cell = self.reading.cell
        given, family = cell(row, "given"), cell(row, "family")
        name = cell(row, "name") or cell(row, "dancer")
        if name and not given and not family:
            given, family = split_name(name)
        elif name and not family:
            family = name
        elif name and not given:
            given = name
        return given, family, cell(row, "stage_name")

    def _fields(self, row: Row) -> dict[str, Any]:
        reading = self.reading
        return {
            "stage_name": reading.cell(row, "stage_name") or None,
            "email": reading.cell(row, "email") or None,
            "phone": reading.cell(row, "phone") or None,
            "gender": reading.read(row, "gender", gender_of, None),
            "height_cm": reading.read(row, "height", height_of, None),
            "born": reading.day(row, "born"),
            "duties": reading.read(row, "duties", duties_of, None),
        }

    def _engage(self, row: Row, person: Person) -> None:
        reading = self.reading
        rank = reading.cell(row, "rank")
        dances = "dancer" in person.duties
        title = reading.cell(row, "production") or reading.cell(row, "duties")
        said: dict[str, Any] = {
            "first": reading.day(row, "from"),
            "last": reading.day(row, "to"),
            "rank": self.ladder.rank(rank) if rank and dances else None,
            "title": None if dances else rank or title or None,
            "guest": reading.read(row, "guest", yes, None),
        }
        fields = {name: value for name, value in said.items() if value is not None}
        contracts = reading.book.where(Engagement, "person_id", person.id)
        if contracts:
            self.draft.set(max(contracts, key=lambda one: one.first), **fields)
        else:
            first = season_start(min(reading.asked.today, fields.get("last") or date.max))
            if "first" not in fields:
                self.undated.append((person.name, first))
            self.draft.put(Engagement(new_id(), person.id, **{"first": first, **fields}))


def gender_of(text: str) -> str:
    """F, M, or nothing for people cast either way. Raises Invalid for other words."""
    word = fold(text)
    for words, letter in ((WOMEN, "F"), (MEN, "M"), (OPEN, "")):
        if word in words:
            return letter
    raise Invalid(f"“{text}” is not understood; write F, M or X.")


def height_of(text: str) -> int:
    """A height in centimetres, from 168, 168 cm or 1.68 m."""
    found = re.fullmatch(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*(?:c?m)?", text.strip())
    metres = bool(found and found[2] and len(found[1]) == 1)
    height = 0
    if found:
        height = int(found[1]) * 100 + int(found[2].ljust(2, "0")) if metres else int(found[1])
    if not 90 <= height <= 230:
        raise Invalid(f"“{text}” is not a height; write it in centimetres (90 to 230).")
    return height


def duties_of(text: str) -> tuple[str, ...]:
    """What somebody does, from words parted by commas, semicolons, strokes or “and”."""
    found = []
    for part in re.split(r"\s*(?:[,;/&+]|\band\b|\bund\b|\bet\b|\by\b)\s*", text):
        duty = DUTY_WORDS.get(fold(part))
        if duty is None:
            raise Invalid(f"“{part}” is not known; it is one of {', '.join(DUTIES)}.")
        found.append(duty)
    return tuple(dict.fromkeys(found))


def _bare_rank(text: str) -> str:
    words = (word for word in fold(text).split() if word not in _RANK_PADDING)
    return " ".join(word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words)
