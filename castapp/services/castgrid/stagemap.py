"""The stage map of a role: where its spots stand, who changes places with whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from castapp.domain.book import Book
from castapp.domain.casting import Cast, Performance
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.programme import cast_parts, casts, parts
from castapp.domain.repertory import Role, StagePlace
from castapp.domain.roster import inside_name
from castapp.services.stagecraft import Wish, fill

LINE = 6
"""So many stand in one line of the default drawing at most."""
_FRONT, _BACK = 18.0, 82.0
_SIDE = 2.0


def places(role: Role) -> tuple[StagePlace, ...]:
    """Where each spot stands; as nothing is said, in even lines, the first in front."""
    return role.places or in_lines(role.spots)


def in_lines(spots: int) -> tuple[StagePlace, ...]:
    """Spots in lines across the stage, from the front and from the left of the house."""
    lines = -(-spots // LINE)
    sizes = [spots // lines + (line < spots % lines) for line in range(lines)]
    made = []
    for line, size in enumerate(sizes):
        depth = 50.0 if lines == 1 else _FRONT + (_BACK - _FRONT) * line / (lines - 1)
        room = (100 - 2 * _SIDE) / size
        made += [StagePlace(_SIDE + room * (n + 0.5), depth) for n in range(size)]
    return tuple(made)


def move_place(book: Book, role_id: str, spot: int, across: float, depth: float) -> Edit:
    """Let a spot stand elsewhere (percent; what lies outside the stage is put on its edge)."""
    role = book.get(Role, role_id)
    stand = list(places(role))
    stand[spot - 1] = StagePlace(min(max(across, 0.0), 100.0), min(max(depth, 0.0), 100.0))
    if tuple(stand) == places(role):
        return Edit("")
    return _keep(book, role, tuple(stand), f"{role.name} {role.spot_name(spot)} stands elsewhere")


def clear_places(book: Book, role_id: str) -> Edit:
    """Draw a role in lines again."""
    role = book.get(Role, role_id)
    return _keep(book, role, (), f"{role.name} stand in lines again")


def swap(book: Book, one: Wish, other: Wish) -> Edit:
    """Let two dancers change places in a role: in the cast, or on the one night they are of.

    Their covers stay with the spots. Raises Invalid if both places are open.
    """
    first, second = dancer_at(book, one), dancer_at(book, other)
    role = book.get(Role, one.role_id)
    if first is None and second is None:
        raise Invalid(f"Nobody dances {role.name} {one.spot} or {other.spot}: nobody can change.")
    names = " and ".join(inside_name(book, who) for who in (first, second) if who)
    verb = "change places" if first and second else "changes places"
    return fill(
        book,
        [replace(one, person_id=second), replace(other, person_id=first)],
        f"{names} {verb} in {role.name}, {scope(book, one)}",
    )


def dancer_at(book: Book, place: Wish) -> str | None:
    """Who dances a place from the start; None if it is open."""
    slot = (place.role_id, place.spot)
    if place.performance_id is None:
        held = cast_parts(book, place.cast_id or "").get((*slot, 0), ())
        return held[0].person_id if held else None
    show = book.get(Performance, place.performance_id)
    found = (
        part.person_id
        for part in parts(book, show)
        if (part.role_id, part.spot) == slot and part.cover == 0 and not part.from_section_id
    )
    return next(found, None)


def scope(book: Book, place: Wish) -> str:
    """Where a change is made: 1st cast; Thu 15 Oct."""
    show = book.find(Performance, place.performance_id)
    if show is not None:
        return f"{show.day:%a} {show.day.day} {show.day:%b}"
    cast = book.find(Cast, place.cast_id)
    return f"{cast.name} cast" if cast else ""


def map_letters(book: Book, role: Role) -> Mapping[str, str]:
    """Cast id → the letter of its map of a role: A, B …; the same people in the same places
    share one.
    """
    letters: dict[tuple[str, ...], str] = {}
    found = {}
    for cast in casts(book, role.production_id):
        held = cast_parts(book, cast.id)
        stand = tuple(
            held[(role.id, spot, 0)][0].person_id if (role.id, spot, 0) in held else ""
            for spot in range(1, role.spots + 1)
        )
        if any(stand):
            found[cast.id] = letters.setdefault(stand, chr(ord("A") + len(letters) % 26))
    return found


def _keep(book: Book, role: Role, stand: tuple[StagePlace, ...], label: str) -> Edit:
    draft = Draft(book)
    if stand != role.places:
        draft.set(role, places=stand)
    return draft.edit(label)
