"""Pairs the company wishes together or apart, asked of a way out of it."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.casting import Partnership, Performance
from castapp.domain.checks import Invalid
from castapp.domain.programme import parts
from castapp.domain.roster import inside_name
from castapp.services.cover.price import partner_of_role
from castapp.services.cover.request import Locks
from castapp.services.cover.solution import Solution
from castapp.services.pairs import wish

APART = "apart"


def wished(book: Book, person_id: str, other_id: str) -> str:
    """together, apart, or empty where nothing is wished."""
    said = wish(book, person_id, other_id) if book.count(Partnership) else None
    return said.wish if said else ""


def check_locks(book: Book, locks: Locks | None) -> None:
    """Refuse wishes that cannot all be kept. Raises Invalid with one sentence."""
    if locks is None:
        return
    for person_id in sorted(locks.keep & locks.without):
        name = inside_name(book, person_id)
        raise Invalid(f"{name} cannot be both kept and left out; take one of the two wishes back.")
    for one in locks.must:
        if one.person_id in locks.without:
            name = inside_name(book, one.person_id)
            raise Invalid(f"{name} cannot be both put in and left out; take one of the two back.")


def apart_bars(book: Book, solution: Solution) -> dict[tuple[str, str], str]:
    """Whom a wish keeps from which shows: put in beside somebody they are not to dance with."""
    if not book.count(Partnership):
        return {}
    now = {(one.performance_id, one.role_id, one.spot): one.in_id for one in solution.moves}
    bars: dict[tuple[str, str], str] = {}
    for move in solution.moves:
        place = partner_of_role(book, move.role_id, move.spot)
        if move.in_id is None or place is None:
            continue
        show = book.get(Performance, move.performance_id)
        for part in parts(book, show):
            if part.cover or (part.role_id, part.spot) != place:
                continue
            mate = now.get((show.id, *place), part.person_id)
            if mate and mate != move.in_id and wished(book, move.in_id, mate) == APART:
                bars[(move.in_id, show.id)] = f"Not with {inside_name(book, mate)} by your wish"
    return bars
