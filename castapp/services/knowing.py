"""How well a candidate knows a role: performed it, knows it, knew it once; and first times."""

from __future__ import annotations

from datetime import date

from castapp.domain.career import DEBUT_KINDS, is_debut
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.services.castgrid.firsts import firsts
from castapp.services.known import Record
from castapp.services.readiness import LEARNING
from castapp.services.reason import Question

LONG_AGO = 5
"""After so many years a role was known."""
MATINEE = 17 * 60
PERFORMED, KNOWS, KNEW, NEW = range(4)


def tier(q: Question, person_id: str) -> int:
    """PERFORMED it in the last years, KNOWS it by its rehearsals, KNEW it once, or NEW to it.

    Who is only learning it is new to it, cast in it or not.
    """
    record, ready = q.records.get(person_id), q.ready.get(person_id)
    if record and record.times and not long_ago(record, q.day):
        return PERFORMED
    if ready and (ready.by_hand or not (record and record.times)) and ready.state != LEARNING:
        return KNOWS
    return KNEW if record and record.times else NEW


def long_ago(record: Record, day: date) -> bool:
    """Whether it was last danced more than LONG_AGO years before a day."""
    last = record.last
    if len(last) == 10:
        then = date.fromisoformat(last)
        return (then.year + LONG_AGO, then.month, then.day) < (day.year, day.month, day.day)
    return bool(last) and int(last[:4]) < day.year - LONG_AGO


def debut_words(q: Question, who: Person) -> str:
    """That it would be their first time anywhere, or bring that forward; "" if it would not.

    Would be her debut; Moves her debut from Sat 17 mat. forward by a day.
    """
    show = q.shows[0] if q.shows else None
    if show is None or q.role.kind not in DEBUT_KINDS:
        return ""
    if not is_debut(q.book, show, who.id, q.role.id):
        return ""
    whose = {"F": "her", "M": "his"}.get(who.gender, "their")
    planned = _planned(q, who.id)
    if planned is None:
        return f"Would be {whose} debut"
    if planned.id in {one.id for one in q.shows}:
        return f"{whose.capitalize()} debut"
    days = (planned.day - show.day).days
    by = {0: "to the same day", 1: "forward by a day"}.get(days, f"forward by {days} days")
    half = " mat." if planned.curtain < MATINEE else ""
    return f"Moves {whose} debut from {planned.day:%a} {planned.day.day}{half} {by}"


def _planned(q: Question, person_id: str) -> Performance | None:
    """The night somebody's first time is as it stands."""
    for night, found in firsts(q.book, q.role.production_id).items():
        if any(role == q.role.id and who == person_id for role, _, who in found):
            return q.book.find(Performance, night)
    return None
