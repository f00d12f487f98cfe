"""Leads too close together: two in a day, or a lead on two nights running."""

from __future__ import annotations

from collections.abc import Iterator

from castapp.domain.agenda import Stint
from castapp.domain.finding import Finding
from castapp.domain.leads import is_lead
from castapp.domain.slot import clock
from castapp.rules.limits import Limits
from castapp.rules.view import View
from castapp.rules.words import refs, short_day


def leads_in_a_row(view: View, limits: Limits) -> Iterator[Finding]:
    """Somebody dances two leads in a day, or one the day after another, in whatever ballets."""
    if not view.shows:
        return
    for person_id, stints in view.wanted():
        today = _leads(view, stints)
        if not today:
            continue
        eve = _leads(view, view.eve.plan.get(person_id, ()))
        said = []
        if len(today) > 1:
            said.append(f"two leads in a day, {' and '.join(_curtain(one) for one in today)}")
        if eve:
            said.append(f"leads on consecutive nights, after {short_day(view.eve.day)}")
        if said:
            yield Finding(
                "leads_in_a_row",
                limits.severity,
                "; ".join(said),
                view.day,
                (person_id,),
                today[0].start,
                today[-1].end,
                limits.clause,
                refs(*eve, *today),
                float(len(today) + len(eve) - 1),
            )


def _leads(view: View, stints: tuple[Stint, ...]) -> list[Stint]:
    return [
        one
        for one in stints
        if one.performance is not None
        and not one.standby
        and any(is_lead(view.book, role_id) for role_id in one.roles)
    ]


def _curtain(stint: Stint) -> str:
    return clock(stint.performance.curtain) if stint.performance else ""
