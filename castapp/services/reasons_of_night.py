"""Reasons of the night itself: other roles, calls and shows around it, rest before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from castapp.domain.agenda import AS_DANCER, Stint, stints
from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.programme import HALF, parts, running_minutes, section_starts, zone
from castapp.domain.repertory import Role, Section
from castapp.domain.slot import clock, length, overlap, span, utc_minutes
from castapp.domain.standing import standing
from castapp.domain.wording import act_words, call_title, section_words
from castapp.services.reason import CANNOT, CARE, GAP, Question, Reason
from castapp.services.reasons_of_leads import crowded_words

RESTFUL_DAYS = 4
LONG_REST = 15 * 60
"""So many minutes overnight need no word."""


def other_roles(q: Question, who: Person) -> Iterator[Reason]:
    """Roles the dancer has the same night: at the same time, too close to change, or in time.

    Of one night all are told; of several nights the worst of the first that has any.
    """
    for show in q.shows:
        told: list[Reason] = []
        for part in parts(q.book, show):
            other = q.book.find(Role, part.role_id)
            same = (part.role_id, part.spot) == (q.role.id, q.spot)
            if part.person_id != who.id or part.cover or other is None or same:
                continue
            if other.together and other.together == q.role.together:
                continue
            told.append(_beside(q, show, other, part.spot))
        told.sort(key=lambda one: one.weight)
        if told:
            yield from told if len(q.shows) == 1 else told[:1]
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
    """Shows the days around: how many in four days, shows a week."""
    for show in q.shows:
        near = _nights_near(q, who, show)
        limit = _shows_a_week(q, who, show)
        week = [day for day in near if abs((day - show.day).days) < 7 and day <= show.day]
        if limit is not None and len(week) + 1 > limit:
            some = f"{limit:g} show{'' if limit == 1 else 's'}"
            yield Reason("rest", f"At most {some} a week", CANNOT, -40)
            return
        close = crowded(near, show.day)
        if close:
            yield Reason("rest", crowded_words(close), CARE, -4 * (len(close) + 1))
            return
        around = _around(near, show.day)
        if around and len(q.shows) == 1:
            yield Reason("rest", around)


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


def rest_after(q: Question, who: Person) -> Iterator[Reason]:
    """How long from the end of the show to the first call of the next day, unless it is long."""
    if len(q.shows) == 1:
        show = q.shows[0]
        next_day = show.day + timedelta(days=1)
        begun = [one for one in stints(q.book, who.id, next_day) if one.duty == AS_DANCER]
        if begun:
            first = begun[0]
            end = show.curtain + running_minutes(q.book, show)
            here, there = zone(q.book, show.venue_id), zone(q.book, first.studio_id)
            minutes = utc_minutes(next_day, first.start, there) - utc_minutes(show.day, end, here)
            short = q.rest is not None and minutes < q.rest
            if minutes >= LONG_REST:
                return
            text = f"{length(minutes)} of rest to {clock(first.start)} next day"
            yield Reason("rest after", text, CARE if short else "", -8 if short else 0)


def _beside(q: Question, show: Performance, other: Role, spot: int) -> Reason:
    said = other.spot_name(spot)
    name = f"{other.name}{' ' if said.isdigit() else ', '}{said}" if said else other.name
    place = _place_words(q.book, other)
    starts = section_starts(q.book, show)
    mine, theirs = _times(q.book, q.role, starts), _times(q.book, other, starts)
    if any(overlap(*one, *two) for one in mine for two in theirs):
        return Reason("other roles", f"{name} that night{place}: leaves a gap there", GAP, -40)
    gaps = [
        (one[0] - two[1], q.role.change_minutes) if one[0] >= two[1]
        else (two[0] - one[1], other.change_minutes)
        for one in mine
        for two in theirs
    ]  # fmt: skip
    short = [(gap, needed) for gap, needed in gaps if gap < needed]
    if short:
        gap, needed = min(short)
        text = f"{name} that night{place}: {gap} of {needed} min to change"
        return Reason("other roles", text, CARE, -12)
    spare = f", {min(gap for gap, _ in gaps)} min to change" if gaps else ""
    return Reason("other roles", f"{name} that night too{place}{spare}", "", -2)


def _place_words(book: Book, role: Role) -> str:
    """Where in the evening a role is danced: its one section, or its acts; in brackets."""
    found = [one for place in role.sections if (one := book.find(Section, place.section_id))]
    words = act_words(one.act for one in found)
    if len(found) == 1:
        words = section_words(book, role.production_id, [found[0].id])
    return f" ({words})" if words else ""


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


def _around(near: list[date], day: date) -> str:
    """The shows nearest to a day, as far as RESTFUL_DAYS: show Wed 14 before, Sat 17 after."""
    close = [one for one in near if 0 < abs((one - day).days) < RESTFUL_DAYS]
    before = max((one for one in close if one < day), default=None)
    after = min((one for one in close if one > day), default=None)
    told = [
        f"{one:%a} {one.day} {which}"
        for one, which in ((before, "before"), (after, "after"))
        if one is not None
    ]
    return f"show {', '.join(told)}" if told else ""


def crowded(near: Sequence[date], day: date) -> list[date]:
    """The other shows, two at least, of the fullest RESTFUL_DAYS days with this one; or nothing."""
    close: list[date] = []
    for back in range(RESTFUL_DAYS):
        first = day - timedelta(days=back)
        last = first + timedelta(days=RESTFUL_DAYS - 1)
        close = max(close, sorted(one for one in near if first <= one <= last), key=len)
    return close if len(close) >= 2 else []


def _shows_a_week(q: Question, who: Person, show: Performance) -> float | None:
    limits = standing(q.book, who.id, show.day).restrictions
    return next((one.amount for one in limits if one.code == "shows_a_week"), None)
