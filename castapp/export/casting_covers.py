"""Who covers a role in a show, and in a group of several spots, whom."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.programme import Part
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name

ONE_TO_ONE = ("single", "couple")


def cover_words(book: Book, role: Role, found: list[Part]) -> list[str]:
    """The covers in the order they go on: Moss; in a group Moss for Paz, Fox.

    Somebody who dances in the role that night covers nobody. A single role and a couple have
    their covers' names alone, as does a group that all have the same ones.
    """
    on = {part.spot: part.person_id for part in found if part.cover == 0}
    covers = sorted((part for part in found if part.cover), key=lambda one: (one.cover, one.spot))
    whom: dict[str, list[int]] = {}
    for part in covers:
        if part.person_id and part.person_id not in on.values():
            whom.setdefault(part.person_id, []).append(part.spot)
    alike = len({tuple(spots) for spots in whom.values()}) == 1 and len(on) == len(
        next(iter(whom.values()))
    )
    if role.kind in ONE_TO_ONE or alike:
        return [inside_name(book, one) for one in whom]
    return [
        f"{inside_name(book, one)} for {', '.join(_danced(book, role, on, spots))}"
        for one, spots in whom.items()
    ]


def _danced(book: Book, role: Role, on: dict[int, str | None], spots: list[int]) -> list[str]:
    """Who dances these spots, or the spot's own name where nobody does yet."""
    return [
        inside_name(book, on.get(spot)) or f"{role.name} {role.spot_name(spot)}" for spot in spots
    ]
