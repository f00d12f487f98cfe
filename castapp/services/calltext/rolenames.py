"""Names read back as the roles they are cast in: 1st cast Vane, Arroyo is a set of two roles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

from castapp.domain.book import Book
from castapp.domain.casting import Casting
from castapp.domain.programme import casts, roles
from castapp.domain.repertory import Role
from castapp.services.calltext.parts import Casts, RoleSet, Wanted

MOST_CASTS = 5


def roles_named(
    book: Book, want: Wanted, cast_id: str, names: Sequence[str], sections: Collection[str]
) -> tuple[list[str], list[str]]:
    """The roles of a cast that these people are, and the people left over.

    A role counts if everybody dancing it is named; those the text names come first, then those
    danced in the call's sections, then the larger.
    """
    mentioned = {one.role_id for one in want.sets}
    named = set(names)
    fitting: list[tuple[bool, bool, int, int, Role, set[str]]] = []
    for order, role in enumerate(roles(book, want.production_id or "")):
        people = people_of(book, role.id, (cast_id,))
        if people and people <= named:
            there = any(place.section_id in sections for place in role.sections)
            key = (role.id not in mentioned, not there, -len(people), order)
            fitting.append((*key, role, people))
    chosen: list[str] = []
    left = set(named)
    for *_, role, people in sorted(fitting, key=lambda one: one[:4]):
        if people & left:
            chosen.append(role.id)
            left -= people
    return chosen, [one for one in names if one in left]


def people_of(
    book: Book,
    role_id: str,
    cast_ids: Iterable[str],
    *,
    covers: bool = False,
    spots: Sequence[int] = (),
) -> set[str]:
    """Who dances a role in some casts."""
    wanted = set(cast_ids)
    return {
        one.person_id
        for one in book.where(Casting, "role_id", role_id)
        if one.cast_id in wanted and (covers or one.cover == 0) and (not spots or one.spot in spots)
    }


def told_casts(book: Book, production_id: str, role: RoleSet) -> None:
    """Let the names after a set say which casts it is of, and whether covers come."""
    if not role.names or role.casts is not None:
        return
    known = [cast.id for cast in casts(book, production_id)][:MOST_CASTS]
    named = set(role.names)
    for size in range(len(known), 0, -1):
        for chosen in combinations(known, size):
            for covers in (role.covers, True):
                if people_of(book, role.role_id, chosen, covers=covers, spots=role.spots) == named:
                    role.covers = covers
                    role.casts = Casts(list(chosen)) if size < len(known) else None
                    return
