"""What one person pays for a call at a start: waiting, and each rule's excess in minutes.

The rules themselves are in castapp.rules; here they are added up for hundreds of starts at once,
and only what the call would newly break or make worse counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from castapp.services.places.persons import Days, Load, Span

WAIT, ALONE, BEFORE_CLASS = "wait", "alone", "before class"
BREACH_POINTS = 1000
POINTS = {WAIT: 0, ALONE: 40, BEFORE_CLASS: 25, "standby": 30, "travel": 400}
PAUSE = 15
LUNCH = (11 * 60 + 30, 15 * 60)

Tolls = list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Terms:
    """What kind of call is put in, where, and the limits it is measured by, in minutes."""

    danced: bool
    rehearsed: bool
    site: str
    day_hours: int
    week_hours: int
    span: int
    show_span: int
    run: int
    pause: int
    meal: int
    meal_within: int
    show_day: int
    two_shows: int
    free_days: int
    ways: dict[tuple[str, str], int]


def points(tolls: Tolls) -> int:
    """The price of some tolls."""
    return sum(POINTS.get(what, BREACH_POINTS) + minutes for what, minutes in tolls)


def tolls(load: Load, start: int, end: int, terms: Terms, *, dancer: bool) -> Tolls:
    """What a person pays for being wanted from start to end (clock minutes)."""
    found: Tolls = []
    spans = load.spans
    _waiting(found, spans, start, end)
    if terms.ways and spans:
        _travel(found, spans, start, end, terms)
    if dancer:
        if start < load.rest_from:
            found.append(("overnight_rest", load.rest_from - start))
        if end > load.rest_until:
            found.append(("overnight_rest", end - load.rest_until))
        _day(found, load, start, end, terms)
        if terms.danced:
            _hours(found, load, end - start, terms)
    return found


def _waiting(found: Tolls, spans: Sequence[Span], start: int, end: int) -> None:
    """Idle minutes the call would add before or after it; a pause and a lunch are no waiting."""
    before, after = -1, -1
    for one in spans:
        if one.standby and one.start < end and one.end > start:
            found.append(("standby", 0))
        elif one.end <= start:
            before = max(before, one.end)
        elif one.start >= end and not (one.show or one.standby) and after < 0:
            after = one.start
            if one.is_class:
                found.append((BEFORE_CLASS, 0))
    if before < 0 and after < 0:
        if not spans:
            found.append((ALONE, 0))
        return
    if before >= 0 and after >= 0:
        return
    gap = (before, start) if before >= 0 else (end, after)
    idle = gap[1] - gap[0]
    lunch = idle >= 60 and gap[0] < LUNCH[1] and gap[1] > LUNCH[0]
    idle -= 60 if lunch else PAUSE
    if idle > 0:
        found.append((WAIT, idle))


def _travel(found: Tolls, spans: Sequence[Span], start: int, end: int, terms: Terms) -> None:
    short = 0
    for one in spans:
        needed = terms.ways.get((one.site, terms.site), 0)
        if one.end <= start:
            short = max(short, needed - (start - one.end))
        elif one.start >= end:
            short = max(short, needed - (one.start - end))
    if short > 0:
        found.append(("travel", short))


def _hours(found: Tolls, load: Load, minutes: int, terms: Terms) -> None:
    over = load.counted + minutes - terms.day_hours
    if over > 0:
        found.append(("hours_a_day", min(over, minutes)))
    over = load.week + minutes - terms.week_hours
    if over > 0:
        found.append(("hours_a_week", min(over, minutes)))
    if terms.rehearsed and load.shows:
        most = terms.show_day if load.shows == 1 else terms.two_shows
        over = load.rehearsed + minutes - most
        if over > 0:
            rule = "show_day" if load.shows == 1 else "two_show_day"
            found.append((rule, min(over, minutes)))


def _day(found: Tolls, load: Load, start: int, end: int, terms: Terms) -> None:
    """The day's span, its meal and its runs, with the call in and without."""
    work = [one for one in load.spans if one.work]
    if not work and load.worked + 1 > terms.free_days:
        found.append(("free_days", 0))
    most = terms.show_span if any(one.show or one.standby for one in work) else terms.span
    first = min((one.start for one in work), default=start)
    last = max((one.end for one in work), default=end)
    over = max(last, end) - min(first, start) - most
    if over > 0 and over > last - first - most:
        found.append(("span", over))
    both = sorted([(one.start, one.end) for one in work] + [(start, end)])
    if both[-1][1] - both[0][0] > terms.meal_within or last - first > terms.meal_within:
        short = _meal(both, terms)
        if short > 0 and short > _meal([(one.start, one.end) for one in work], terms):
            found.append(("meal", short))
    if terms.danced:
        _runs(found, load, start, end, terms)


def _meal(spans: Sequence[tuple[int, int]], terms: Terms) -> int:
    """How many minutes the longest break in time lacks of a meal; 0 if the day is short."""
    if not spans:
        return 0
    first, until = spans[0]
    last = max(one[1] for one in spans)
    if last - first <= terms.meal_within:
        return 0
    longest = 0
    for start, end in spans:
        if start > until and until - first <= terms.meal_within:
            longest = max(longest, start - until)
        until = max(until, end)
    return terms.meal - longest


def _runs(found: Tolls, load: Load, start: int, end: int, terms: Terms) -> None:
    """Minutes over the longest stretch without a pause, of the run the call would lie in."""
    first, last = start, end
    spans = [one for one in load.spans if one.in_run]
    for one in reversed(spans):
        if one.start < first and first - one.end < terms.pause:
            first = one.start
    for one in spans:
        if one.end > last and one.start - last < terms.pause:
            last = one.end
    over = last - first - terms.run
    if over > 0:
        found.append(("consecutive", over))


def terms_of(days: Days, site: str, ways: dict[tuple[str, str], int], kind: tuple[bool, bool],
             *, dressed: bool) -> Terms:  # fmt: skip
    """The limits of the company as a search needs them; a silent rule allows everything."""
    plenty = 100_000

    def most(rule: str, name: str = "hours") -> int:
        return plenty if days.silent(rule) else days.limits[rule].minutes(name)

    span = days.limits["span"]
    show_span = 0 if days.silent("span") else span.minutes("show_hours")
    meal = days.limits["meal"]
    free = days.limits["free_days"]
    rolling = not days.silent("free_days")
    return Terms(
        danced=kind[0],
        rehearsed=kind[1],
        site=site,
        day_hours=most("hours_a_day"),
        week_hours=most("hours_a_week"),
        span=most("span") or plenty,
        show_span=show_span or plenty,
        run=most("consecutive"),
        pause=0 if days.silent("consecutive") else int(days.limits["consecutive"]["pause_minutes"]),
        meal=0 if days.silent("meal") else int(meal["minutes"]),
        meal_within=most("meal", "within_hours"),
        show_day=most("show_day", "dress_hours" if dressed else "hours"),
        two_shows=most("two_show_day"),
        free_days=int(free["per_days"]) - int(free["days"]) if rolling else plenty,
        ways=ways,
    )
