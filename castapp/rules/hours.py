"""Hours: a day's, a week's, a day's span, hours without a pause, and the meal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from castapp.domain.agenda import Stint
from castapp.domain.finding import Finding
from castapp.domain.slot import length
from castapp.rules.limits import Limits
from castapp.rules.stretches import gaps, runs
from castapp.rules.view import View, Work, merged_minutes
from castapp.rules.words import refs, short_day


def hours_a_day(view: View, limits: Limits) -> Iterator[Finding]:
    """More danced hours in a day than `hours`; class and shows count if their limits are 1."""
    most = limits.minutes("hours")
    for work in view.dancers():
        if work.sum <= most:
            continue
        counted = _counted(work.danced, limits)
        over = merged_minutes(counted) - most
        if over > 0:
            text = f"{length(over)} over {length(most)} a day"
            yield _total("hours_a_day", view, limits, work, text, over, counted)


def hours_a_week(view: View, limits: Limits) -> Iterator[Finding]:
    """More danced hours in the company's week than `hours`, told on the week's first day."""
    if not view.begins_week():
        return
    most = limits.minutes("hours")
    days = view.week()
    sums: dict[str, int] = {}
    for day in days:
        for work in day.dancers():
            sums[work.person_id] = sums.get(work.person_id, 0) + work.sum
    for person_id, total in sums.items():
        if total <= most:
            continue
        counted = [_counted(found.danced, limits) for day in days if (found := day.work(person_id))]
        over = sum(map(merged_minutes, counted)) - most
        if over > 0:
            yield Finding(
                "hours_a_week",
                limits.severity,
                f"{length(over)} over {length(most)} in the week to {short_day(days[-1].day)}",
                view.day,
                (person_id,),
                clause=limits.clause,
                refs=refs(*(stint for stints in counted for stint in stints)),
                over=over,
                about="week",
            )


def span(view: View, limits: Limits) -> Iterator[Finding]:
    """A day longer from first call to last than `hours`.

    Up to `overtime_hours` more it costs overtime. A day with a show is measured by `show_hours`;
    0 leaves it to the rules of show days.
    """
    for work in view.dancers():
        in_show = any(stint.performance is not None for stint in work.stints)
        most = limits.minutes("show_hours" if in_show else "hours")
        over = work.end - work.start - most
        if most and over > 0:
            lasts = f"ends {length(over + most)} after the first call"
            extra = limits.minutes("overtime_hours")
            if not extra or in_show:
                text = f"{lasts}; the day's span is {length(most)}"
            elif over <= extra:
                text = f"{lasts}: {length(over)} overtime"
            else:
                text = f"{lasts}; {length(most + extra)} is the most with overtime"
            yield _total("span", view, limits, work, text, over, work.stints)


def consecutive(view: View, limits: Limits) -> Iterator[Finding]:
    """Longer in calls than `hours` without `pause_minutes`; warm-ups and shows are left out."""
    most, pause = limits.minutes("hours"), int(limits["pause_minutes"])
    for work in view.dancers():
        if work.end - work.start <= most:
            continue
        calls = [one for one in work.danced if one.call is not None and one.call.kind != "warm-up"]
        start, end = max(runs(calls, pause), key=lambda run: run[1] - run[0], default=(0, 0))
        over = end - start - most
        if over > 0:
            text = f"{length(end - start)} without {pause} min of pause; {length(most)} at most"
            within = [one for one in calls if start <= one.start < end]
            yield _total(
                "consecutive", view, limits, work, text, over, within, start=start, end=end
            )


def meal(view: View, limits: Limits) -> Iterator[Finding]:
    """No break of `minutes` that begins within `within_hours` of the first call, in a day that
    lasts longer than that.
    """
    wanted, within = int(limits["minutes"]), limits.minutes("within_hours")
    for work in view.dancers():
        if work.end - work.start <= within:
            continue
        longest = 0
        for start, end in gaps(work.stints):
            if start - work.start <= within:
                longest = max(longest, end - start)
        if longest < wanted:
            given = f"{longest} of {wanted} min" if longest else f"no {wanted} min"
            text = f"{given} for a meal in the first {length(within)}"
            yield _total(
                "meal", view, limits, work, text, wanted - longest, work.stints,
                start=work.start, end=work.start + within,
            )  # fmt: skip


def _counted(stints: Iterable[Stint], limits: Limits) -> list[Stint]:
    return [
        stint
        for stint in stints
        if (
            limits["shows"] if stint.call is None else stint.call.kind != "class" or limits["class"]
        )
    ]


def _total(
    rule: str,
    view: View,
    limits: Limits,
    work: Work,
    text: str,
    over: float,
    stints: Iterable[Stint],
    *,
    start: int | None = None,
    end: int | None = None,
) -> Finding:
    return Finding(
        rule,
        limits.severity,
        text,
        view.day,
        (work.person_id,),
        work.start if start is None else start,
        work.end if end is None else end,
        limits.clause,
        refs(*stints),
        over,
        about="day",
    )
