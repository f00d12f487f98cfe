"""Reasons of a cast that nothing follows yet: other roles there at the same time."""

from __future__ import annotations

from collections.abc import Iterator

from castapp.domain.covers import busy_beside
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.services.reason import CARE, GAP, Question, Reason


def other_roles_in_cast(q: Question, who: Person) -> Iterator[Reason]:
    """A role of theirs in the same cast that is danced at once, or too near to change."""
    if q.shows or q.cast_id is None:
        return
    found = busy_beside(q.book, q.cast_id, q.role.id, q.spot, who.id)
    if found is None:
        return
    other = q.book.get(Role, found.role_id)
    name = f"{other.name} {other.spot_name(found.spot)}".strip()
    if found.gap is None:
        text = f"{name} in this cast: leaves a gap there"
        yield Reason("other roles", text, GAP, -40)
    else:
        text = f"{name} in this cast: {found.gap} of {found.needed} min to change"
        yield Reason("other roles", text, CARE, -12)
