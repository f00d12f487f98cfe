"""Cells of the grid to and from a spreadsheet: tabs between columns, a line a row. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.services.castgrid.naming import DancerNames
from castapp.services.stagecraft import Wish
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.edits import cover_wishes, seat_of, wish
from castapp.ui.screens.casting.rows import Row
from castapp.ui.screens.casting.written import read, table, write


def copied(book: Book, rows: Sequence[Row], columns: Sequence[Column]) -> str:
    """The dancers and covers of these rows and columns; those of a group behind one another."""
    return "\n".join(
        "\t".join(_text(book, row, column) for column in columns)
        for row in rows
        if row.role_id and not row.person_id
    )


def pasted(book: Book, text: str, rows: Sequence[Row], columns: Sequence[Column]) -> list[Wish]:
    """What pasted text wishes, its first cell falling on the first of `rows` and `columns`. Where
    no cover is named, the covers there are stay.

    Raises Invalid naming the cell for a name nobody or more than one has, for too many names,
    and for text larger than the grid.
    """
    lines = table(text)
    targets = [row for row in rows if row.role_id and not row.person_id]
    if len(lines) > len(targets):
        raise Invalid(f"{len(lines)} lines do not fit into the {len(targets)} rows from here down.")
    names = DancerNames(book)
    wishes: list[Wish] = []
    for line_number, (cells, row) in enumerate(zip(lines, targets, strict=False), start=1):
        if len(cells) > len(columns):
            raise Invalid(f"Line {line_number} has {len(cells)} cells; {len(columns)} fit here.")
        for cell, column in zip(cells, columns, strict=False):
            wishes.extend(_wishes(book, cell, row, column, names))
    return wishes


def _text(book: Book, row: Row, column: Column) -> str:
    said = []
    for spot in _spots(book, row):
        seat = seat_of(book, row.role_id, spot, column)
        name = inside_name(book, seat.dancing[0]) if seat.dancing else "open"
        said.append(write(name, [inside_name(book, who) for _, who in seat.covers]))
    return ", ".join(said)


def _spots(book: Book, row: Row) -> list[int]:
    role = book.get(Role, row.role_id)
    return [row.spot] if row.spot else list(range(1, role.spots + 1))


def _wishes(book: Book, cell: str, row: Row, column: Column, names: DancerNames) -> list[Wish]:
    spots = _spots(book, row)
    role = book.get(Role, row.role_id)
    spot_name = role.spot_name(row.spot) if row.spot else ""
    where = f"{role.name} {spot_name}".strip() + f", {column.brief}"
    written = read(cell, several=len(spots) > 1)
    if len(written) > len(spots):
        raise Invalid(f"{len(written)} names for {role.name}, which has {len(spots)} ({where}).")
    made: list[Wish] = []
    for spot, one in zip(spots, written, strict=False):
        person_id = names.find(one.name, where)
        held = seat_of(book, row.role_id, spot, column)
        base = wish(row.role_id, spot, column)
        if held.dancing[:1] != ((person_id,) if person_id else ()):
            made.append(replace(base, person_id=person_id))
        if one.covers is not None:
            people = [names.find(cover, f"cover of {where}") for cover in one.covers]
            made += cover_wishes(base, held, dict(enumerate(people, start=1)))
    return made
