"""A pasted table laid on the grid: its heads told from its cells, each line to its row. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.repertory import Role
from castapp.services.castgrid.naming import NOTHING_DONE
from castapp.ui.reading import plain
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.rows import Row


@dataclass(frozen=True, slots=True)
class Laid:
    """A line of a table and the row it is for."""

    row: Row
    cells: tuple[str, ...]


def lay(
    book: Book,
    lines: Sequence[Sequence[str]],
    rows: Sequence[Row],
    columns: Sequence[Column],
    every: Sequence[Row],
) -> list[Laid]:
    """Each line with its row, heads left out. Lines that begin with a role go to that role's row
    among `every`, the others to `rows` from the first on.

    Raises Invalid for a role that is not in the grid and for a table larger than it.
    """
    named = _by_name(book, every)
    if len(lines) > 1 and _is_head(lines[0], columns):
        lines = lines[1:]
    told = [plain(line[0].strip()) for line in lines]
    if named.keys() & set(told) and any(len(line) > 1 for line in lines):
        return _by_role(lines, told, named, columns)
    targets = [row for row in rows if row.role_id and not row.person_id]
    if len(lines) > len(targets):
        words = f"{len(lines)} lines do not fit into the {len(targets)} rows from here down"
        raise Invalid(f"{words}; {NOTHING_DONE}.")
    for number, line in enumerate(lines, start=1):
        _check_width(line, columns, number)
    return [Laid(row, tuple(line)) for row, line in zip(targets, lines, strict=False)]


def _by_role(
    lines: Sequence[Sequence[str]],
    told: Sequence[str],
    named: dict[str, Row],
    columns: Sequence[Column],
) -> list[Laid]:
    made = []
    for number, (line, name) in enumerate(zip(lines, told, strict=True), start=1):
        if not any(cell.strip() for cell in line):
            continue
        if name not in named:
            raise Invalid(f"No role here is called “{line[0].strip()}”; {NOTHING_DONE}.")
        _check_width(line[1:], columns, number)
        made.append(Laid(named[name], tuple(line[1:])))
    return made


def _check_width(line: Sequence[str], columns: Sequence[Column], number: int) -> None:
    if len(line) > len(columns):
        fit = f"{len(columns)} fit{'s' if len(columns) == 1 else ''} here"
        raise Invalid(f"Line {number} has {len(line)} cells; {fit}; {NOTHING_DONE}.")


def _by_name(book: Book, rows: Sequence[Row]) -> dict[str, Row]:
    """The rows by what they are called: a role, a spot of a role, a role with its spot."""
    found: dict[str, Row] = {}
    for row in rows:
        if row.role_id and not row.person_id:
            role = book.get(Role, row.role_id)
            names = [row.label] if not row.spot or role.spots == 1 else []
            if row.spot and role.spots > 1:
                names = [f"{role.name} {row.label}"]
            for name in names:
                found.setdefault(plain(name), row)
    return found


def _is_head(line: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether a line is the days or the casts over a table: each of its cells is one of them."""
    known = {
        plain(words)
        for column in columns
        for words in (column.brief, column.when, *column.lines[:2], f"{column.when[:-6]}")
    }
    cells = [plain(cell.strip()) for cell in line if cell.strip()]
    heads = [cell for cell in cells if cell in known or _is_date(cell)]
    return bool(heads) and len(cells) - len(heads) <= 1


def _is_date(text: str) -> bool:
    """Whether this reads as a day: 16 Oct; Fri 16; 16.10.; 2026-10-16."""
    figures = sum(one.isdigit() for one in text)
    letters = sum(one.isalpha() for one in text)
    return figures >= 1 and letters <= 9 and len(text) <= 20
