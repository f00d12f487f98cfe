"""One day of a search: who and what is taken when, as bits of minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from castapp.domain.agenda import AS_PIANIST
from castapp.domain.book import Book
from castapp.domain.calls import DANCED_KINDS, Call
from castapp.domain.casting import Performance
from castapp.domain.programme import HALF, running_minutes
from castapp.domain.slot import DAY_MINUTES
from castapp.domain.standing import standing
from castapp.rules.limits import OFF
from castapp.rules.pack import limits
from castapp.services.places.party import Party
from castapp.services.places.persons import ONE_DAY, Days, Load

_OFF = ("off", "rehab only")


def mask(start: int, end: int) -> int:
    """The minutes from start to end as bits; what lies before midnight is left out."""
    start = max(0, start)
    return ((1 << (end - start)) - 1) << start if end > start else 0


@dataclass(slots=True)
class DayHeld:
    """One day of the search: whom the call wants, what holds them, and what holds the rooms."""

    party: Party
    loads: dict[str, Load]
    held: list[tuple[int, int, int]] = field(default_factory=list)
    pianist: int = 0
    away: tuple[tuple[str, int, int], ...] = ()
    rooms: dict[str, int] = field(default_factory=dict)


def day_held(days: Days, party: Party, day: date) -> DayHeld:
    """A day of a search with everything that holds its people and rooms."""
    ids = [one.person_id for one in party.members]
    if party.call.lead_id:
        ids.append(party.call.lead_id)
    made = DayHeld(party, {one: days.load(one, day) for one in ids})
    stints = days.held(day)
    eve = days.held(day - ONE_DAY)
    for person_id, after, until in wanted(party):
        held = 0
        for one in stints.get(person_id, ()):
            held |= 0 if one.standby else mask(one.start, one.end)
        for one in eve.get(person_id, ()):
            late = one.end - DAY_MINUTES
            held |= mask(0, late) if late > 0 and not one.standby else 0
        made.held.append((held, after, until))
    _enter_pianist(days, made, day)
    _enter_rooms(days.book, made, day)
    made.away = tuple(_away(days.book, party, day))
    made.held = _united(made.held)
    return made


def _enter_pianist(days: Days, made: DayHeld, day: date) -> None:
    """A pianist playing elsewhere costs, or is in the way where the house says so."""
    pianist_id = made.party.call.pianist_id
    if not pianist_id:
        return
    hard = limits(days.book, "pianist_twice").severity == "hard"
    for one in days.held(day).get(pianist_id, ()):
        if one.duty == AS_PIANIST and not hard:
            made.pianist |= mask(one.start, one.end)
        else:
            made.held.append((mask(one.start, one.end), 0, made.party.minutes))


def _enter_rooms(book: Book, made: DayHeld, day: date) -> None:
    for call in book.where(Call, "day", day):
        other = call.id != made.party.call.id and call.studio_id
        if other and call.state != "cancelled" and call.kind != "free day":
            made.rooms[other] = made.rooms.get(other, 0) | mask(call.start, call.end)
    for show in book.where(Performance, "day", day):
        if show.venue_id and show.state != "cancelled":
            end = show.curtain + running_minutes(book, show)
            taken = mask(show.curtain - HALF, end)
            made.rooms[show.venue_id] = made.rooms.get(show.venue_id, 0) | taken


def _away(book: Book, party: Party, day: date) -> Iterable[tuple[str, int, int]]:
    """Who of the party is named and cannot come, from which start to before which."""
    judged = {
        rule: limits(book, rule).severity not in (OFF, "note")
        for rule in ("absent", "not_available")
    }
    staff = {one for one in (party.call.lead_id, party.call.pianist_id) if one}
    dances = party.call.kind in DANCED_KINDS
    for person_id in [*(one.person_id for one in party.members if one.named), *staff]:
        now = standing(book, person_id, day)
        if now.absence is not None and judged["absent"]:
            yield person_id, -DAY_MINUTES, 2 * DAY_MINUTES
            continue
        if not dances or person_id in staff or not judged["not_available"]:
            continue
        rehab = party.call.kind == "conditioning"
        since = -DAY_MINUTES if now.since_clock is None else now.since_clock
        if now.status == "off" or (now.status == "rehab only" and not rehab):
            yield person_id, since, 2 * DAY_MINUTES
        if now.since_clock is not None:
            before = standing(book, person_id, day - ONE_DAY)
            if before.status in _OFF:
                yield person_id, -DAY_MINUTES, since


def wanted(party: Party) -> Iterator[tuple[str, int, int]]:
    """Everybody a party needs from when to when after its start; the pianist is apart."""
    for member in party.members:
        yield member.person_id, member.after, member.until
    if party.call.lead_id:
        yield party.call.lead_id, 0, party.minutes


def _united(held: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """What holds everybody wanted for the same stretch of the call, put together."""
    together: dict[tuple[int, int], int] = {}
    for bits, after, until in held:
        together[(after, until)] = together.get((after, until), 0) | bits
    return [(bits, after, until) for (after, until), bits in together.items() if bits]
