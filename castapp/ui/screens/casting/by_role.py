"""The grid by role: a role opens into everybody who dances, covers or knows it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.domain.roster import by_rank, inside_name
from castapp.services.readiness import readiness
from castapp.ui.screens.casting.by_dancer import night_cell
from castapp.ui.screens.casting.cells import Cell
from castapp.ui.screens.casting.holding import Hold, Holds
from castapp.ui.screens.casting.rows import Row, grid_rows
from castapp.ui.screens.casting.troubles import Found


def role_rows(
    book: Book,
    production_id: str,
    day: date,
    nights: Sequence[Holds],
    opened: Collection[str],
    closed_acts: Collection[str] = (),
) -> tuple[Row, ...]:
    """The roles by act; under an opened one its people by rank."""
    made: list[Row] = []
    for row in grid_rows(book, production_id, (), closed_acts):
        if row.kind != "role":
            made.append(row)
            continue
        is_open = row.role_id in opened
        made.append(replace(row, opens=True, is_open=is_open))
        if is_open:
            made += _people(book, book.get(Role, row.role_id), day, nights)
    return tuple(made)


def person_cell(
    book: Book, row: Row, holds: Sequence[Hold], firsts: Collection[object], found: Found
) -> Cell:
    """What somebody has of a role on a night; in grey what else they dance."""
    mine = [one for one in holds if one.role.id == row.role_id]
    others = [one for one in holds if one.role.id != row.role_id and one.cover == 0]
    elsewhere = f"in {others[0].role_words}" if others else ""
    if not mine:
        name = inside_name(book, row.person_id)
        said = f"{name} dances {others[0].label} that night" if others else f"{name}: nothing"
        return Cell(cover=elsewhere, spoken=said)
    made = night_cell(book, row.person_id, mine, firsts, found)
    dances = [one for one in mine if one.cover == 0]
    covers = [one for one in mine if one.cover]
    name = _danced(dances[0]) if dances else ""
    return replace(
        made,
        name=name,
        more=f"+{len(dances) - 1}" if len(dances) > 1 else "",
        cover=_covered(covers) if covers else elsewhere,
    )


def _people(book: Book, role: Role, day: date, nights: Sequence[Holds]) -> list[Row]:
    known = {one.person_id: one for one in readiness(book, role.id, day)}
    holding = {
        who
        for night in nights
        for who, holds in night.items()
        if any(one.role.id == role.id for one in holds)
    }
    people = (one for who in known.keys() | holding if (one := book.find(Person, who)))
    made = []
    for person in by_rank(book, people, day):
        shows = sum(_dances(night.get(person.id, []), role) for night in nights)
        state = known[person.id].state if person.id in known else ""
        count = f"{shows} show{'' if shows == 1 else 's'}" if shows else ""
        detail = " · ".join(part for part in (count, state) if part)
        made.append(
            Row("person", f"{role.id}|{person.id}", inside_name(book, person.id), detail,
                role.id, person_id=person.id)
        )  # fmt: skip
    return made


def _dances(holds: Sequence[Hold], role: Role) -> bool:
    return any(one.role.id == role.id and one.cover == 0 for one in holds)


def _danced(hold: Hold) -> str:
    name = hold.role.spot_name(hold.spot)
    said = f"spot {name}" if name.isdigit() else name or "dances"
    return f"{said}, later" if hold.later else said


def _covered(covers: Sequence[Hold]) -> str:
    if len(covers) == 1:
        name = covers[0].role.spot_name(covers[0].spot)
        return f"{covers[0].cover_word} {name}".strip()
    return f"covers {len(covers)} spots"
