"""The inspector's lists while nothing is selected: shows, debuts, what is open, partnerships."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.domain.programme import roles
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.services.known import debuts, partner_place, partnerships, together
from castapp.ui.screens.casting.cells import (
    OPEN,
    TROUBLE,
    UNCOVERED,
    lasting_covers,
    seat_troubles,
)
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.present import column_seats
from castapp.ui.screens.casting.rows import NEEDING_COVER, spot_label
from castapp.ui.screens.casting.seats import Seat
from castapp.ui.screens.casting.troubles import Found, night_findings


@dataclass(frozen=True, slots=True)
class Tally:
    """Who dances a role how often: name, shows, whether one of them is the first. `note` tells
    of casts that are uneven.
    """

    heading: str
    rows: tuple[tuple[str, int, bool], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A spot that is open, has no cover, or whose dancer should not dance (then `severity` says
    how bad that is): where to look (row and column keys).
    """

    state: str
    what: str
    when: str
    place: tuple[str, int, str]
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the inspector counts, over so many nights."""

    tallies: tuple[Tally, ...]
    debuts: tuple[tuple[str, str, str], ...]
    missing: tuple[Missing, ...]
    pairs: tuple[tuple[str, int, bool], ...]
    nights: int


def overview(book: Book, production_id: str, columns: tuple[Column, ...]) -> Overview:
    """The counters of the performances shown."""
    nights = tuple(one for one in columns if one.performance_id and one.state != "cancelled")
    seats = [
        (column, column_seats(book, production_id, column), night_findings(book, column))
        for column in nights
    ]
    leads = [role for role in roles(book, production_id) if partner_place(book, role, 1)]
    chosen = leads[:2] or list(roles(book, production_id))[:1]
    return Overview(
        tuple(tally(book, role, nights) for role in chosen),
        _debuts(book, production_id, nights),
        tuple(
            missing
            for column, held, found in seats
            for role in roles(book, production_id)
            for spot in range(1, role.spots + 1)
            if (seat := held.get((role.id, spot)))
            for missing in _missing(book, role, seat, column, found)
        ),
        _pairs(book, nights),
        len(nights),
    )


def tally(book: Book, role: Role, columns: tuple[Column, ...]) -> Tally:
    """How often each dances a role in these performances; one alone needs no comparing."""
    counts: dict[str, int] = {}
    for column in columns:
        held = column_seats(book, role.production_id, column)
        for spot in range(1, role.spots + 1):
            for who in held[(role.id, spot)].dancing if (role.id, spot) in held else ():
                counts[who] = counts.get(who, 0) + 1
    firsts = {
        person_id for _, role_id, _, person_id in debuts(book, role.production_id)
        if role_id == role.id
    }  # fmt: skip
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], inside_name(book, entry[0])))
    shows = [count for _, count in ordered]
    uneven = role.spots == 1 and len(shows) > 1 and max(shows) - min(shows) > 1
    note = f"Shows are uneven: {' · '.join(map(str, shows))}." if uneven else ""
    return Tally(
        role.name,
        tuple((inside_name(book, who), count, who in firsts) for who, count in ordered),
        note,
    )


def _missing(book: Book, role: Role, seat: Seat, column: Column, found: Found) -> list[Missing]:
    place = (role.id, seat.spot, column.key)
    label = spot_label(role, seat.spot)
    if not seat.dancing:
        return [Missing(OPEN, label, column.brief, place)]
    told = [
        Missing(TROUBLE, f"{inside_name(book, who)} {why.word}, {label}", column.brief, place,
                why.severity)
        for who, why in seat_troubles(book, role, seat, found)
    ]  # fmt: skip
    if role.kind in NEEDING_COVER and not lasting_covers(book, role, seat, found):
        told.append(Missing(UNCOVERED, f"{label}, cover", column.brief, place))
    return told


def _debuts(
    book: Book, production_id: str, nights: tuple[Column, ...]
) -> tuple[tuple[str, str, str], ...]:
    order = {column.performance_id: place for place, column in enumerate(nights)}
    found = [one for one in debuts(book, production_id) if one[0] in order]
    found.sort(key=lambda one: _by_weight(book.get(Role, one[1]), order[one[0]]))
    return tuple(
        (
            inside_name(book, person_id),
            spot_label(book.get(Role, role_id), spot),
            nights[order[performance_id]].brief,
        )
        for performance_id, role_id, spot, person_id in found
    )


def _by_weight(role: Role, night: int) -> tuple[int, int, int]:
    """Leads before couples before groups, then as the run goes."""
    return NEEDING_COVER.index(role.kind) if role.kind in NEEDING_COVER else 9, night, role.order


def _pairs(book: Book, nights: tuple[Column, ...]) -> tuple[tuple[str, int, bool], ...]:
    shows = [column.performance_id for column in nights if column.performance_id]
    first = min((column.day for column in nights if column.day), default=date.min)
    made = []
    pairs = partnerships(book, shows, ("single",)) or partnerships(book, shows, ("couple",))
    for pair, count in pairs.items():
        one, other = _women_first(book, pair)
        names = f"{inside_name(book, one)} – {inside_name(book, other)}"
        made.append((names, count, together(book, one, other, first) == 0))
    return tuple(made)


def _women_first(book: Book, pair: frozenset[str]) -> tuple[str, str]:
    one, other = sorted(pair, key=lambda who: (book.get(Person, who).gender != "F", who))
    return one, other
