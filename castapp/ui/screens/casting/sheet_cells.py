"""Cells of the grid to and from a spreadsheet: tabs between columns, a line a row. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.services.castgrid.naming import NOTHING_DONE, DancerNames
from castapp.services.stagecraft import Wish
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.edits import cover_wishes, seat_of, wish
from castapp.ui.screens.casting.pasted_table import lay
from castapp.ui.screens.casting.rows import Row
from castapp.ui.screens.casting.written import read, table, write

SHOWN = 4
"""So many wrong names are told of; more are counted."""


def copied(book: Book, rows: Sequence[Row], columns: Sequence[Column]) -> str:
    """The dancers and covers of these rows and columns; those of a group behind one another."""
    return "\n".join(
        "\t".join(_text(book, row, column) for column in columns)
        for row in rows
        if row.role_id and not row.person_id
    )


def pasted(
    book: Book,
    text: str,
    rows: Sequence[Row],
    columns: Sequence[Column],
    every: Sequence[Row] = (),
) -> list[Wish]:
    """What pasted text wishes, its first cell falling on the first of `rows` and `columns`; lines
    that begin with a role's name fall on its row among `every`. Where no cover is named, the
    covers there are stay.

    Raises Invalid naming every cell with a name nobody or more than one has, or with too many
    names; and for text larger than the grid.
    """
    names = DancerNames(book)
    wishes: list[Wish] = []
    wrong: dict[str, None] = {}
    for laid in lay(book, table(text), rows, columns, every or rows):
        for cell, column in zip(laid.cells, columns, strict=False):
            try:
                wishes.extend(_wishes(book, cell, laid.row, column, names))
            except Invalid as refused:
                wrong[_reason(refused)] = None
    if wrong:
        more = f" and {len(wrong) - SHOWN} more" if len(wrong) > SHOWN else ""
        raise Invalid(f"{'. '.join(list(wrong)[:SHOWN])}{more}; {NOTHING_DONE}.")
    return wishes


def _reason(refused: Invalid) -> str:
    """What is wrong with a cell, without what that means for the paste."""
    return str(refused).removesuffix(".").removesuffix(f"; {NOTHING_DONE}")


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
