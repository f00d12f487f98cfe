"""How ready everybody is for a role, as the inspector says it. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from castapp.domain.book import Book
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.services.readiness import STATES, readiness
from castapp.services.readiness_words import Stated, stated

SHOWN = 14


def ready_lines(
    book: Book, role: Role, before: date, first: Sequence[str] = ()
) -> tuple[Stated, ...]:
    """Everybody who has anything of a role: who holds the spot first, then the readiest."""
    found = sorted(
        readiness(book, role.id, before),
        key=lambda one: (
            first.index(one.person_id) if one.person_id in first else len(first),
            -STATES.index(one.state),
        ),
    )
    return tuple(
        stated(one.person_id, inside_name(book, one.person_id), one) for one in found[:SHOWN]
    )
