"""The two shapes of a casting file, brought into one: who dances which role at which show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from castapp.domain.checks import Invalid
from castapp.importers.cells import NO, YES, clock_of, whole_of
from castapp.importers.reading import Reading
from castapp.importers.table import Row
from castapp.importers.words import field_of, fold, is_blank, is_role_heading

_BETWEEN = re.compile(r"\s*;\s*|\s+[&+/]\s+|(?<=\w)/(?=\w)")


@dataclass(frozen=True, slots=True)
class Show:
    """A performance as a row names it; no day means the row tells of a cast alone."""

    line: int
    day: date | None
    curtain: int | None
    production: str
    venue: str
    cast: str = ""
    conductor: str = ""
    state: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A dancer in a role, as one cell names them. Spot 0: not said; dancer empty: left open."""

    line: int
    column: int | None
    show: Show
    role: str
    dancer: str
    spot: str = ""
    cover: int = 0
    section: str = ""
    role_column: int | None = None


def read_shows(reading: Reading) -> list[tuple[Row, Show]]:
    """The performance of every row whose own cells can be read; complaints tell of the others."""
    shows = []
    for row in reading.table.rows:
        day, clock = reading.moment(row, "date")
        if not reading.cell(row, "date"):
            day, clock = reading.moment(row, "performance")
        curtain = reading.read(row, "time", _curtain, clock)
        production = reading.cell(row, "production")
        show = Show(
            row.line,
            day,
            curtain,
            production,
            reading.cell(row, "venue") or reading.cell(row, "studio"),
            _cast_name(reading.cell(row, "cast")),
            reading.cell(row, "conductor"),
            reading.cell(row, "state"),
            reading.cell(row, "note"),
        )
        if not reading.complaints.spoil(row.line):
            shows.append((row, show))
    return shows


def is_wide(reading: Reading) -> bool:
    """Whether the table has a column per role."""
    return not reading.columns.keys() >= {"role"}


def wide_entries(reading: Reading, shows: list[tuple[Row, Show]]) -> Iterator[Entry]:
    """One column per role: an entry for every cell that is filled."""
    headings = reading.table.headings
    columns = [place for place, heading in enumerate(headings) if is_role_heading(heading)]
    for row, show in shows:
        for column in columns:
            text = row.cells[column] if column < len(row.cells) else ""
            if text and not headings[column]:
                reading.complaints.add(row.line, column, "the column has no heading.")
            elif not is_blank(text):
                yield Entry(
                    row.line, column, show, headings[column], text,
                    role_column=column,
                )  # fmt: skip


def long_entries(reading: Reading, shows: list[tuple[Row, Show]]) -> Iterator[Entry]:
    """One row per dancer: role, spot, dancer, cover; a name under Cover is the cover's."""
    dancer_column = reading.columns.get("dancer", reading.columns.get("name"))
    for row, show in shows:
        role = reading.cell(row, "role")
        if not role:
            reading.missing(row, "role", "the role is missing.")
            continue
        dancer = reading.cell(row, "dancer") or reading.cell(row, "name")
        spot = reading.cell(row, "spot")
        section = reading.cell(row, "section")
        cover, understudy = reading.read(row, "cover", _cover, (0, ""))
        role_column = reading.columns["role"]
        yield Entry(row.line, dancer_column, show, role, dancer, spot, cover, section, role_column)
        if understudy:
            column = reading.columns["cover"]
            yield Entry(row.line, column, show, role, understudy, spot, 1, section, role_column)


def names_in(text: str) -> list[str]:
    """The names in one cell of a role for several: parted by semicolons, strokes, & or commas."""
    parts = _BETWEEN.split(text)
    if len(parts) == 1:
        parts = re.split(r"\s*,\s*", text)
    return [part for part in parts if part]


def several(text: str) -> bool:
    """Whether a cell names more than one dancer, a comma apart (“De Sola, Sasha” is one)."""
    return len(_BETWEEN.split(text)) > 1


def _curtain(text: str) -> int:
    return clock_of(text.rpartition("T")[2] if re.match(r"\d{4}-\d\d-\d\dT", text) else
                    re.sub(r"^\d{4}-\d\d-\d\d ", "", text))  # fmt: skip


def _cover(text: str) -> tuple[int, str]:
    word = fold(text)
    if word.isdigit():
        return whole_of(text, 0, 9, "a place among the covers"), ""
    if word in NO:
        return 0, ""
    if word in YES or field_of(text) == "cover":
        return 1, ""
    found = re.fullmatch(r"(\d)(?:st|nd|rd|th)? cover|cover (\d)", word)
    if found:
        return int(found[1] or found[2]), ""
    if any(letter.isdigit() for letter in word) or word.startswith("-"):
        raise Invalid(f"“{text}” is not a place among the covers (0 to 9).")
    return 0, text


def _cast_name(text: str) -> str:
    found = re.fullmatch(
        r"(\d{1,2})(?:st|nd|rd|th|\.|e|er|ère|ª|º)?(?:\s*(?:cast|besetzung|distribution|reparto))?",
        text.strip(),
        re.IGNORECASE,
    )
    return ordinal(int(found[1])) if found else text


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th … 11th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
