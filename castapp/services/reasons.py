"""What speaks for and against a dancer in a spot: each reason one named function, see ALL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from statistics import median

from castapp.domain.people import Person
from castapp.domain.roster import inside_name
from castapp.domain.standing import standing
from castapp.services.known import RECENT_DAYS, together
from castapp.services.pairs import kept_with, wish
from castapp.services.readiness import REHEARSED, STAGE_CALL
from castapp.services.reason import CANNOT, CARE, GAP, Question, Reason, said_day, short_day
from castapp.services.reasons_of_night import (
    elsewhere,
    free_after,
    other_roles,
    rest,
    rest_after,
)

LEAST_TALLER = 4
LINE_SPREAD = 6
DEMAND_WORDS = {
    "jumps": "the role jumps",
    "big_jumps": "the role has big jumps",
    "pointe": "the role is on pointe",
    "partnering": "the role is partnered",
    "lifting": "the role lifts",
    "lifted": "the role is lifted",
    "turns": "the role turns",
    "kneeling": "the role kneels",
    "weight_on_hands": "the role takes weight on the hands",
}
Judge = Callable[[Question, Person], Iterator[Reason]]


def knows(q: Question, who: Person) -> Iterator[Reason]:
    """Danced it, is cast in it, was called to its rehearsals, or is new to it."""
    record, called = q.records.get(who.id), q.rehearsed.get(who.id)
    cast, ready = q.casts.get(who.id, ""), q.ready.get(who.id)
    said = f" · {ready.state} (by hand)" if ready and ready.by_hand else ""
    if record and record.times:
        last = f", last {said_day(record.last)}" if record.last else ""
        text = f"Knows it, danced {_often(record.times)}{last}"
        yield Reason("knows", text + said, weight=40 + min(record.times, 10))
    elif cast:
        come = f", {ready.state}" if ready and ready.state in (REHEARSED, STAGE_CALL) else ""
        weight = 38 if come else 35
        yield Reason("knows", f"In it now: {cast}{said or come}", weight=weight)
    elif called:
        text = f"Learning, rehearsed {_often(called.times)}, last {short_day(called.last)}"
        yield Reason("knows", text + said, weight=15 + min(called.times, 10))
    elif ready and ready.by_hand:
        yield Reason("knows", f"{ready.state.capitalize()} (by hand)", weight=20)
    else:
        yield Reason("knows", "New to the role")
    if called and called.recent:
        recent = f"rehearsed {_often(called.recent)} in the last {RECENT_DAYS} days"
        yield Reason("rehearsed", recent, weight=5 + min(called.recent, 5))
    elif called and (record or cast):
        yield Reason("rehearsed", f"not rehearsed since {short_day(called.last)}", weight=1)
    elif record or cast:
        yield Reason("rehearsed", "not rehearsed of late")


def status(q: Question, who: Person) -> Iterator[Reason]:
    """Under contract, here, and dancing, on every one of the nights."""
    found = [text for day in _days(q) if (text := _away(q, who, day))]
    if found:
        some = len(found) < len(_days(q))
        when = f" ({len(found)} of {len(_days(q))} shows)" if some else ""
        yield Reason("status", found[0] + when, GAP if some else CANNOT, -40)


def restriction(q: Question, who: Person) -> Iterator[Reason]:
    """What the dancer may not do, against what this spot of the role asks."""
    for day in _days(q):
        now = standing(q.book, who.id, day)
        for limit in now.restrictions:
            against = next((one for one in q.role.asks(q.spot) if limit.forbids(one)), "")
            words = limit.words[:1].upper() + limit.words[1:]
            if against:
                yield Reason("restriction", f"{words}: {DEMAND_WORDS[against]}", CANNOT, -40)
                return
            if limit.code == "marking_only":
                yield Reason("restriction", words, CANNOT, -40)
                return
        if now.status == "modified":
            limits = ", ".join(limit.words for limit in now.restrictions)
            text = f"Modified: {limits}" if limits else "Modified"
            yield Reason("restriction", text, CARE, -6)
            return


def partner(q: Question, who: Person) -> Iterator[Reason]:
    """How often the dancer went on with the partner of the night, and rehearsed with them."""
    if q.partner_id and q.partner_id != who.id:
        name = inside_name(q.book, q.partner_id)
        shows = together(q.book, who.id, q.partner_id, q.known_by)
        if shows:
            count = f"{shows} show{'' if shows == 1 else 's'}"
            yield Reason("partner", f"{count} with {name}", weight=min(shows, 10))
        calls = q.beside.get(who.id, 0)
        if calls:
            yield Reason("rehearsed with", f"rehearsed with {name} {_often(calls)}", weight=2)


def wished(q: Question, who: Person) -> Iterator[Reason]:
    """Whom the company wishes the dancer to dance with, and not to."""
    if not q.partner_id or q.partner_id == who.id:
        return
    found = wish(q.book, who.id, q.partner_id)
    name = inside_name(q.book, q.partner_id)
    if found is not None and found.wish == "apart":
        yield Reason("wish", f"Not with {name}: wished apart", CARE, -30)
    elif found is not None:
        yield Reason("wish", f"kept with {name}", weight=15)
    else:
        kept = [one for one in kept_with(q.book, who.id) if one != q.partner_id]
        if kept:
            names = ", ".join(inside_name(q.book, one) for one in kept)
            yield Reason("wish", f"otherwise kept with {names}", weight=-4)


def height(q: Question, who: Person) -> Iterator[Reason]:
    """Height against the partner, or against the line."""
    if who.height_cm is None:
        return
    own = f"{who.height_cm / 100:.2f} m"
    mate = q.book.find(Person, q.partner_id)
    if mate and mate.height_cm and mate.id != who.id:
        man = who.gender == "M" or mate.gender == "F"
        taller = who.height_cm - mate.height_cm if man else mate.height_cm - who.height_cm
        if taller < LEAST_TALLER:
            name = inside_name(q.book, mate.id)
            yield Reason("height", f"{own}, {name} {mate.height_cm / 100:.2f} m", CARE, -8)
        else:
            yield Reason("height", own, weight=2)
    elif q.line:
        middle = median(q.line)
        if abs(who.height_cm - middle) > LINE_SPREAD:
            yield Reason("height", f"{own}, the line {middle / 100:.2f} m", CARE, -8)
        else:
            yield Reason("height", own, weight=4)


def gender(q: Question, who: Person) -> Iterator[Reason]:
    """Who usually dances it: a default, never a lock."""
    usual = q.role.gender(q.spot)
    if usual != "X" and who.gender and who.gender != usual:
        yield Reason("gender", f"Usually a {'woman' if usual == 'F' else 'man'}’s role", "", -80)


ALL: tuple[Judge, ...] = (
    knows,
    status,
    restriction,
    other_roles,
    elsewhere,
    rest,
    partner,
    wished,
    free_after,
    rest_after,
    height,
    gender,
)


def _often(times: int) -> str:
    return {1: "once", 2: "twice"}.get(times, f"{times} times")


def _days(q: Question) -> list[date]:
    return [show.day for show in q.shows] or [q.day]


def _away(q: Question, who: Person, day: date) -> str:
    now = standing(q.book, who.id, day)
    if not now.engaged:
        return "Not under contract"
    if now.absence:
        last = now.absence.last
        return f"Away until {short_day(last)}" if last else "Away, no date of return"
    if now.status in ("off", "rehab only"):
        word = now.status[:1].upper() + now.status[1:]
        return f"{word} since {short_day(now.since)}" if now.since else word
    return ""
