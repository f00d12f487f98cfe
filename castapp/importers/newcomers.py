"""Names written in a file into people: those known, and newcomers where that is allowed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from castapp.domain.checks import Invalid
from castapp.domain.people import Engagement, Person
from castapp.domain.record import new_id
from castapp.importers.names import Names, split_name
from castapp.importers.reading import Reading
from castapp.importers.table import Stranger
from castapp.importers.words import fold

SEASON_MONTH = 8
ALIKE = 0.88

Written = tuple[int, int | None, str, str]


def known_or_new(
    reading: Reading, written: Sequence[Written], first: date, duty: str = "dancer"
) -> dict[str, Person]:
    """Folded name → person, for names written as (line, column, name, gender or "").

    Nobody of that name: a newcomer, engaged from the season of `first`, where new people are
    asked for; else a complaint that offers the nearest names.
    """
    names = reading.names()
    found: dict[str, Person] = {}
    strange: dict[str, Written] = {}
    for line, column, text, gender in written:
        key = fold(text)
        if key in found or key in strange:
            continue
        try:
            person = names.find(text)
        except Invalid as wrong:
            reading.complaints.add(line, column, wrong)
            continue
        if person is None and not reading.asked.newcomers:
            reading.complaints.add(line, column, Stranger(names.nobody(text)))
        elif person is None:
            strange[key] = (line, column, text, gender)
        else:
            found[key] = person
    return found | _brought_in(reading, names, strange, season_start(first), duty)


def _brought_in(
    reading: Reading, names: Names, strange: dict[str, Written], first: date, duty: str
) -> dict[str, Person]:
    """Newcomers, the longest names first, so that a bare surname finds its bearer."""
    found: dict[str, Person] = {}
    fresh: list[Person] = []
    draft = reading.draft()
    for key, entry in sorted(strange.items(), key=lambda item: -len(item[0].split())):
        person = names.find(entry[2]) or _newcomer(reading, entry, duty)
        if person is None:
            continue
        found[key] = person
        if person in names.people:
            continue
        near = [name for name in names.near(person.name, ALIKE) if name != person.name]
        if near:
            reading.doubt(f"“{person.name}” is spelled almost like {near[0]}; both came in.")
        draft.put(person)
        draft.put(Engagement(new_id(), person.id, first))
        names.add(person)
        fresh.append(person)
    reading.take(draft.edit("New people"))
    _assumed(reading, fresh, first)
    return found


def _assumed(reading: Reading, fresh: list[Person], first: date) -> None:
    """Say what nothing in the file says and was taken for granted."""
    if fresh:
        who = f"{len(fresh)} people are" if len(fresh) > 1 else f"{fresh[0].name} is"
        reading.doubt(f"Nothing says since when {who} engaged; {first.isoformat()} was taken.")
    gendered = [one for one in fresh if one.gender]
    if gendered:
        whose = f"{len(gendered)} people" if len(gendered) > 1 else gendered[0].name
        reading.doubt(f"The gender of {whose} was taken from the roles; look at it in Company.")


def _newcomer(reading: Reading, entry: Written, duty: str) -> Person | None:
    line, column, text, gender = entry
    given, family = split_name(text)
    try:
        return Person(new_id(), given, family, duties=(duty,), gender=gender)
    except Invalid as wrong:
        reading.complaints.add(line, column, wrong)
        return None


def season_start(day: date) -> date:
    """The day a contract is taken to begin when nothing is said: 1 August before."""
    return date(day.year if day.month >= SEASON_MONTH else day.year - 1, SEASON_MONTH, 1)
