"""The maps of larger groups: who dances them in a cast, so that a cell need not name them all."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.career import is_debut
from castapp.domain.casting import Performance
from castapp.domain.programme import Part, cast_parts, casts, parts
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.export.callboard import BOLD, Block, Entry, Run, bound, plain
from castapp.export.spotmaps import LETTERS, is_mapped

LEAST_NAMES = 5
OPEN = "open"


@dataclass(frozen=True, slots=True)
class RoleSets:
    """A group's sets in the order they first dance, and what each show's cell says."""

    role: Role
    sets: tuple[tuple[str | None, ...], ...]
    cells: dict[str, str]
    numbers: tuple[str, ...]


def is_set(role: Role) -> bool:
    """Whether a group is too many people to name in each cell, and no corps with a map."""
    return role.spots >= LEAST_NAMES and not is_mapped(role)


def role_sets(book: Book, role: Role, shows: tuple[Performance, ...]) -> RoleSets | None:
    """The sets of a group over these shows; None where a set would be told but once."""
    sets: list[tuple[str | None, ...]] = []
    cells: dict[str, str] = {}
    numbers: list[str] = []
    letters = _letters(book, role)
    for show in shows:
        on = [one for one in parts(book, show) if one.role_id == role.id and one.cover == 0]
        base = _cast_of(role, book, on)
        if not on or not any(base):
            continue
        if base not in sets:
            sets.append(base)
        number = f"Map {letters[base]}"
        numbers.append(number)
        cells[show.id] = bound(book, ", ".join([number, *_exceptions(book, show, base, on)]))
    if len(numbers) <= len(sets):
        return None
    return RoleSets(role, tuple(sets), cells, tuple(numbers))


def sets_block(book: Book, found: tuple[RoleSets, ...]) -> Block | None:
    """Who is in each set: women, then men; None if there are no sets."""
    entries = []
    for one in found:
        letters = _letters(book, one.role)
        for people in sorted(one.sets, key=letters.__getitem__):
            name = f"{one.role.name}, map {letters[people]} "
            words = bound(book, f"{_names(book, one.role, people)}.")
            entries.append(Entry((Run(name, BOLD), *plain(words))))
    return Block("Maps", tuple(entries)) if entries else None


def _letters(book: Book, role: Role) -> dict[tuple[str | None, ...], str]:
    """The letter of each map of a group, in the order of the casts, as the screen has them."""
    found: dict[tuple[str | None, ...], str] = {}
    for cast in casts(book, role.production_id):
        held = _held(book, role, cast.id)
        if any(held):
            found.setdefault(held, LETTERS[len(found) % len(LETTERS)])
    return found


def _cast_of(role: Role, book: Book, on: list[Part]) -> tuple[str | None, ...]:
    """Who the cast of the bill has in each spot."""
    cast_id = next((one.cast_id for one in on if one.cast_id), None)
    return _held(book, role, cast_id)


def _held(book: Book, role: Role, cast_id: str | None) -> tuple[str | None, ...]:
    """Who a cast has in each spot of a role; nobody in any without a cast."""
    held = cast_parts(book, cast_id) if cast_id else {}
    spots = range(1, role.spots + 1)
    found = (held.get((role.id, spot, 0), ()) for spot in spots)
    return tuple(castings[0].person_id if castings else None for castings in found)


def _exceptions(
    book: Book, show: Performance, base: tuple[str | None, ...], on: list[Part]
) -> list[str]:
    """Who dances for whom of the set, and who of it dances the role for the first time."""
    told = []
    for one in on:
        name = inside_name(book, one.person_id) or OPEN
        first = one.person_id and is_debut(book, show, one.person_id, one.role_id)
        star = "*" if first else ""
        was = base[one.spot - 1]
        if one.person_id != was:
            instead = inside_name(book, was)
            told.append(f"{name}{star} for {instead}" if instead else f"{name}{star}")
        elif first:
            told.append(f"{name}{star}")
    return told


def _names(book: Book, role: Role, people: tuple[str | None, ...]) -> str:
    """Castel, Roy with Hart, Volkov; in one list where they are not women and men."""
    women = [inside_name(book, one) or OPEN for spot, one in enumerate(people, 1)
             if role.gender(spot) != "M"]  # fmt: skip
    men = [inside_name(book, one) or OPEN for spot, one in enumerate(people, 1)
           if role.gender(spot) == "M"]  # fmt: skip
    return " with ".join(", ".join(names) for names in (women, men) if names)
