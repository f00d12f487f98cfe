"""Who stands on which spot of a corps: the maps the casts share, and each show's exceptions."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.programme import cast_parts, casts, parts, roles
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.export.callboard import NO_BREAK, bound
from castapp.export.casting_changes import CellChanges

MOST_NAMES = 8
OPEN = "–"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Instead:
    """Somebody other than the map says stands on a spot in one show."""

    name: str
    changed: bool


@dataclass(frozen=True, slots=True)
class SpotMap:
    """A corps role: its spots' names, each map's dancers, each show's map and exceptions.

    `exceptions` is keyed by show and spot (from 1).
    """

    role_id: str
    role: str
    spots: tuple[str, ...]
    maps: tuple[tuple[str, tuple[str, ...]], ...]
    shows: tuple[tuple[str, str], ...]
    exceptions: dict[tuple[str, int], Instead]

    @property
    def is_told(self) -> bool:
        """Whether anybody is on a spot at all, so that there is something to show."""
        return bool(self.maps or any(one.name != OPEN for one in self.exceptions.values()))


def is_mapped(role: Role) -> bool:
    """Whether a role is too many people for a cell and is cast by map."""
    return role.spots > MOST_NAMES


def spot_maps(
    book: Book, production_id: str, shows: tuple[Performance, ...], changes: CellChanges
) -> tuple[SpotMap, ...]:
    """The maps of every corps role of a production for these shows."""
    return tuple(
        _spot_map(book, role, shows, changes)
        for role in roles(book, production_id)
        if is_mapped(role)
    )


def map_names(
    role: Role, maps: tuple[SpotMap, ...], shows: tuple[Performance, ...]
) -> dict[str, str]:
    """Show id → what stands in its cell: map A, 7 Fox; nothing where nobody is cast."""
    own = next(one for one in maps if one.role_id == role.id)
    letters = dict(own.shows)
    told = {}
    for show in shows:
        letter = letters[show.id]
        words = [f"map {letter}"] if letter else []
        words += [
            f"{own.spots[spot - 1]}{NO_BREAK}{found.name}"
            for (show_id, spot), found in sorted(own.exceptions.items(), key=lambda one: one[0][1])
            if show_id == show.id
        ]
        told[show.id] = ", ".join(words)
    return told


def _spot_map(
    book: Book, role: Role, shows: tuple[Performance, ...], changes: CellChanges
) -> SpotMap:
    lettered: dict[tuple[str, ...], str] = {}
    of_cast: dict[str, tuple[str, ...]] = {}
    for cast in casts(book, role.production_id):
        held = _held(book, role, cast.id)
        if any(held):
            of_cast[cast.id] = held
            lettered.setdefault(held, LETTERS[len(lettered) % len(LETTERS)])
    letters: list[tuple[str, str]] = []
    exceptions: dict[tuple[str, int], Instead] = {}
    for show in shows:
        letter = ""
        for part in parts(book, show):
            if part.role_id != role.id or part.cover:
                continue
            names = of_cast.get(part.cast_id or "", ())
            letter = lettered.get(names, "")
            name = inside_name(book, part.person_id)
            if name != (names[part.spot - 1] if names else ""):
                changed = changes.touches(show.id, role.id, part.spot)
                exceptions[(show.id, part.spot)] = Instead(bound(book, name or OPEN), changed)
        letters.append((show.id, letter))
    spots = tuple(role.spot_name(spot) for spot in range(1, role.spots + 1))
    maps = tuple(
        (letter, tuple(bound(book, name) for name in names)) for names, letter in lettered.items()
    )
    return SpotMap(role.id, role.name, spots, maps, tuple(letters), exceptions)


def _held(book: Book, role: Role, cast_id: str) -> tuple[str, ...]:
    """A cast's names on the spots of a role, empty where nobody is."""
    slots = cast_parts(book, cast_id)
    return tuple(
        next((inside_name(book, one.person_id) for one in slots.get((role.id, spot, 0), ())), "")
        for spot in range(1, role.spots + 1)
    )
