"""Cells of the grid to and from a spreadsheet: tabs between columns, a line a row. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name, is_dancer, outside_name
from castapp.services.stagecraft import Wish
from castapp.ui.reading import plain
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.edits import seat_of, wish
from castapp.ui.screens.casting.rows import Row

OPEN_WORDS = ("", "open", "-", "–")


def copied(book: Book, rows: Sequence[Row], columns: Sequence[Column]) -> str:
    """The dancers of these rows and columns; those of a group behind one another."""
    return "\n".join(
        "\t".join(_text(book, row, column) for column in columns)
        for row in rows
        if row.kind != "act"
    )


def pasted(book: Book, text: str, rows: Sequence[Row], columns: Sequence[Column]) -> list[Wish]:
    """What pasted text wishes, its first cell falling on the first of `rows` and `columns`.

    Raises Invalid naming the line and the cell for a name nobody or more than one has, for too
    many names, and for text larger than the grid.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    targets = [row for row in rows if row.kind != "act"]
    if len(lines) > len(targets):
        raise Invalid(f"{len(lines)} lines do not fit into the {len(targets)} rows from here down.")
    by_name = _names(book)
    wishes: list[Wish] = []
    for line_number, (line, row) in enumerate(zip(lines, targets, strict=False), start=1):
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise Invalid(f"Line {line_number} has {len(cells)} cells; {len(columns)} fit here.")
        for cell_number, (cell, column) in enumerate(zip(cells, columns, strict=False), start=1):
            where = f"line {line_number}, cell {cell_number}"
            wishes.extend(_wishes(book, cell, row, column, by_name, where))
    return wishes


def _text(book: Book, row: Row, column: Column) -> str:
    names = []
    for spot in _spots(book, row):
        dancing = seat_of(book, row.role_id, spot, column).dancing
        names.append(inside_name(book, dancing[0]) if dancing else "open")
    return ", ".join(names)


def _spots(book: Book, row: Row) -> list[int]:
    role = book.get(Role, row.role_id)
    return [row.spot] if row.spot else list(range(1, role.spots + 1))


def _wishes(
    book: Book,
    cell: str,
    row: Row,
    column: Column,
    by_name: dict[str, list[str]],
    where: str,
) -> list[Wish]:
    spots = _spots(book, row)
    names = [name.strip() for name in cell.split(",")] if len(spots) > 1 else [cell.strip()]
    if len(names) > len(spots):
        role = book.get(Role, row.role_id)
        raise Invalid(f"{len(names)} names for {role.name}, which has {len(spots)} ({where}).")
    made = []
    for spot, name in zip(spots, names, strict=False):
        person_id = _person(name, by_name, where)
        held = seat_of(book, row.role_id, spot, column).dancing
        if held[:1] != ((person_id,) if person_id else ()):
            made.append(wish(row.role_id, spot, column, person_id))
    return made


def _person(name: str, by_name: dict[str, list[str]], where: str) -> str | None:
    if plain(name) in OPEN_WORDS:
        return None
    found = by_name.get(plain(name), [])
    if not found:
        raise Invalid(f"Nobody here is called “{name}” ({where}); nothing was pasted.")
    if len(found) > 1:
        raise Invalid(f"“{name}” could be {len(found)} people ({where}); write the given name too.")
    return found[0]


def _names(book: Book) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for person in book.all(Person):
        if is_dancer(person):
            own = {person.name, f"{person.given} {person.family}".strip(), person.surname,
                   f"{person.family}, {person.given}", inside_name(book, person.id),
                   outside_name(book, person.id)}  # fmt: skip
            for name in own:
                found.setdefault(plain(name.strip()), []).append(person.id)
    return found
