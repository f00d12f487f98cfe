"""What the casting grid shows: rows by act, columns, and the cell where they meet."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.repertory import Production, Role
from castapp.services.known import debuts
from castapp.ui.screens.casting.cells import Cell, cell
from castapp.ui.screens.casting.columns import (
    Column,
    cast_columns,
    performance_columns,
    production_nights,
    run_words,
)
from castapp.ui.screens.casting.rows import Row, grid_rows
from castapp.ui.screens.casting.seats import Seats, cast_seats, performance_seats
from castapp.ui.screens.casting.troubles import Found, night_findings

PERFORMANCES, CASTS = "performances", "casts"


@dataclass(frozen=True, slots=True)
class Grid:
    """The whole table. `cells` has a row for each of `rows`, in it one for each of `columns`.

    The cells of an act's head are empty.
    """

    production_id: str
    view: str
    corner: tuple[str, str]
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    cells: tuple[tuple[Cell, ...], ...]


EMPTY = Grid("", PERFORMANCES, ("", ""), (), (), ())
_NOTHING = Cell()


def grid(
    book: Book,
    production_id: str,
    view: str,
    day: date,
    open_roles: Collection[str] = (),
    closed_acts: Collection[str] = (),
) -> Grid:
    """The grid of a production in the season a day lies in; EMPTY if there is no such work."""
    production = book.find(Production, production_id)
    if production is None:
        return EMPTY
    by_cast = view == CASTS
    columns = (cast_columns if by_cast else performance_columns)(book, production_id, day)
    rows = grid_rows(book, production_id, open_roles, closed_acts)
    seats = [column_seats(book, production_id, column) for column in columns]
    firsts = [_firsts(book, production_id, column) for column in columns]
    found = [night_findings(book, column) for column in columns]
    return Grid(
        production_id,
        view,
        (production.short or production.title, _count(book, production_id, day)),
        rows,
        columns,
        tuple(_row_cells(book, row, seats, firsts, found) for row in rows),
    )


def column_seats(book: Book, production_id: str, column: Column) -> Seats:
    """Who holds each spot of a column."""
    if column.performance_id is not None:
        return performance_seats(book, column.performance_id, production_id)
    return cast_seats(book, column.key, production_id)


def heading(book: Book, production_id: str, day: date) -> tuple[str, str]:
    """The title of the screen and the production's colour."""
    production = book.find(Production, production_id)
    if production is None:
        return "Casting", ""
    run = run_words(book, production_id, day)
    name = production.short or production.title
    return (f"{name} · {run}" if run else name), production.colour


def _count(book: Book, production_id: str, day: date) -> str:
    count = len(production_nights(book, production_id, day))
    return f"{count or 'No'} performance{'' if count == 1 else 's'}"


def _firsts(book: Book, production_id: str, column: Column) -> Collection[object]:
    if column.performance_id is None:
        return ()
    return {
        (role_id, spot, person_id)
        for performance_id, role_id, spot, person_id in debuts(book, production_id)
        if performance_id == column.performance_id
    }


def _row_cells(
    book: Book,
    row: Row,
    seats: list[Seats],
    firsts: list[Collection[object]],
    found: list[Found],
) -> tuple[Cell, ...]:
    if row.kind == "act":
        return (_NOTHING,) * len(seats)
    role = book.get(Role, row.role_id)
    return tuple(
        cell(book, row, role, held, first, against)
        for held, first, against in zip(seats, firsts, found, strict=True)
    )
