"""Called or cast although away, off or not engaged.

Of those standing by it is only warned. To a call somebody may be asked all the same, so there it is
at most a breach; one of a group or of a role's dancers whom no line names is simply not coming,
which is noted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from castapp.domain.agenda import AS_DANCER, Stint
from castapp.domain.calls import DANCED_KINDS
from castapp.domain.finding import Finding
from castapp.domain.programme import parts, section_starts
from castapp.domain.repertory import Role
from castapp.domain.standing import Standing, standing
from castapp.rules.limits import Limits
from castapp.rules.view import View
from castapp.rules.words import called, refs, short_day

_KEPT_OFF = ("off", "rehab only")
_STANDING_BY, _ASKED, _NOT_COMING = "warning", "breach", "note"


def absent(view: View, limits: Limits) -> Iterator[Finding]:
    """Somebody away is called, cast, taking a call or playing for one."""
    for person_id, stints in view.wanted():
        away = standing(view.book, person_id, view.day).absence
        if away is not None:
            until = f"away until {short_day(away.last)}" if away.last else "away"
            for stint in stints:
                yield _about(view, limits, "absent", until, stint)


def not_under_contract(view: View, limits: Limits) -> Iterator[Finding]:
    """Somebody is wanted on a day no engagement covers; who never had one is not judged."""
    for person_id, stints in view.wanted():
        if not standing(view.book, person_id, view.day).engaged:
            for stint in stints:
                yield _about(view, limits, "not_under_contract", "no contract that day", stint)


def not_available(view: View, limits: Limits) -> Iterator[Finding]:
    """A dancer who is off or in rehab only is wanted to dance or to cover.

    What began within the day counts from its clock time: calls that start later, and a show
    under way as far as sections of theirs are still to come.
    """
    for person_id, stints in view.wanted():
        now = standing(view.book, person_id, view.day)
        if now.status not in _KEPT_OFF and now.since_clock is None:
            continue
        for stint in stints:
            then = standing_at(view, now, stint)
            if then.status in _KEPT_OFF and _misses(stint, then):
                yield _about(view, limits, "not_available", then.status, stint)


def standing_at(view: View, now: Standing, stint: Stint) -> Standing:
    """What counts for a stint: the day's standing, or yesterday's if that began after it."""
    if now.since_clock is None or not _before(view, now.since_clock, stint):
        return now
    return standing(view.book, stint.person_id, view.day - timedelta(days=1))


def _before(view: View, since_clock: int, stint: Stint) -> bool:
    """Whether nothing of the stint is still to be danced at a clock time."""
    if stint.start >= since_clock or stint.performance is None:
        return stint.start < since_clock
    starts = section_starts(view.book, stint.performance)
    for part in parts(view.book, stint.performance):
        if part.person_id != stint.person_id:
            continue
        role = view.book.get(Role, part.role_id)
        until = starts.get(part.until_section_id or "", 100_000)
        for place in role.sections:
            if since_clock <= starts.get(place.section_id, -1) < until:
                return False
    return True


def _misses(stint: Stint, then: Standing) -> bool:
    """Whether somebody off or in rehab is wanted to dance; whatever else there is, they may."""
    if stint.duty != AS_DANCER:
        return False
    if stint.call is None:
        return True
    return stint.call.kind in DANCED_KINDS and not then.treated_at(stint.call.kind)


def _about(view: View, limits: Limits, rule: str, why: str, stint: Stint) -> Finding:
    return Finding(
        rule,
        _severity(limits, stint),
        f"{why}, {called(view.book, stint)}",
        view.day,
        (stint.person_id,),
        stint.start,
        stint.end,
        limits.clause,
        refs(stint),
    )


def _severity(limits: Limits, stint: Stint) -> str:
    if stint.standby:
        return _STANDING_BY
    if not stint.named:
        return _NOT_COMING
    asked = stint.call is not None and limits.severity == "hard"
    return _ASKED if asked else limits.severity
