"""Substitutions within a called set: new for old, in one spot of a role."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.calling import line_people
from castapp.domain.calls import Call, Called
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name


def swaps(book: Book, call: Call, lines: tuple[Called, ...]) -> tuple[list[str], set[str]]:
    """Substitutions within a set (Swans 7 Fox for Cho), and the ids of the lines they take up."""
    texts: list[str] = []
    used: set[str] = set()
    gone = {line.person_id: line for line in lines if line.exclude and line.whom == "person"}
    for new in lines:
        role = book.find(Role, new.role_id)
        if new.exclude or new.whom != "person" or role is None or len(new.spots) != 1:
            continue
        spot = new.spots[0]
        holder = _holder(book, call, lines, role.id, spot, gone)
        if holder is not None:
            name = f"{role.name} {role.spot_name(spot)}".strip()
            who = f"{inside_name(book, new.person_id)} for {inside_name(book, holder)}"
            texts.append(f"{name} {who}")
            used |= {new.id, gone[holder].id}
    return texts, used


def _holder(
    book: Book,
    call: Call,
    lines: tuple[Called, ...],
    role_id: str,
    spot: int,
    gone: dict[str | None, Called],
) -> str | None:
    """The excluded person whom a role line of this call would put in the spot."""
    for line in lines:
        if line.whom == "role" and line.role_id == role_id and not line.exclude:
            for who in line_people(book, call, line):
                if who.spot == spot and who.cover == 0 and who.person_id in gone:
                    return who.person_id
    return None
