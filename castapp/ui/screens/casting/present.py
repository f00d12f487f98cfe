"""What the casting grid shows: rows by act, columns, and the cell where they meet."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from castapp.domain.availability import Absence, Participation
from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Performance
from castapp.domain.company import Company, Studio
from castapp.domain.nights import kept
from castapp.domain.people import Engagement, Person
from castapp.domain.repertory import Production, Role, Section
from castapp.services.castgrid.firsts import firsts
from castapp.services.castgrid.stagemap import map_letters
from castapp.ui.screens.casting import by_dancer, by_role
from castapp.ui.screens.casting.cells import Cell, cell
from castapp.ui.screens.casting.columns import (
    Column,
    cast_columns,
    performance_columns,
    production_nights,
    run_words,
    span_words,
    usual_stage,
)
from castapp.ui.screens.casting.holding import Holds, night_holds
from castapp.ui.screens.casting.rows import Row, grid_rows
from castapp.ui.screens.casting.runs import Run, in_run
from castapp.ui.screens.casting.seats import Seats, cast_seats, performance_seats
from castapp.ui.screens.casting.troubles import NOTHING, Found, night_findings

PERFORMANCES, CASTS, DANCERS, ROLES, STAGE = "performances", "casts", "dancers", "roles", "stage"
VIEWS = (PERFORMANCES, CASTS, DANCERS, ROLES, STAGE)
MAPPED = 6
"""A corps of so many spots or more is told by the letter of its map."""


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


@dataclass(frozen=True, slots=True)
class _Nights:
    """What is known of each column, in the order of the columns."""

    seats: list[Seats]
    firsts: list[Collection[object]]
    found: list[Found]
    holds: list[Holds]


_CELLS = (Absence, Company, Engagement, Participation, Person, Production, Role, Section)
EMPTY = Grid("", PERFORMANCES, ("", ""), (), (), ())
_BLANK = Cell()


def grid(
    book: Book,
    production_id: str,
    view: str,
    day: date,
    open_roles: Collection[str] = (),
    closed_acts: Collection[str] = (),
    *,
    judged: bool = True,
    run: Run | None = None,
) -> Grid:
    """The grid of a production in the season a day lies in, or in one run of it; EMPTY if there
    is no such work.

    Without being `judged` it says nothing of debuts and of what stands against anybody.
    """
    production = book.find(Production, production_id)
    if production is None:
        return EMPTY
    by_cast = view == CASTS
    columns = in_run((cast_columns if by_cast else performance_columns)(book, production_id, day),
                     run)  # fmt: skip
    nights = _nights(book, production_id, view, columns, judged=judged)
    if view == DANCERS and columns:
        columns = (*columns, *by_dancer.TOTALS)
    rows = _rows(book, production_id, view, day, nights.holds, open_roles, closed_acts)
    return Grid(
        production_id,
        view,
        (production.short or production.title, _count(book, production_id, day, run)),
        rows,
        columns,
        tuple(_row_cells(book, row, columns, nights) for row in rows),
    )


def column_seats(book: Book, production_id: str, column: Column) -> Seats:
    """Who holds each spot of a column."""
    if column.performance_id is not None:
        return performance_seats(book, column.performance_id, production_id)
    return cast_seats(book, column.key, production_id)


def heading(book: Book, production_id: str, day: date, run: Run | None = None) -> tuple[str, str]:
    """The title of the screen and the production's colour."""
    production = book.find(Production, production_id)
    if production is None:
        return "Casting", ""
    days = span_words(*run) if run else run_words(book, production_id, day)
    name = production.short or production.title
    return (f"{name} · {days}" if days else name), production.colour


def brief_heading(book: Book, production_id: str, day: date, run: Run | None = None) -> str:
    """The same where there is little room: Giselle · 24 Sep – 3 Nov 2026."""
    production = book.find(Production, production_id)
    nights = _nights_of(book, production_id, day, run)
    if production is None or not nights:
        return heading(book, production_id, day)[0]
    first, last = nights[0][0].day, nights[-1][0].day
    start = "" if first == last else f"{first.day} {first:%b} – "
    if (first.year, first.month) == (last.year, last.month) and first != last:
        start = f"{first.day}–"
    return f"{production.short or production.title} · {start}{last.day} {last:%b %Y}"


def _nights_of(
    book: Book, production_id: str, day: date, run: Run | None
) -> list[tuple[Performance, BillItem]]:
    nights = production_nights(book, production_id, day)
    return [one for one in nights if run is None or run[0] <= one[0].day <= run[1]]


def _rows(
    book: Book,
    production_id: str,
    view: str,
    day: date,
    holds: list[Holds],
    open_roles: Collection[str],
    closed_acts: Collection[str],
) -> tuple[Row, ...]:
    if view == DANCERS and not holds:
        return ()
    if view == DANCERS:
        return by_dancer.dancer_rows(book, day, holds, closed_acts)
    if view == ROLES:
        return by_role.role_rows(book, production_id, day, holds, open_roles, closed_acts)
    return grid_rows(book, production_id, open_roles, closed_acts)


def _nights(
    book: Book, production_id: str, view: str, columns: tuple[Column, ...], *, judged: bool
) -> _Nights:
    seats = [column_seats(book, production_id, column) for column in columns]
    by_person = view in (DANCERS, ROLES)
    return _Nights(
        seats,
        [column_firsts(book, production_id, column) if judged else () for column in columns],
        [night_findings(book, column) if judged else NOTHING for column in columns],
        [
            night_holds(book, production_id, column, held)
            for column, held in zip(columns, seats, strict=True)
            if by_person
        ],
    )


def _count(book: Book, production_id: str, day: date, run: Run | None) -> str:
    nights = _nights_of(book, production_id, day, run)
    stage = book.find(Studio, usual_stage(nights)) if nights else None
    count = f"{len(nights) or 'No'} performance{'' if len(nights) == 1 else 's'}"
    return f"{count}, {stage.name}" if stage else count


def column_firsts(book: Book, production_id: str, column: Column) -> Collection[object]:
    """The first times of a night as (role, spot, person); a cast has none."""
    if column.performance_id is None:
        return ()
    return firsts(book, production_id).get(column.performance_id, ())


def _row_cells(
    book: Book, row: Row, columns: tuple[Column, ...], nights: _Nights
) -> tuple[Cell, ...]:
    if row.kind == "act":
        return (_BLANK,) * len(columns)
    if row.person_id and not row.role_id:
        return by_dancer.dancer_cells(book, row, nights.holds, nights.firsts, nights.found)
    if row.person_id:
        return tuple(
            by_role.person_cell(book, row, held.get(row.person_id, []), first, against)
            for held, first, against in zip(nights.holds, nights.firsts, nights.found, strict=True)
        )
    role = book.get(Role, row.role_id)
    letters = _letters(book, role, row)
    return tuple(
        _role_cell(book, row, role, column, told, letters.get(column.cast_id or "", ""))
        for column, told in zip(
            columns, zip(nights.seats, nights.firsts, nights.found, strict=True), strict=True
        )
    )


def _role_cell(
    book: Book,
    row: Row,
    role: Role,
    column: Column,
    told: tuple[Seats, Collection[object], Found],
    letter: str,
) -> Cell:
    """A cell, made anew only where its night is cast anew or something else is told of it."""
    known = book.cache("casting_cells", *_CELLS)
    key = (column.key, role.id, row.spot, letter)
    return kept(known, key, told, lambda: cell(book, row, role, *told, letter))


def _letters(book: Book, role: Role, row: Row) -> Mapping[str, str]:
    mapped = role.kind == "corps" and role.spots >= MAPPED and not row.spot
    return map_letters(book, role) if mapped else {}
