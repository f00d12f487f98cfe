"""What the spot map shows: who stands where, who could stand in. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.programme import roles
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.services.castgrid.stagemap import map_letters, places
from castapp.ui.screens.casting.cells import Cell, cell
from castapp.ui.screens.casting.columns import Column, cast_columns, performance_columns
from castapp.ui.screens.casting.present import column_firsts, column_seats
from castapp.ui.screens.casting.rows import Row, spot_label
from castapp.ui.screens.casting.seats import Seat, Seats
from castapp.ui.screens.casting.troubles import night_findings


@dataclass(frozen=True, slots=True)
class Stand:
    """A spot on the stage (percent across from the left of the house, percent up stage) and what
    its cell says.
    """

    spot: int
    number: str
    across: float
    depth: float
    person_id: str | None
    cell: Cell


@dataclass(frozen=True, slots=True)
class Alternate:
    """Somebody who covers spots of the role, and which."""

    person_id: str
    name: str
    covers: str


@dataclass(frozen=True, slots=True)
class StageFacts:
    """The map of a role in a column. `drawn` is set where the places were moved by hand."""

    role: Role
    column: Column
    stands: tuple[Stand, ...]
    alternates: tuple[Alternate, ...]
    drawn: bool


def mapped_roles(book: Book, production_id: str) -> list[Role]:
    """The roles that have several places, in billing order."""
    return [role for role in roles(book, production_id) if role.spots > 1]


def maps(book: Book, production_id: str, role: Role, day: date) -> list[tuple[str, str]]:
    """What the map can be of, by key: each cast with the letter of its map, each performance."""
    letters = map_letters(book, role)
    made = []
    for column in cast_columns(book, production_id, day):
        letter = letters.get(column.key)
        named = f"Map {letter} · " if letter else ""
        made.append((column.key, f"{named}{column.lines[0]}"))
    nights = performance_columns(book, production_id, day)
    return [*made, *((column.key, f"Only {column.when}") for column in nights)]


def column_of(book: Book, production_id: str, day: date, key: str) -> Column | None:
    """The cast or performance of a key; None if there is none such."""
    columns = (
        *cast_columns(book, production_id, day), *performance_columns(book, production_id, day)
    )  # fmt: skip
    return next((one for one in columns if one.key == key), None)


def stage_facts(book: Book, role: Role, column: Column) -> StageFacts:
    """The map of a role in a column."""
    seats = column_seats(book, role.production_id, column)
    firsts = column_firsts(book, role.production_id, column)
    found = night_findings(book, column)
    stands = []
    for spot, place in enumerate(places(role), start=1):
        row = Row("spot", f"{role.id}|{spot}", spot_label(role, spot), role_id=role.id, spot=spot)
        held = seats.get((role.id, spot))
        stands.append(
            Stand(
                spot,
                role.spot_name(spot) or str(spot),
                place.across,
                place.depth,
                held.dancing[0] if held and held.dancing else None,
                cell(book, row, role, seats, firsts, found),
            )
        )
    return StageFacts(
        role, column, tuple(stands), _alternates(book, role, seats), bool(role.places)
    )


def beside(stands: Sequence[Stand], spot: int, right: int, back: int) -> int:
    """The spot nearest to another in a direction (1 right, 1 up stage); itself if none is."""
    here = next(one for one in stands if one.spot == spot)

    def cost(one: Stand) -> tuple[float, int] | None:
        along = (one.across - here.across) * right + (one.depth - here.depth) * back
        aside = abs((one.depth - here.depth) * right) + abs((one.across - here.across) * back)
        return (along + 2 * aside, one.spot) if along > 1 else None

    costs = [(price, one.spot) for one in stands if (price := cost(one)) is not None]
    return min(costs)[1] if costs else spot


def _alternates(book: Book, role: Role, seats: Seats) -> tuple[Alternate, ...]:
    spots: dict[str, list[int]] = {}
    for spot in range(1, role.spots + 1):
        for _, who in (seats.get((role.id, spot)) or Seat(role.id, spot)).covers:
            spots.setdefault(who, []).append(spot)
    return tuple(
        Alternate(who, inside_name(book, who), _covers(role, covered))
        for who, covered in sorted(spots.items(), key=lambda one: (one[1][0], one[0]))
    )


def _covers(role: Role, spots: Sequence[int]) -> str:
    if len(spots) == role.spots:
        return "covers all"
    names = [role.spot_name(spot) for spot in spots]
    if len(names) > 4:
        return f"covers {len(names)} of {role.spots}"
    return f"covers {', '.join(names)}"
