"""The sums on somebody's own week: hours, shows, the longest day and the shortest night."""

from __future__ import annotations

import itertools
from datetime import date

from castapp.domain.agenda import AS_DANCER, Stint, stints
from castapp.domain.book import Book
from castapp.domain.programme import zone
from castapp.domain.slot import length, utc_minutes
from castapp.domain.workload import work
from castapp.export.manner import Manner

LEAST_GAP = 60
NOT_WORK = ("warm-up", "physio")
LONGEST_NIGHT = 24 * 60


def week_totals(book: Book, person_id: str, days: list[date]) -> tuple[tuple[str, str], ...]:
    """Four figures and what they count."""
    own = {day: stints(book, person_id, day) for day in days}
    shows = [stint for found in own.values() for stint in found if stint.performance]
    covers = sum(stint.standby for stint in shows)
    longest = max((_span(found) for found in own.values() if found), default=0)
    nights = [
        night
        for day, after in itertools.pairwise(days)
        if (night := _night(book, own[day], own[after])) is not None
    ]
    minutes = sum(_worked(book, person_id, day) for day in days)
    on = len(shows) - covers
    said = f"shows ({on} on, {covers} cover)" if covers else "shows"
    return (
        (length(minutes), "this week, planned"),
        (str(len(shows)), said),
        (length(longest) if longest else "–", "longest day, first to last"),
        (length(min(nights)) if nights else "–", "shortest night"),
    )


def day_summary(book: Book, person_id: str, day: date, manner: Manner) -> str:
    """First 10.30 · released 15.15 · 5 h 55 worked · 4 h 15 free before the show · ends 21.40."""
    own = stints(book, person_id, day)
    if not own:
        return ""
    calls = [stint for stint in own if stint.call is not None]
    shows = [stint for stint in own if stint.performance is not None]
    words = [f"first {manner.clock(own[0].start)}"]
    working = [stint for stint in calls if stint.call and stint.call.kind not in NOT_WORK]
    if working:
        words.append(f"released {manner.clock(max(stint.end for stint in working))}")
    worked = _worked(book, person_id, day)
    if worked:
        words.append(f"{length(worked)} worked")
    if shows and working:
        gap = shows[0].worked_from - max(stint.end for stint in working)
        if gap >= LEAST_GAP:
            words.append(f"{length(gap)} free before the show")
    on = [stint for stint in shows if not stint.standby]
    if on:
        words.append(f"ends {manner.clock(on[-1].end)}")
    return " · ".join(words)


def _worked(book: Book, person_id: str, day: date) -> int:
    """Planned minutes: a dancer's danced ones, for others all they are wanted for."""
    own = stints(book, person_id, day)
    if any(stint.duty == AS_DANCER for stint in own):
        return work(book, person_id, day).planned
    return sum(stint.minutes for stint in own)


def _span(own: tuple[Stint, ...]) -> int:
    return max(stint.end for stint in own) - min(stint.start for stint in own)


def _night(book: Book, today: tuple[Stint, ...], tomorrow: tuple[Stint, ...]) -> int | None:
    """Minutes from the last release to the next day's first call, as they really pass."""
    if not today or not tomorrow:
        return None
    last = max(today, key=lambda stint: stint.end)
    first = min(tomorrow, key=lambda stint: stint.start)
    end = utc_minutes(last.day, last.end, zone(book, last.studio_id))
    start = utc_minutes(first.day, first.start, zone(book, first.studio_id))
    return start - end if 0 <= start - end < LONGEST_NIGHT else None
