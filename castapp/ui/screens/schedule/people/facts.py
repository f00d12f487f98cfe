"""A dancer's day as the inspector shows it: hour by hour, the sums beside their limits. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.agenda import Stint, agenda
from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.finding import Finding, Ref
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name, rank
from castapp.domain.slot import DAY_MINUTES, clock, length, span
from castapp.domain.standing import standing
from castapp.services.board import people_rows
from castapp.services.day_limits import allowed
from castapp.ui.screens.schedule.people.rows import STATUSES, person_blocks
from castapp.ui.screens.schedule.people.sums import (
    BREAK,
    REHEARSAL,
    SPAN,
    WEEK,
    WORK,
    figure,
    overs,
    sums,
)

AHEAD = 7


@dataclass(frozen=True, slots=True)
class DayLine:
    """One thing of the day: when, what, as what and where, how long."""

    ref: Ref
    time: str
    title: str
    about: str
    length: str
    colour: str


@dataclass(frozen=True, slots=True)
class SumLine:
    """A figure beside what the rules allow; `severity` if it is against a rule."""

    name: str
    value: str
    limit: str = ""
    severity: str = ""


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What the inspector says of a dancer on a day."""

    kicker: str
    name: str
    status: str
    word: str
    lines: tuple[DayLine, ...]
    sums: tuple[SumLine, ...]
    findings: tuple[Finding, ...]


def person_facts(book: Book, person_id: str, day: date, findings: Iterable[Finding]) -> PersonFacts:
    """The day of a dancer; `findings` are those of the day and its week."""
    person = book.get(Person, person_id)
    stand = standing(book, person_id, day)
    mine = tuple(sorted((one for one in findings if person_id in one.people), key=_order))
    limits = ", ".join(limit.words for limit in stand.restrictions)
    return PersonFacts(
        " · ".join(part for part in (rank(book, person_id, day), _mentor(book, person)) if part),
        person.name,
        stand.word if stand.word in STATUSES else "away",
        f"{stand.word.capitalize()}{f', {limits}' if limits else ''}",
        tuple(_lines(book, person_id, day, mine)),
        tuple(_sums(book, person_id, day, overs(mine))),
        mine,
    )


def _order(finding: Finding) -> tuple[int, date, int, str]:
    return finding.order


def _mentor(book: Book, person: Person) -> str:
    coach = inside_name(book, getattr(person, "coach_id", None))
    return f"coached by {coach}" if coach else ""


def _lines(book: Book, person_id: str, day: date, findings: Iterable[Finding]) -> Iterator[DayLine]:
    stints = agenda(book, day).get(person_id, ())
    blocks = person_blocks(book, person_id, day, findings)
    for stint, block in zip(stints, blocks, strict=True):
        state = block.state if block.state == "tentative" else ""
        about = (_as_what(book, stint), block.place, state)
        yield DayLine(
            block.ref,
            span(block.start, block.end),
            block.whole,
            ", ".join(part for part in about if part),
            length(block.end - block.start),
            block.colour,
        )


def _as_what(book: Book, stint: Stint) -> str:
    """Which role, as cover, or that they take the call or play for it."""
    if stint.duty == "lead":
        return "takes the call"
    roles = ", ".join(role.name for one in stint.roles if (role := book.find(Role, one)))
    if stint.call is not None:
        who = next(
            (one for one in called_people(book, stint.call) if one.person_id == stint.person_id),
            None,
        )
        spot = f" {who.spot}" if who and who.spot and roles and _many(book, who.role_id) else ""
        roles += spot
    covering = stint.cover or stint.standby
    return f"{roles}, cover" if roles and covering else "cover" if covering else roles


def _many(book: Book, role_id: str | None) -> bool:
    role = book.find(Role, role_id)
    return role is not None and role.spots > 1


def _sums(book: Book, person_id: str, day: date, over: Mapping[str, str]) -> Iterator[SumLine]:
    stints = agenda(book, day).get(person_id, ())
    shows = [one for one in stints if one.performance is not None and not one.standby]
    there = sum(one.performance is not None for one in stints)
    bounds = allowed(book, len(shows), there)
    found = sums(book, people_rows(book, day, [person_id])[0], day)
    least = f"min {bounds.pause}" if bounds.pause else ""
    for column, name, limit in (
        (REHEARSAL, "Rehearsal on a show day" if shows else "Rehearsal", _of(bounds.rehearsal)),
        (WORK, "Work with class and show", _of(bounds.work)),
        (SPAN, "From first to last", _of(bounds.span)),
        (BREAK, "Longest break", least),
    ):
        yield SumLine(name, figure(found.of(column)), limit, over.get(column, ""))
    rest = _before_curtain(stints)
    if rest is not None:
        yield SumLine("Rest before curtain", figure(rest))
    yield SumLine("Week", figure(found.week), _of(bounds.week), over.get(WEEK, ""))
    following = _next(book, person_id, day)
    if following is not None:
        yield SumLine("Next call", following[0], following[1])


def _of(minutes: int | None) -> str:
    return f"of {length(minutes)}" if minutes else ""


def _before_curtain(stints: Iterable[Stint]) -> int | None:
    curtain, end = None, None
    for one in stints:
        if one.performance is not None and not one.standby:
            curtain = one.performance.curtain
            break
        if one.call is None or one.call.kind != "warm-up":
            end = max(end or 0, one.end)
    return curtain - end if curtain is not None and end is not None and curtain > end else None


def _next(book: Book, person_id: str, day: date) -> tuple[str, str] | None:
    """When they are wanted next after the day, and how long they rest before it."""
    today = agenda(book, day).get(person_id, ())
    for ahead in range(1, AHEAD + 1):
        then = day + timedelta(days=ahead)
        stints = agenda(book, then).get(person_id, ())
        if stints:
            when = f"{then:%a} {clock(stints[0].start)}"
            if not today:
                return when, ""
            rest = ahead * DAY_MINUTES + stints[0].start - max(one.end for one in today)
            return when, f"{length(rest - rest % 30)} rest" if rest < 2 * DAY_MINUTES else ""
    return None
