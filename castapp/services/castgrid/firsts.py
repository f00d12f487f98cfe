"""First times in a role, night by night: what `career.debuts` tells, quick after each change.

Only the nights that are cast anew are read again; those that follow are looked up.
"""

from __future__ import annotations

from collections.abc import Iterable

from castapp.domain.book import Book
from castapp.domain.career import DEBUT_KINDS, Known, in_time_order, knows_the_past, turns
from castapp.domain.casting import BillItem, Casting, Danced, Override, Performance
from castapp.domain.people import CareerLine
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.roster import inside_name

_NIGHTS = (BillItem, Casting, Danced, Override, Performance)
_WORKS = (Production, Role, Section)
First = tuple[str, int, str]
"""Role, spot, person."""
Spot = tuple[int, str]
"""A spot and who is in it."""
_Key = tuple[str, Known]


def firsts(book: Book, production_id: str) -> dict[str, frozenset[First]]:
    """Performance id → its first times worth telling, those of the corps left out.

    A night that has the same as before an edit keeps the same object. Do not change the dict.
    """
    known: dict[str, dict[str, frozenset[First]]] = book.cache(
        "firsts", *_NIGHTS, *_WORKS, CareerLine
    )
    if production_id not in known:
        before: dict[tuple[str, str], frozenset[First]] = book.cache("firsts_before")
        made = _firsts(book, production_id)
        for night, found in made.items():
            if before.get((production_id, night)) != found:
                before[production_id, night] = found
        known[production_id] = {night: before[production_id, night] for night in made}
    return known[production_id]


def starred(book: Book, performance_id: str, role_id: str, spots: Iterable[Spot]) -> list[str]:
    """The names of spots and who is in them, a star at each whose first time it is: Ito, Cho*."""
    role = book.get(Role, role_id)
    found = firsts(book, role.production_id).get(performance_id, frozenset())
    return [
        inside_name(book, who) + ("*" if (role_id, spot, who) in found else "")
        for spot, who in spots
    ]


def past_words(book: Book) -> str:
    """Why no first time is marked where nothing of the past is known; "" where something is."""
    if knows_the_past(book):
        return ""
    return (
        "No debuts are marked: nothing is known of what anybody danced before. Bring in careers, "
        "or note a performance as given."
    )


def _firsts(book: Book, production_id: str) -> dict[str, frozenset[First]]:
    found: dict[str, set[First]] = {}
    if not knows_the_past(book):
        return {}
    met: set[_Key] = set()
    recorded = _recorded(book)
    here = {
        role.id
        for role in book.where(Role, "production_id", production_id)
        if role.kind in DEBUT_KINDS
    }
    for show in in_time_order(book):
        for turn in turns(book, show):
            key = (turn.person_id, turn.known)
            if key in met:
                continue
            met.add(key)
            if turn.role_id in here and key not in recorded:
                first = (turn.role_id, turn.spot, turn.person_id)
                found.setdefault(show.id, set()).add(first)
    return {night: frozenset(members) for night, members in found.items()}


def _recorded(book: Book) -> frozenset[_Key]:
    """Who has a line of the career record for what."""
    kept_lines = book.cache("recorded_roles", CareerLine)
    if "keys" not in kept_lines:
        kept_lines["keys"] = frozenset(
            (line.person_id, (line.work.casefold(), line.role.casefold()))
            for line in book.all(CareerLine)
        )
    found: frozenset[_Key] = kept_lines["keys"]
    return found
