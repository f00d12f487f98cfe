"""Workload: the hours and the load of every dancer, day by day, as attended, as done or planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from castapp.domain.agenda import stints
from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import DANCED_KINDS, Attendance, Call, Called, Rating
from castapp.domain.casting import BillItem, Cast, Casting, Danced, Override, Performance
from castapp.domain.company import Company, Site, Studio
from castapp.domain.people import Engagement, Person
from castapp.domain.programme import parts, running_minutes, section_starts, zone
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.slot import DAY_MINUTES, utc_minutes

PERFORMANCE = "performance"
EFFORTS: Mapping[str, float] = {
    "class": 4.0,
    "rehearsal": 5.0,
    "coaching": 5.0,
    "stage call": 6.0,
    "stage and orchestra": 6.0,
    "dress": 6.0,
    "warm-up": 2.0,
    "conditioning": 5.0,
}
"""Expected effort (0–10) of a session nobody rated: starting guesses, not measurements."""

_MISSED = ("excused", "absent")
_DANCED = frozenset(DANCED_KINDS)
READ = (
    Called, Casting, Cast, Role, Section, Production, BillItem, Override, Danced, Person,
    Engagement, Company, Site, Studio, Attendance, Rating,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DayWork:
    """A dancer's day: danced minutes, overlaps counted once, and its load.

    `minutes` are attended, else actual, else planned ones; `planned` as it was planned; `load` in
    AU (effort × minutes); of the minutes, `rated` have the dancer's own effort and `recorded` an
    attendance or actual times; `by` activity (kind of call, or performance) in minutes.
    """

    minutes: int = 0
    planned: int = 0
    load: float = 0.0
    rated: int = 0
    recorded: int = 0
    shows: int = 0
    by: tuple[tuple[str, int], ...] = ()


REST = DayWork()


class _Spell(NamedTuple):
    """Something danced, in minutes of the day as done and as planned, and its effort (0–10)."""

    start: int
    end: int
    planned_start: int
    planned_end: int
    activity: str
    effort: float
    rated: bool
    recorded: bool


def day_work(book: Book, day: date) -> Mapping[str, DayWork]:
    """Person id → that day's work; who dances nothing is left out.

    A call or show that runs past midnight belongs to the day it begins on.
    """
    kept = book.cache("day_work", *READ)
    calls = book.where(Call, "day", day)
    shows = book.where(Performance, "day", day)
    entry = kept.get(day)
    if entry is None or entry[0] is not calls or entry[1] is not shows:
        entry = kept[day] = (calls, shows, _day_work(book, calls, shows))
    found: Mapping[str, DayWork] = entry[2]
    return found


def work(book: Book, person_id: str, day: date) -> DayWork:
    """One dancer's day."""
    return day_work(book, day).get(person_id, REST)


def minutes_between(book: Book, person_id: str, first: date, last: date) -> int:
    """Danced minutes from one day to another, both included."""
    return sum(one.minutes for one in _days(book, person_id, first, last))


def by_activity(book: Book, person_id: str, first: date, last: date) -> dict[str, int]:
    """Danced minutes by activity from one day to another, most first."""
    total: dict[str, int] = {}
    for one in _days(book, person_id, first, last):
        for activity, minutes in one.by:
            total[activity] = total.get(activity, 0) + minutes
    return dict(sorted(total.items(), key=lambda item: -item[1]))


def shows_in(book: Book, person_id: str, last: date, days: int) -> int:
    """Performances danced in the days that end on `last`."""
    first = last - timedelta(days=days - 1)
    return sum(one.shows for one in _days(book, person_id, first, last))


def longest_break(book: Book, person_id: str, day: date) -> int | None:
    """The longest gap in minutes between anything somebody is wanted for; None without a gap."""
    longest, end = 0, -1
    for stint in stints(book, person_id, day):
        if 0 <= end < stint.start:
            longest = max(longest, stint.start - end)
        end = max(end, stint.end)
    return longest or None


def days_since_free(book: Book, person_id: str, day: date, most: int = 60) -> int:
    """Days in a row, up to and with this one, on which somebody is wanted for anything.

    0 on a free day itself; looks back `most` days at most.
    """
    count = 0
    while count < most and stints(book, person_id, day - timedelta(days=count)):
        count += 1
    return count


def _days(book: Book, person_id: str, first: date, last: date) -> Iterator[DayWork]:
    for n in range((last - first).days + 1):
        yield work(book, person_id, first + timedelta(days=n))


def _day_work(
    book: Book, calls: tuple[Call, ...], shows: tuple[Performance, ...]
) -> dict[str, DayWork]:
    spells: dict[str, list[_Spell]] = {}
    for call in calls:
        if call.state != "cancelled" and call.kind in _DANCED:
            _add_call(book, call, spells)
    danced: dict[str, int] = {}
    for show in shows:
        if show.state != "cancelled":
            for person_id in _add_show(book, show, spells):
                danced[person_id] = danced.get(person_id, 0) + 1
    return {
        person_id: _summed(found, danced.get(person_id, 0)) for person_id, found in spells.items()
    }


def _add_call(book: Book, call: Call, spells: dict[str, list[_Spell]]) -> None:
    attended = {one.person_id: one for one in book.where(Attendance, "call_id", call.id)}
    ratings = {one.person_id: one.effort for one in book.where(Rating, "call_id", call.id)}
    expected = sum(ratings.values()) / len(ratings) if ratings else EFFORTS[call.kind]
    held = call.actual_minutes is not None or call.actual_start is not None
    begun = call.start if call.actual_start is None else call.actual_start
    done = begun + (call.minutes if call.actual_minutes is None else call.actual_minutes)
    whole = _Spell(begun, done, call.start, call.end, call.kind, expected, False, held)
    clock = _clock(book, call.day, call.studio_id)
    for person_id, start, end in _who(book, call):
        spell = whole
        if start != call.start or end != call.end:
            first = max(begun, start)
            last = min(done, end) if held else end
            spell = whole._replace(
                start=first, end=max(first, last), planned_start=start, planned_end=end
            )
        if person_id in attended:
            spell = _attended(spell, attended[person_id])
        if person_id in ratings:
            spell = spell._replace(effort=ratings[person_id], rated=True)
        spells.setdefault(person_id, []).append(_on(clock, spell) if clock else spell)


def _who(book: Book, call: Call) -> Iterator[tuple[str, int, int]]:
    """Who is called, from when to when; calls that merely list people need no resolving."""
    lines = book.where(Called, "call_id", call.id)
    for line in lines:
        plain = line.whom == "person" and not line.exclude
        if not plain or line.joins is not None or line.leaves is not None:
            for who in called_people(book, call):
                yield who.person_id, who.start, who.end
            return
    start, end = call.start, call.end
    for person_id in dict.fromkeys([line.person_id for line in lines]):
        if person_id:
            yield person_id, start, end


def _attended(spell: _Spell, attendance: Attendance) -> _Spell:
    if attendance.state in _MISSED:
        return spell._replace(end=spell.start, recorded=True)
    if attendance.minutes is not None:
        return spell._replace(end=spell.start + attendance.minutes, recorded=True)
    return spell._replace(recorded=True)


def _add_show(book: Book, show: Performance, spells: dict[str, list[_Spell]]) -> Iterable[str]:
    """Put a show's dancers down; who stands by does not dance. Answers who danced."""
    ratings = {one.person_id: one.effort for one in book.where(Rating, "performance_id", show.id)}
    end = show.curtain + running_minutes(book, show)
    starts = section_starts(book, show)
    told: dict[str, tuple[int, int, float]] = {}
    for person_id, role_id, since, until in _danced(book, show):
        role = book.find(Role, role_id)
        first = starts.get(since or "", show.curtain)
        last = starts.get(until or "", end)
        effort = role.effort if role else EFFORTS["dress"]
        known = told.get(person_id, (first, last, effort))
        told[person_id] = (min(first, known[0]), max(last, known[1]), max(effort, known[2]))
    clock = _clock(book, show.day, show.venue_id)
    given = show.state == "given"
    for person_id, (first, last, expected) in told.items():
        effort = ratings.get(person_id, expected)
        rated = person_id in ratings
        spell = _Spell(first, last, first, last, PERFORMANCE, effort, rated, given)
        spells.setdefault(person_id, []).append(_on(clock, spell) if clock else spell)
    return told


def _danced(book: Book, show: Performance) -> Iterator[tuple[str, str, str | None, str | None]]:
    """Who dances which role, from and until which section: as noted afterwards, else as cast."""
    noted = book.where(Danced, "performance_id", show.id)
    for one in noted:
        taken = (
            other.from_section_id
            for other in noted
            if (other.role_id, other.spot) == (one.role_id, one.spot)
            and other.from_section_id is not None
        )
        until = next(taken, None) if one.from_section_id is None else None
        yield one.person_id, one.role_id, one.from_section_id, until
    if not noted:
        for part in parts(book, show):
            if part.cover == 0 and part.person_id:
                until = part.until_section_id
                yield part.person_id, part.role_id, part.from_section_id, until


def _summed(spells: list[_Spell], shows: int) -> DayWork:
    """A day's spells added up; a moment two share belongs to the one begun first."""
    if len(spells) > 1:
        spells.sort()
    total, planned, load, rated, recorded = 0, 0, 0.0, 0, 0
    until, planned_until = -DAY_MINUTES, -DAY_MINUTES
    by: dict[str, int] = {}
    for start, end, first, last, activity, effort, own, known in spells:
        worked = end - max(start, until)
        if worked > 0:
            until = end
            total += worked
            load += worked * effort
            rated += worked if own else 0
            recorded += worked if known else 0
            by[activity] = by.get(activity, 0) + worked
        asked = last - max(first, planned_until)
        if asked > 0:
            planned_until = last
            planned += asked
    return DayWork(total, planned, load, rated, recorded, shows, tuple(by.items()))


def _clock(book: Book, day: date, studio_id: str | None) -> tuple[date, str] | None:
    """The day and zone whose clock changes before the next noon; None on every other day."""
    where = zone(book, studio_id)
    night = utc_minutes(day, 36 * 60, where) - utc_minutes(day, 0, where)
    return (day, where) if night != 36 * 60 else None


def _on(clock: tuple[date, str], spell: _Spell) -> _Spell:
    """A spell in true minutes since midnight instead of the wall clock's."""
    day, where = clock
    midnight = utc_minutes(day, 0, where)
    start, end, first, last = (
        utc_minutes(day, minutes, where) - midnight
        for minutes in (spell.start, spell.end, spell.planned_start, spell.planned_end)
    )
    return spell._replace(start=start, end=end, planned_start=first, planned_end=last)
