"""The inspector's lists while nothing is selected: shows, debuts, what is open, partnerships."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.programme import casts, roles
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.services.counting import TWO_SHOWS, Strain, is_lead, strains, stretches
from castapp.services.coverplace import cover_severity
from castapp.services.known import debuts, partner_place, partnerships, together
from castapp.ui.screens.casting.cells import (
    OPEN,
    TROUBLE,
    UNCOVERED,
    lacks_cover,
    seat_troubles,
)
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.present import column_seats
from castapp.ui.screens.casting.rows import spot_label
from castapp.ui.screens.casting.seats import Seat
from castapp.ui.screens.casting.troubles import Found, night_findings

LEADING_KINDS = ("single", "couple")
"""The kinds of role told first."""
NAMED = 4
"""So many in two shows a day are named; more are counted."""


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
class Close:
    """Two shows of somebody too close together: who and what, when, and the cell to look at."""

    who: str
    what: str
    when: str
    place: tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the inspector counts, over so many nights."""

    tallies: tuple[Tally, ...]
    debuts: tuple[tuple[str, str, str], ...]
    missing: tuple[Missing, ...]
    pairs: tuple[tuple[str, int, bool], ...]
    nights: int
    casts: Tally = Tally("Casts", ())
    close: tuple[Close, ...] = ()


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
        _casts(book, production_id, nights),
        _close(book, production_id, nights),
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


def _casts(book: Book, production_id: str, nights: tuple[Column, ...]) -> Tally:
    """How often each cast dances; one alone needs no comparing."""
    shows = [
        (f"{cast.name} cast", sum(night.cast_id == cast.id for night in nights), False)
        for cast in casts(book, production_id)
    ]
    counted = [count for _, count, _ in shows]
    if len(shows) < 2:
        return Tally("Casts", ())
    uneven = max(counted) - min(counted) > 1
    note = f"Casts are uneven: {' · '.join(map(str, counted))}." if uneven else ""
    return Tally("Casts", tuple(shows), note)


def _close(book: Book, production_id: str, nights: tuple[Column, ...]) -> tuple[Close, ...]:
    """Leads close together, a line for each stretch, and two shows in a day, as the run goes.

    Where many dance two shows they are counted.
    """
    column_of = {night.performance_id: night.key for night in nights}
    shows = [book.get(Performance, night.performance_id or "") for night in nights]
    found: list[Close] = []
    unnamed: dict[date, list[Strain]] = {}
    strained = strains(book, production_id, shows)
    told: set[tuple[str, str]] = set()
    for stretch in stretches(book, production_id, shows):
        told |= {(stretch.person_id, show.id) for show in stretch.shows}
        led = (one for one in strained if one.person_id == stretch.person_id)
        first = next(one for one in led if one.show in stretch.shows and is_lead(book, one.role_id))
        what, _, when = stretch.words.partition(", ")
        place = (first.role_id, first.spot, column_of[first.show.id])
        found.append(Close(inside_name(book, stretch.person_id), what, when, place))
    for strain in strained:
        if strain.what != TWO_SHOWS or (strain.person_id, strain.show.id) in told:
            continue
        if is_lead(book, strain.role_id):
            name = inside_name(book, strain.person_id)
            found.append(_close_line(name, strain, column_of[strain.show.id]))
        else:
            unnamed.setdefault(strain.show.day, []).append(strain)
    for members in unnamed.values():
        if len(members) > NAMED:
            first = members[0]
            many = f"{len(members)} dancers"
            found.append(_close_line(many, first, column_of[first.show.id]))
            continue
        found += [
            _close_line(inside_name(book, one.person_id), one, column_of[one.show.id])
            for one in members
        ]
    return tuple(found)


def _close_line(name: str, strain: Strain, column_key: str) -> Close:
    days = sorted({strain.show.day, strain.other.day})
    when = "–".join(f"{day:%a} {day.day}" for day in days)
    return Close(name, "two shows", when, (strain.role_id, strain.spot, column_key))


def _missing(book: Book, role: Role, seat: Seat, column: Column, found: Found) -> list[Missing]:
    place = (role.id, seat.spot, column.key)
    label = spot_label(role, seat.spot)
    if not seat.dancing:
        return [Missing(OPEN, label, column.brief, place)]
    told = [
        Missing(TROUBLE, f"{inside_name(book, who)} {why.word}, {label}", column.brief, place,
                why.severity)
        for who, why in seat_troubles(book, role, seat, found)
        if not why.settled
    ]  # fmt: skip
    if lacks_cover(book, role, seat, found):
        told.append(Missing(UNCOVERED, f"{label}, cover", column.brief, place,
                            cover_severity(book)))  # fmt: skip
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
    return LEADING_KINDS.index(role.kind) if role.kind in LEADING_KINDS else 9, night, role.order


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
