"""Who partners whom by what the roles are: the other of a couple, the opposite lead."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.programme import roles
from castapp.domain.repertory import Role

_LEADING = {"F": {"lifted", "partnering"}, "M": {"lifting", "partnering"}}


def partner_place(book: Book, role: Role, spot: int) -> tuple[str, int] | None:
    """The role and spot a spot is partnered by: the other of a couple, or the opposite lead."""
    if role.kind == "couple" and role.spots == 2:
        return role.id, 3 - spot
    if role.kind != "single" or not _leads(role):
        return None
    kept = book.cache("partner_place", Role)
    if role.id not in kept:
        other = _opposite(book, role)
        mutual = other is not None and _opposite(book, other) == role
        kept[role.id] = other if mutual else None
    found: Role | None = kept[role.id]
    return (found.id, 1) if found else None


def _leads(role: Role) -> bool:
    asked = _LEADING.get(role.genders[:1], set())
    return bool(asked & set(role.demands))


def _opposite(book: Book, role: Role) -> Role | None:
    mine = {place.section_id for place in role.sections}
    best: tuple[int, int, Role] | None = None
    for other in roles(book, role.production_id):
        opposite = {role.genders, other.genders} == {"F", "M"}
        if other.kind == "single" and opposite and _leads(other):
            shared = len(mine & {place.section_id for place in other.sections})
            if shared and (best is None or (shared, -other.order) > best[:2]):
                best = (shared, -other.order, other)
    return best[2] if best else None
