"""The roles that carry a ballet: the one meaning of a lead, for every count of leads."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.partnering import partner_place
from castapp.domain.programme import roles
from castapp.domain.repertory import Role

LEAD_EFFORT = 7.0
"""What a lead costs at least, of 10, where no pair of roles carries the ballet."""


def leads(book: Book, production_id: str) -> frozenset[str]:
    """The roles that carry a ballet: the two opposite each other; in a ballet without such a pair
    its couples, else its single roles, at the effort of a lead.
    """
    kept: dict[str, frozenset[str]] = book.cache("leads", Role)
    if production_id not in kept:
        members = roles(book, production_id)
        singles = [role for role in members if role.kind == "single"]
        hard = [role for role in members if role.effort >= LEAD_EFFORT]
        chosen = (
            [role for role in singles if partner_place(book, role, 1)]
            or [role for role in hard if role.kind == "couple"]
            or [role for role in hard if role.kind == "single"]
        )
        kept[production_id] = frozenset(role.id for role in chosen)
    return kept[production_id]


def is_lead(book: Book, role_id: str) -> bool:
    """Whether a role is one of those that carry its ballet."""
    role = book.find(Role, role_id)
    return role is not None and role_id in leads(book, role.production_id)
