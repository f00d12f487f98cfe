"""Rehearsal on a day with a show, and on a day with two."""

from __future__ import annotations

from collections.abc import Iterator

from castapp.domain.agenda import Stint
from castapp.domain.calls import REHEARSAL_KINDS
from castapp.domain.finding import Finding
from castapp.domain.slot import length
from castapp.rules.limits import Limits
from castapp.rules.view import View, Work, merged_minutes
from castapp.rules.words import refs, rehearsed

_DRESSED = ("dress", "stage and orchestra")


def show_day(view: View, limits: Limits) -> Iterator[Finding]:
    """More rehearsal than `hours` for a dancer with one show that day; `dress_hours` if a dress
    rehearsal is among it. Class and warm-up are not rehearsal.
    """
    if not view.shows:
        return
    for work in view.dancers():
        if len(work.shows) != 1:
            continue
        calls = _rehearsals(work)
        dressed = any(one.call is not None and one.call.kind in _DRESSED for one in calls)
        most = limits.minutes("dress_hours" if dressed else "hours")
        over = merged_minutes(calls) - most
        if over > 0:
            text = f"{length(over)} over {length(most)} of rehearsal before the show"
            yield _found("show_day", view, limits, work, text, over, calls)


def two_show_day(view: View, limits: Limits) -> Iterator[Finding]:
    """More rehearsal than `hours` for a dancer who dances two shows that day."""
    if len(view.shows) < 2:
        return
    most = limits.minutes("hours")
    for work in view.dancers():
        if len(work.shows) < 2:
            continue
        calls = _rehearsals(work)
        over = merged_minutes(calls) - most
        if over > 0:
            given = f"{length(over)} over {length(most)}" if most else length(over)
            text = f"{given} of rehearsal on a two-show day"
            yield _found("two_show_day", view, limits, work, text, over, calls)


def _rehearsals(work: Work) -> list[Stint]:
    return [one for one in work.danced if one.call is not None and one.call.kind in REHEARSAL_KINDS]


def _found(
    rule: str, view: View, limits: Limits, work: Work, text: str, over: float, calls: list[Stint]
) -> Finding:
    return Finding(
        rule,
        limits.severity,
        f"{text}: {rehearsed(view.book, calls)}",
        view.day,
        (work.person_id,),
        calls[0].start,
        calls[-1].end,
        limits.clause,
        refs(*calls),
        over,
        about="day",
    )
