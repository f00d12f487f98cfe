"""Reasons of the shows around a night: how many in few days, and leads close together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from castapp.domain.agenda import stints
from castapp.domain.leads import is_lead
from castapp.domain.people import Person
from castapp.services.reason import CARE, Question, Reason

_NUMBERED = {3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth"}
_BESIDE = (
    (0, "Two leads that day", 20),
    (-1, "Leads {} too, the night before", 12),
    (1, "Leads {} too, the night after", 12),
)


def leads_near(q: Question, who: Person) -> Iterator[Reason]:
    """Leads of theirs that day and on the nights beside, where the role is one."""
    if not is_lead(q.book, q.role.id):
        return
    told = set()
    for show in q.shows:
        for by, words, cost in _BESIDE:
            day = show.day + timedelta(days=by)
            if by not in told and _leads(q, who, show.id, day):
                told.add(by)
                yield Reason("leads", words.format(f"{day:%a} {day.day}"), CARE, -cost)


def crowded_words(close: Sequence[date]) -> str:
    """The other shows of four days, in time order, and the how manieth this would be: Shows Wed 14,
    Thu 15, two Sat 17: fifth in four days.
    """
    days = dict.fromkeys(close)
    named = [f"{'two ' if close.count(day) > 1 else ''}{day:%a} {day.day}" for day in days]
    first = f"Two shows {named[0][4:]}" if named[0].startswith("two ") else f"Shows {named[0]}"
    count = len(close) + 1
    said = ", ".join([first, *named[1:]])
    return f"{said}: {_NUMBERED.get(count, f'{count}th')} in four days"


def _leads(q: Question, who: Person, show_id: str, day: date) -> bool:
    return any(
        one.performance is not None
        and one.performance.id != show_id
        and not one.standby
        and any(is_lead(q.book, role_id) for role_id in one.roles)
        for one in stints(q.book, who.id, day)
    )
