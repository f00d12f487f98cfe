"""Where a cover goes among the covers of a spot: in order, without gaps, and never oneself."""

from __future__ import annotations

from collections.abc import Collection

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name


def cover_place(
    book: Book,
    role: Role,
    held: Collection[tuple[int, str | None]],
    person_id: str | None,
    cover: int,
) -> int:
    """The place somebody gets who is to be a cover (1 …) of a spot that `held` are in by place.

    A place further on than the next free one is the next. Raises Invalid for somebody who dances
    the spot.
    """
    if person_id is None:
        return cover
    if (0, person_id) in held:
        name = inside_name(book, person_id)
        raise Invalid(f"{name} dances {role.name} there; nobody covers themselves.")
    taken = {place for place, _ in held}
    place = min(cover, next(one for one in range(1, len(taken) + 2) if one not in taken))
    return cover if cover in taken else place
