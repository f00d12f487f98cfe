"""Reasons of the night itself: other roles, calls and shows around it, rest before and after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from castapp.domain.agenda import AS_DANCER, Stint, stints
from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.programme import HALF, parts, running_minutes, section_starts
from castapp.domain.repertory import Role, Section
from castapp.domain.slot import clock, overlap, span
from castapp.domain.standing import standing
from castapp.domain.wording import call_title
from castapp.services.reason import CANNOT, CARE, GAP, Question, Reason

RESTFUL_DAYS = 4
LEAD_EFFORT = 7.0


def other_roles(q: Question, who: Person) -> Iterator[Reason]:
    """Roles the dancer has the same night: at the same time, or too close to change."""
    for show in q.shows:
        worst: Reason | None = None
        for part in parts(q.book, show):
            other = q.book.find(Role, part.role_id)
            same = (part.role_id, part.spot) == (q.role.id, q.spot)
            if part.person_id != who.id or part.cover or other is None or same:
                continue
            if other.together and other.together == q.role.together:
                continue
            found = _beside(q, show, other, part.spot)
            if worst is None or found.weight < worst.weight:
                worst = found
        if worst is not None:
            yield worst
            return


def elsewhere(q: Question, who: Person) -> Iterator[Reason]:
    """Calls and other shows at the hour of the show, or another show that day."""
    for show in q.shows:
        end = show.curtain + running_minutes(q.book, show)
        for stint in stints(q.book, who.id, show.day):
            if stint.performance is not None and stint.performance.id == show.id:
                continue
            found = _meanwhile(q, who, show, end, stint)
            if found is not None:
                yield found
                return


def rest(q: Question, who: Person) -> Iterator[Reason]:
    """Shows the days around: the third in four days, a lead two nights running, shows a week."""
    for show in q.shows:
        near = _nights_near(q, who, show)
        limit = _shows_a_week(q, who, show)
        week = [day for day in near if abs((day - show.day).days) < 7 and day <= show.day]
        if limit is not None and len(week) + 1 > limit:
            yield Reason("rest", f"At most {limit:g} shows a week", CANNOT, -40)
            return
        close = _crowded(near, show.day)
        if close:
            days = [f"{day:%a} {day.day}" for day in close]
            said = f"Two shows {days[0]}" if days[0] == days[1] else f"Shows {' and '.join(days)}"
            yield Reason("rest", f"{said}: third in four days", CARE, -12)
            return
        beside = [day for day in near if abs((day - show.day).days) == 1]
        if beside and q.role.effort >= LEAD_EFFORT:
            night, which = beside[0], "before" if beside[0] < show.day else "after"
            yield Reason("rest", f"show {night:%a} {night.day}, the night {which}", CARE, -8)
            return


def free_after(q: Question, who: Person) -> Iterator[Reason]:
    """When the day's last call before the show ends."""
    if len(q.shows) == 1:
        show = q.shows[0]
        ends = [
            one.end
            for one in stints(q.book, who.id, show.day)
            if one.duty == AS_DANCER and one.end <= show.curtain - HALF
        ]
        if ends:
            yield Reason("free", f"free after {clock(max(ends))}")


def _beside(q: Question, show: Performance, other: Role, spot: int) -> Reason:
    said = other.spot_name(spot)
    name = f"{other.name}{' ' if said.isdigit() else ', '}{said}" if said else other.name
    starts = section_starts(q.book, show)
    mine, theirs = _times(q.book, q.role, starts), _times(q.book, other, starts)
    if any(overlap(*one, *two) for one in mine for two in theirs):
        return Reason("other roles", f"{name} that night: leaves a gap there", GAP, -40)
    gaps = [
        (one[0] - two[1], q.role.change_minutes) if one[0] >= two[1]
        else (two[0] - one[1], other.change_minutes)
        for one in mine
        for two in theirs
    ]  # fmt: skip
    short = [(gap, needed) for gap, needed in gaps if gap < needed]
    if short:
        gap, needed = min(short)
        text = f"{name} that night: {gap} of {needed} min to change"
        return Reason("other roles", text, CARE, -12)
    return Reason("other roles", f"{name} that night too", "", -2)


def _times(book: Book, role: Role, starts: dict[str, int]) -> list[tuple[int, int]]:
    return [
        (starts[place.section_id], starts[place.section_id] + section.minutes)
        for place in role.sections
        if place.section_id in starts and (section := book.find(Section, place.section_id))
    ]


def _meanwhile(
    q: Question, who: Person, show: Performance, end: int, stint: Stint
) -> Reason | None:
    at_once = overlap(stint.start, stint.end, show.curtain - HALF, end)
    if stint.call is not None:
        if not at_once:
            return None
        what = call_title(q.book, stint.call).text
        return Reason("elsewhere", f"Called {span(stint.start, stint.end)}: {what}", GAP, -30)
    if stint.standby:
        return None
    if at_once:
        return Reason("elsewhere", "On stage elsewhere at the same time", CANNOT, -40)
    codes = {limit.code for limit in standing(q.book, who.id, show.day).restrictions}
    if "no_double_show" in codes:
        return Reason("elsewhere", "No double-show day: dances that day already", CANNOT, -40)
    return Reason("elsewhere", "Two shows that day", CARE, -12)


def _nights_near(q: Question, who: Person, show: Performance) -> list[date]:
    found = []
    for back in range(-6, RESTFUL_DAYS):
        day = show.day + timedelta(days=back)
        for stint in stints(q.book, who.id, day):
            one = stint.performance
            if one is not None and one.id != show.id and not stint.standby:
                found.append(day)
    return found


def _crowded(near: list[date], day: date) -> list[date]:
    """Two other shows that make this the third within RESTFUL_DAYS days, or nothing."""
    for back in range(RESTFUL_DAYS):
        first = day - timedelta(days=back)
        last = first + timedelta(days=RESTFUL_DAYS - 1)
        inside = [one for one in near if first <= one <= last]
        if len(inside) >= 2:
            return inside[:2]
    return []


def _shows_a_week(q: Question, who: Person, show: Performance) -> float | None:
    limits = standing(q.book, who.id, show.day).restrictions
    return next((one.amount for one in limits if one.code == "shows_a_week"), None)
