"""What speaks for and against a dancer in a spot: each reason one named function, see ALL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from statistics import median

from castapp.domain.people import Person
from castapp.domain.roster import inside_name
from castapp.domain.standing import standing
from castapp.services.knowing import long_ago
from castapp.services.known import RECENT_DAYS, Rehearsed, together
from castapp.services.pairs import kept_with, wish
from castapp.services.readiness import KNOWS, LEARNING, REHEARSED, STAGE_CALL
from castapp.services.reason import CANNOT, CARE, GAP, Question, Reason, said_day, short_day
from castapp.services.reasons_of_cast import other_roles_in_cast
from castapp.services.reasons_of_leads import leads_near
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
        gone = long_ago(record, q.day)
        text = f"{'Knew' if gone else 'Knows'} it, danced {_often(record.times)}{last}"
        weight = (20 if gone else 40) + min(record.times, 10)
        yield Reason("knows", text + said, weight=weight)
    elif cast:
        state = ready.state if ready else LEARNING
        weight = 38 if state in (REHEARSED, STAGE_CALL) else 35 if state == KNOWS else 20
        yield Reason("knows", f"In it now: {cast}{said or f', {state}'}", weight=weight)
    elif called:
        text = f"Learning, rehearsed {_often(called.times)}, last {short_day(called.last)}"
        yield Reason("knows", text + said, weight=15 + min(called.times, 10))
    elif ready and ready.by_hand:
        yield Reason("knows", f"{ready.state.capitalize()} (by hand)", weight=20)
    else:
        yield Reason("knows", "New to the role")
    yield from _rehearsed(called, known=bool(record or cast))


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
        text = f"with {name} {_often(shows)}" if shows else f"never with {name}"
        yield Reason("partner", text, weight=min(shows, 10))
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
        text = f"{own}, {_beside_words(who, mate, inside_name(q.book, mate.id))}"
        if taller < LEAST_TALLER:
            yield Reason("height", text, CARE, -8)
        else:
            yield Reason("height", text, weight=2)
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
    other_roles_in_cast,
    elsewhere,
    rest,
    leads_near,
    partner,
    wished,
    free_after,
    rest_after,
    height,
    gender,
)


def _rehearsed(called: Rehearsed | None, *, known: bool) -> Iterator[Reason]:
    """When it was last rehearsed, of those who know it: in the last weeks, or not."""
    if called and called.recent:
        last = short_day(called.last)
        some = f", {_often(called.recent)} in {RECENT_DAYS} days" if called.recent > 1 else ""
        yield Reason("rehearsed", f"rehearsed {last}{some}", weight=5 + min(called.recent, 5))
    elif known:
        last = f", last {short_day(called.last)}" if called else ""
        text = f"not rehearsed in {RECENT_DAYS} days{last}"
        yield Reason("rehearsed", text, weight=1 if called else 0)


def _beside_words(who: Person, mate: Person, name: str) -> str:
    """A height against a partner's: 12 cm less than he; as tall as Okoro."""
    apart = (who.height_cm or 0) - (mate.height_cm or 0)
    if not apart:
        return f"as tall as {name}"
    pronoun = {"F": "she", "M": "he"}.get(mate.gender, name)
    pronoun = name if mate.gender == who.gender else pronoun
    return f"{abs(apart)} cm {'more' if apart > 0 else 'less'} than {pronoun}"


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
