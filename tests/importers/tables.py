"""Files for the importers’ tests: the casting of a real run, and small tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.programme import parts
from castapp.domain.repertory import Role
from castapp.importers.files import Brought, bring, read_content
from castapp.importers.reading import Asked
from castapp.services.company import found_company
from castapp.services.intake import stage

TODAY = date(2026, 10, 12)
VENUE = "Teatro Real, Madrid"
HEADINGS = ["Date", "Time", "Production", "Venue", "Odette/Odile", "Prince Siegfried"]
PAIRS = (
    ("Sasha De Sola", "Aaron Robison"),
    ("Wona Park", "Wei Wang"),
    ("Nikisha Fogo", "Max Cauthorn"),
    ("Jasmine Jimison", "Harrison James"),
)
NIGHTS = (
    ("2024-10-15", "19:30", 0),
    ("2024-10-16", "19:30", 1),
    ("2024-10-17", "19:30", 2),
    ("2024-10-18", "19:30", 3),
    ("2024-10-19", "17:00", 0),
    ("2024-10-19", "21:00", 1),
    ("2024-10-21", "19:30", 2),
    ("2024-10-22", "19:30", 3),
)
# A calendar of another program: a rehearsal in UTC, a whole day, a weekly talk.
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//
BEGIN:VEVENT
UID:one@elsewhere
DTSTART:20261020T083000Z
DTEND:20261020T094500Z
SUMMARY:The Lake rehearsal
LOCATION:Studio 2
DESCRIPTION:bring shoes
END:VEVENT
BEGIN:VEVENT
UID:two@elsewhere
DTSTART;VALUE=DATE:20261021
SUMMARY:Holiday
END:VEVENT
BEGIN:VEVENT
UID:three@elsewhere
DTSTART:20261022T090000
DURATION:PT45M
RRULE:FREQ=WEEKLY
SUMMARY:Board talk
END:VEVENT
END:VCALENDAR
"""
Cells = list[list[str]]


def madrid() -> Cells:
    """San Francisco Ballet's Swan Lake at the Teatro Real, October 2024, as announced."""
    rows = [[day, time, "Swan Lake", VENUE, *PAIRS[pair]] for day, time, pair in NIGHTS]
    return [list(HEADINGS), *rows]


def written(rows: Sequence[Sequence[str]], separator: str = ",", encoding: str = "utf-8") -> bytes:
    """Rows as a CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode(encoding)


def changed(line: int, column: int, text: str) -> bytes:
    """The Madrid file with one cell changed; lines count from 1, columns from 0."""
    rows = madrid()
    rows[line - 1][column] = text
    return written(rows)


def new_book() -> Book:
    """A company just founded."""
    return Book.of(()).apply(found_company("San Francisco", "Europe/London"))


def brought(
    book: Book,
    content: bytes | str,
    kind: str = "auto",
    *,
    newcomers: bool = False,
    source: str = "table.csv",
) -> Brought:
    """What a file brings to a book."""
    data = content.encode() if isinstance(content, str) else content
    tables, _ = read_content(data, source, book)
    return bring(book, tables, kind, ASKED[newcomers])


ASKED = {allowed: Asked(TODAY, stage, allowed) for allowed in (False, True)}


def danced(book: Book) -> list[tuple[str, int, str, str]]:
    """Day, curtain, role and dancer of every part that is danced, in order."""
    return sorted(
        (
            show.day.isoformat(),
            show.curtain,
            book.get(Role, part.role_id).name,
            book.get(Person, part.person_id).name,
        )
        for show in book.all(Performance)
        for part in parts(book, show)
        if part.person_id and part.cover == 0
    )


def expected(prince: str = "Prince Siegfried") -> list[tuple[str, int, str, str]]:
    """The sixteen parts of Madrid."""
    return sorted(
        (day, int(time[:2]) * 60 + int(time[3:]), role, dancer)
        for day, time, pair in NIGHTS
        for role, dancer in zip(("Odette/Odile", prince), PAIRS[pair], strict=True)
    )
