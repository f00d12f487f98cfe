"""What each way out is truly good for, measured against the one with the fewest changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from castapp.domain.agenda import stints
from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.programme import parts
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.services.cover.price import LIGHTEST, PARTNERS, partner_of_role
from castapp.services.cover.solution import Move, Solution
from castapp.services.cover.stage import is_lead
from castapp.services.known import together
from castapp.services.pairs import REGULAR, wish
from castapp.services.reason import short_day

MOST = 3
LIGHTER = 1.0
"""So much less load, in hours or as much strain, makes another way lighter."""
MORE_CHANGES = 3
"""Another way that changes more than so many spots beyond the first is not worth telling."""

_Place = tuple[str, frozenset[tuple[str, int]]]


@dataclass(frozen=True, slots=True)
class Danced:
    """Two who partner each other somewhere, and how often they did before."""

    people: frozenset[str]
    shows: int


def told_apart(book: Book, first: Solution, others: Sequence[Solution]) -> list[Solution]:
    """The first, with what else is true of it, and up to two others named by what they are."""
    here = [one for one in others if one.changes <= first.changes + MORE_CHANGES]
    kept = [(keeps(book, one, first), one) for one in others]
    kept = [(said, one) for said, one in kept if said]
    lighter = [one for one in others if is_lighter(one, first)]
    found: list[Solution] = []
    if kept:
        said, best = min(kept, key=lambda pair: (pair[1].changes, pair[1].price))
        also = "; also the lightest" if best in lighter and best.load == _least(lighter) else ""
        found.append(replace(best, kind=PARTNERS, said=f"{said}{also}"))
    if lighter:
        best = min(lighter, key=lambda one: (one.load, one.changes, one.price))
        if best.moves not in [one.moves for one in found]:
            said = f"load {best.load:g}, not {first.load:g}"
            found.append(replace(best, kind=LIGHTEST, said=said))
    for one in sorted(here, key=lambda one: (one.changes, one.warnings, one.price)):
        name = difference(book, one, [first, *found])
        if one.moves not in [other.moves for other in found]:
            name = name or _other_load(one, first)
        if len(found) < MOST - 1 and name:
            found.append(replace(one, kind=name, said=""))
    heavier = any(_weighs_less(one, first) for one in others)
    true = [] if heavier else ["also the lightest"]
    pairs = "" if kept else _kept_words(book, first)
    if pairs:
        true.append(f"keeps {pairs}")
    return [replace(first, said="; ".join(true) if others or pairs else ""), *found]


def keeps(book: Book, one: Solution, first: Solution) -> str:
    """The pairs with a history that one keeps and the first breaks, in words; empty if there is
    none, if it breaks one that the first keeps, or makes as many new pairs.
    """
    if len(new_pairs(book, one)) >= len(new_pairs(book, first)):
        return ""
    places = dict.fromkeys([*_places(book, one), *_places(book, first)])
    mine, theirs = (_pairs(book, each, places) for each in (one, first))
    if any(_better(theirs[place], mine[place]) for place in places):
        return ""
    return _pairs_words(book, [mine[one] for one in places if _better(mine[one], theirs[one])])


def new_pairs(book: Book, one: Solution) -> frozenset[frozenset[str]]:
    """Those a solution makes partner each other who never did before."""
    pairs = _pairs(book, one, dict.fromkeys(_places(book, one))).values()
    return frozenset(pair.people for pair in pairs if pair is not None and not pair.shows)


def is_lighter(one: Solution, first: Solution) -> bool:
    """Whether one weighs less on the dancers, and there is no more to beware of."""
    return _weighs_less(one, first) and one.warnings <= first.warnings


def _weighs_less(one: Solution, first: Solution) -> bool:
    return one.load <= first.load - LIGHTER


def _other_load(one: Solution, first: Solution) -> str:
    """Lighter, with more to beware of: another way: load 2, not 6."""
    return f"another way: load {one.load:g}, not {first.load:g}" if _weighs_less(one, first) else ""


def difference(book: Book, one: Solution, known: Sequence[Solution]) -> str:
    """What sets one apart from all those known, in a few words; empty if too little does."""
    taken = {(move.performance_id, move.role_id, move.spot, move.in_id)
             for other in known for move in other.moves}  # fmt: skip
    new = [move for move in one.moves if move.key not in taken and move.in_id]
    by_gap = sorted(new, key=lambda move: not move.gap)
    if not by_gap or not by_gap[0].gap:
        return ""
    pair = _new_pair(book, one, by_gap[0])
    return pair or _spared(book, one, known[0]) or f"another dancer: {_name(book, by_gap[0])}"


def _new_pair(book: Book, one: Solution, move: Move) -> str:
    """Both of a pair are others: another pair: Sorimachi and Delacourt."""
    place = partner_of_role(book, move.role_id, move.spot)
    mate = next((other for other in one.moves
                 if other.performance_id == move.performance_id
                 and (other.role_id, other.spot) == place and other.in_id), None)  # fmt: skip
    return f"another pair: {_name(book, move)} and {_name(book, mate)}" if mate else ""


def _spared(book: Book, one: Solution, first: Solution) -> str:
    """Who is kept for a leading role the day before or after: keeps Vane for Fri 16 Oct."""
    busy = {move.in_id for move in one.moves}
    for move in first.moves:
        if move.in_id is None or move.in_id in busy or not move.gap:
            continue
        show = book.get(Performance, move.performance_id)
        if not is_lead(book, show, book.get(Role, move.role_id)):
            continue
        for by in (1, -1):
            for stint in stints(book, move.in_id, show.day + timedelta(days=by)):
                if stint.performance and not stint.standby and _leads(book, stint.performance,
                                                                      move.in_id):  # fmt: skip
                    name, day = _name(book, move), short_day(stint.performance.day)
                    return f"keeps {name} for {day}"
    return ""


def _leads(book: Book, show: Performance, person_id: str) -> bool:
    return any(
        part.person_id == person_id and not part.cover
        and is_lead(book, show, book.get(Role, part.role_id))
        for part in parts(book, show)
    )  # fmt: skip


def _kept_words(book: Book, one: Solution) -> str:
    """The pairs of a solution that danced together before; empty if some never did."""
    pairs = list(_pairs(book, one, list(dict.fromkeys(_places(book, one)))).values())
    if any(pair is None or not pair.shows for pair in pairs):
        return ""
    return _pairs_words(book, pairs)


def _places(book: Book, one: Solution) -> Iterator[_Place]:
    for move in one.moves:
        place = partner_of_role(book, move.role_id, move.spot)
        if place is not None:
            yield move.performance_id, frozenset(((move.role_id, move.spot), place))


def _pairs(book: Book, one: Solution, places: Iterable[_Place]) -> dict[_Place, Danced | None]:
    """Who partner each other at these places of the nights, as a solution leaves them."""
    now = {(move.performance_id, move.role_id, move.spot): move.in_id for move in one.moves}
    found: dict[_Place, Danced | None] = {}
    for show_id, spots in places:
        show = book.get(Performance, show_id)
        as_cast = {(part.role_id, part.spot): part.person_id
                   for part in parts(book, show) if not part.cover}  # fmt: skip
        people = frozenset(now.get((show_id, *spot), as_cast.get(spot)) for spot in spots)
        named = sorted(who for who in people if who is not None)
        known = len(named) == 2
        found[(show_id, spots)] = (
            Danced(frozenset(named), _shows(book, show, named)) if known else None
        )
    return found


def _shows(book: Book, show: Performance, people: Sequence[str]) -> int:
    """How often two danced together before a show; a wished pair counts as a regular one."""
    said = wish(book, *people)
    if said is not None:
        return REGULAR if said.wish == "together" else 0
    return together(book, people[0], people[1], show.day)


def _better(one: Danced | None, other: Danced | None) -> bool:
    """Whether a pair is kept that the other breaks: they danced it before, or regularly."""
    if one is None or one == other or not one.shows:
        return False
    return other is None or not other.shows or other.shows < REGULAR <= one.shows


def _pairs_words(book: Book, pairs: Sequence[Danced | None]) -> str:
    """Each pair once, with its history: Arroyo and Vane, 8 shows together."""
    shows: dict[frozenset[str], int] = {}
    for pair in pairs:
        if pair is not None:
            shows.setdefault(pair.people, pair.shows)
    return " · ".join(
        f"{' and '.join(inside_name(book, one) for one in sorted(people))},"
        f" {times} show{'s' if times > 1 else ''} together"
        for people, times in shows.items()
    )


def _name(book: Book, move: Move) -> str:
    return inside_name(book, move.in_id)


def _least(found: Sequence[Solution]) -> float:
    return min(one.load for one in found)
