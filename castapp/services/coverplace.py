"""The covers of a spot: how many are asked for, their order, and whether one could go on."""

from __future__ import annotations

from collections.abc import Collection

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.covers import busy, busy_in_cast
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.rules.limits import OFF
from castapp.rules.pack import limits

COVERS = "uncovered"
"""The rule that says how many covers each kind of role is to have."""


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


def covers_asked(book: Book, role: Role) -> int:
    """How many covers each spot of a role is to have by the company's rules; 0 asks for none."""
    bounds = limits(book, COVERS)
    return 0 if bounds.severity == OFF else int(bounds[role.kind])


def cover_severity(book: Book) -> str:
    """How bad it is to have too few covers; a note where the company does not judge it."""
    severity = limits(book, COVERS).severity
    return "note" if severity == OFF else severity


def on_stage_words(
    book: Book, role_id: str, spot: int, person_id: str, *, night: str = "", cast_id: str = ""
) -> str:
    """What keeps somebody who is named as a cover, on a night or in a cast, from going on.

    Abbott could not go on for Swans 1: dances Swans 15 then. Empty if nothing does.
    """
    show = book.find(Performance, night)
    taken = busy(book, show) if show else busy_in_cast(book, cast_id)
    why = taken.get((role_id, spot, person_id))
    if why is None:
        return ""
    role = book.get(Role, role_id)
    place = f"{role.name} {role.spot_name(spot)}".strip()
    doing = why.words(book) if why.gap is None else f"has {why.words(book)}"
    return f"{inside_name(book, person_id)} could not go on for {place}: {doing}."
