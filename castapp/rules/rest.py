"""Rest: the night between two days, and free days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from castapp.domain.book import Book
from castapp.domain.company import Site
from castapp.domain.finding import Finding
from castapp.domain.programme import zone
from castapp.domain.roster import company
from castapp.domain.slot import DAY_MINUTES, length, utc_minutes
from castapp.rules.limits import Limits
from castapp.rules.view import View, Work
from castapp.rules.words import refs, short_day, thing

_CLOCK_CHANGE = 120
_NO_PLENTY = 7 * DAY_MINUTES


def overnight_rest(view: View, limits: Limits) -> Iterator[Finding]:
    """Less rest than `hours` since the evening before, in true hours across a clock change and
    between venues in two zones. After a show the rest begins `strip_minutes` later.
    """
    needed, strip = limits.minutes("hours"), int(limits["strip_minutes"])
    eve = view.eve
    plenty = needed + strip + _CLOCK_CHANGE if _one_zone(view.book) else _NO_PLENTY
    for work in view.dancers():
        before = eve.work(work.person_id)
        if before is None or DAY_MINUTES - before.end + work.start >= plenty:
            continue
        rest = _rest(view, before, work, strip)
        if rest < needed:
            last = max(before.stints, key=lambda stint: (stint.end, stint.ref_id))
            text = f"{length(max(0, rest))} of {length(needed)} rest after {thing(view.book, last)}"
            yield Finding(
                "overnight_rest",
                limits.severity,
                text,
                view.day,
                (work.person_id,),
                0,
                work.start,
                limits.clause,
                refs(last, work.stints[0]),
                needed - rest,
                about="night",
            )


def free_days(view: View, limits: Limits) -> Iterator[Finding]:
    """Fewer days without any call or show than `days` in any `per_days` in a row, whatever week
    they lie in; told on every day of work that leaves too few in the days ending with it.
    """
    wanted, per = int(limits["days"]), int(limits["per_days"])
    days = view.window(view.day - timedelta(days=per - 1), view.day)[::-1]
    for work in view.dancers() if wanted else ():
        works = _worked(work.person_id, days, wanted)
        free = per - len(works)
        if free < wanted:
            given = f"{free} of {wanted} free days" if free or wanted > 1 else "no free day"
            yield Finding(
                "free_days",
                limits.severity,
                f"{given} in {per} days to {short_day(view.day)}",
                view.day,
                (work.person_id,),
                clause=limits.clause,
                refs=refs(*(one.stints[0] for one in works)),
                over=wanted - free,
                about="free days",
            )


def _worked(person_id: str, days: list[View], wanted: int) -> list[Work]:
    """Somebody's days of work among these; nothing once so many of them are free."""
    works: list[Work] = []
    for count, day in enumerate(days, start=1):
        work = day.work(person_id)
        if work is not None:
            works.append(work)
        elif count - len(works) >= wanted:
            return []
    return works


def _one_zone(book: Book) -> bool:
    """Whether all clocks of the company show the same time."""
    return len({site.zone for site in book.all(Site)} - {"", company(book).zone}) == 0


def _rest(view: View, before: Work, after: Work, strip: int) -> int:
    """Minutes from the end of one working day to the start of the next, counted in UTC."""
    ended = max(
        utc_minutes(stint.day, stint.end, zone(view.book, stint.studio_id))
        + (strip if stint.performance is not None and not stint.standby else 0)
        for stint in before.stints
    )
    begun = min(
        utc_minutes(stint.day, stint.start, zone(view.book, stint.studio_id))
        for stint in after.stints
    )
    return begun - ended
