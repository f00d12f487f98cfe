"""What opens: every spot somebody off would have danced, and what else misses them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.impact import CALLED, CONDUCTS, COVERS, PLAYS, TAKES, Touched, impact
from castapp.domain.programme import parts
from castapp.domain.repertory import Role
from castapp.services.cover.request import Request, check, check_sections, cut, shows_asked
from castapp.services.cover.turns import remaining, segment
from castapp.services.cover.whereabouts import free_staff


@dataclass(frozen=True, slots=True)
class Gap:
    """A spot of a role in a performance that the one who is off would have danced.

    `from_section_id` is set when they have danced some of it; then it opens from there on.
    `start` is the clock minute at which somebody else must be on stage.
    """

    performance_id: str
    production_id: str
    role_id: str
    spot: int
    person_id: str
    day: date
    start: int
    from_section_id: str | None = None


@dataclass(frozen=True, slots=True)
class Missed:
    """Something else that misses them: a cover's place, a call, a call to take or to play for.

    `as_what` is one of the words of castapp.domain.impact; `free` are staff of that duty who are
    wanted nowhere else at the time (for calls to take or to play for).
    """

    as_what: str
    person_id: str
    day: date
    start: int
    end: int
    performance_id: str | None = None
    call_id: str | None = None
    role_id: str | None = None
    spot: int = 0
    cover: int = 0
    free: tuple[str, ...] = ()


def gaps(book: Book, request: Request) -> tuple[Gap, ...]:
    """Every role and spot that opens, in time order, then in billing order.

    Raises Invalid for a request that cannot be meant and for productions without sections.
    """
    check(book, request)
    shows = shows_asked(book, request)
    check_sections(
        book,
        (
            part.production_id
            for show in shows
            for part in parts(book, show)
            if part.cover == 0 and part.person_id in request.people
        ),
    )
    return tuple(gap for show in shows for gap in _of_show(book, request, show))


def missed(book: Book, request: Request) -> tuple[Missed, ...]:
    """Everything but danced spots that misses somebody who is off, in time order."""
    check(book, request)
    found = [
        _missed(book, person_id, touched)
        for person_id in request.people
        for touched in impact(book, person_id, request.first, request.clock, request.last)
        if touched.as_what in (COVERS, CALLED, TAKES, PLAYS, CONDUCTS)
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.start, one.as_what, one.person_id)))


def _of_show(book: Book, request: Request, show: Performance) -> list[Gap]:
    since = cut(book, request, show)
    found = []
    dancing = [part for part in parts(book, show) if part.cover == 0]
    for part in dancing:
        if part.person_id is None or part.person_id not in request.people:
            continue
        beside = any(
            other.person_id and other.person_id not in request.people
            for other in dancing
            if (other.role_id, other.spot) == (part.role_id, part.spot)
            and other.from_section_id == part.from_section_id
        )
        turns = remaining(segment(book, show, part), since)
        if turns and not beside:
            role = book.get(Role, part.role_id)
            whole = len(turns) == len(segment(book, show, part))
            begun = part.from_section_id if whole else turns[0].section_id
            found.append(
                Gap(show.id, role.production_id, role.id, part.spot, part.person_id, show.day,
                    turns[0].start, begun)
            )  # fmt: skip
    return found


def _missed(book: Book, person_id: str, touched: Touched) -> Missed:
    call = touched.call
    return Missed(
        touched.as_what,
        person_id,
        touched.day or date.min,
        touched.start or 0,
        touched.end or 0,
        touched.performance.id if touched.performance else None,
        call.id if call else None,
        touched.role_id,
        touched.spot,
        touched.cover,
        _free_for(book, call, touched.as_what) if call else (),
    )


def _free_for(book: Book, call: Call, as_what: str) -> tuple[str, ...]:
    return free_staff(book, call, as_what) if as_what in (TAKES, PLAYS) else ()
