"""Put-in calls: when whoever goes on and their partners are all free, and a studio too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.agenda import stints
from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Performance
from castapp.domain.company import Studio
from castapp.domain.people import Person
from castapp.domain.programme import HALF, parts
from castapp.domain.record import new_id
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock, overlap
from castapp.domain.standing import standing
from castapp.services.cover.price import partner_of_role
from castapp.services.cover.request import Request
from castapp.services.cover.solution import Move, Solution
from castapp.services.reason import short_day

LENGTH = {"single": 45, "couple": 30, "group": 30, "character": 20, "corps": 20, "children": 20}
FIRST_START = 10 * 60
LAST_END = 18 * 60 + 30
BEFORE_HALF = 60
NOTICE = 30
STEP = 15
_LEADING = ("répétiteur", "ballet master", "coach")


@dataclass(frozen=True, slots=True)
class PutIn:
    """A call that should be added before somebody goes on: the call, its lines, and its words."""

    call: Call
    lines: tuple[Called, ...]
    text: str


def put_ins(book: Book, request: Request, solution: Solution) -> tuple[PutIn, ...]:
    """A put-in call for each who is new in a part and has partners in it, where one fits.

    The day of the show or, for later shows, the day before too. Each stands free of the others.
    """
    found: list[PutIn] = []
    done: set[tuple[str, str, int]] = set()
    for move in solution.moves:
        key = (move.in_id or "", move.role_id, move.spot)
        people = _people(book, solution, move)
        if move.in_id is None or move.from_section_id or len(people) < 2 or key in done:
            continue
        done.add(key)
        call = _place(book, request, move, people, found)
        if call is not None:
            lines = tuple(
                Called(new_id(), call.id, "person", move.role_id, spots=(move.spot,),
                       person_id=one) if one == move.in_id
                else Called(new_id(), call.id, "person", person_id=one)
                for one in people
            )  # fmt: skip
            found.append(PutIn(call, lines, _words(book, call, move)))
    return tuple(found)


def _people(book: Book, solution: Solution, move: Move) -> list[str]:
    """Who goes on and who dances it with them: the partner, or the group's others."""
    if move.in_id is None:
        return []
    now = {(one.performance_id, one.role_id, one.spot): one.in_id for one in solution.moves}
    role = book.get(Role, move.role_id)
    place = partner_of_role(book, move.role_id, move.spot)
    wanted = {place} if place else set()
    if role.kind == "group" and role.spots <= 8:
        wanted |= {(role.id, spot) for spot in range(1, role.spots + 1)}
    found = [move.in_id]
    for part in parts(book, book.get(Performance, move.performance_id)):
        spot = (part.role_id, part.spot)
        if part.cover == 0 and spot in wanted:
            person = now.get((move.performance_id, *spot), part.person_id)
            if person and person not in found:
                found.append(person)
    return found


def _place(
    book: Book, request: Request, move: Move, people: list[str], made: list[PutIn]
) -> Call | None:
    show = book.get(Performance, move.performance_id)
    minutes = LENGTH[book.get(Role, move.role_id).kind]
    last = min(LAST_END, show.curtain - HALF - BEFORE_HALF + minutes)
    for day in dict.fromkeys((show.day, show.day - timedelta(days=1))):
        if day < request.first:
            continue
        begin = FIRST_START
        if day == request.first:
            begin = max(begin, -(-(request.clock + NOTICE) // STEP) * STEP)
        until = last if day == show.day else LAST_END
        for start in _starts(begin, until - minutes, latest_first=day == show.day):
            call = _call(book, move, people, day, start, minutes, made)
            if call is not None:
                return call
    return None


def _starts(first: int, last: int, *, latest_first: bool) -> list[int]:
    found = list(range(first, last + 1, STEP))
    return found[::-1] if latest_first else found


def _call(
    book: Book,
    move: Move,
    people: list[str],
    day: date,
    start: int,
    minutes: int,
    made: list[PutIn],
) -> Call | None:
    """The call at that time, if everybody and a studio are free then."""
    end = start + minutes
    taken = [one for one in made if one.call.day == day
             and overlap(one.call.start, one.call.end, start, end)]  # fmt: skip
    busy = {line.person_id for one in taken for line in one.lines}
    if any(one in busy or not _free(book, one, day, start, end) for one in people):
        return None
    studio = _studio(book, day, start, end, {one.call.studio_id for one in taken})
    if studio is None:
        return None
    role = book.get(Role, move.role_id)
    lead = _lead(book, day, start, end, {one.call.lead_id for one in taken})
    return Call(new_id(), day, start, minutes, "rehearsal", studio.id, role.production_id,
                title=f"Put-in, {role.name}", lead_id=lead)  # fmt: skip


def _free(book: Book, person_id: str, day: date, start: int, end: int) -> bool:
    if not standing(book, person_id, day).can_be_called:
        return False
    return not any(overlap(one.start, one.end, start, end) for one in stints(book, person_id, day))


def _studio(book: Book, day: date, start: int, end: int, taken: set[str | None]) -> Studio | None:
    """The first studio in the company's order that nobody is in; the stage last."""
    used = {
        call.studio_id
        for call in book.where(Call, "day", day)
        if call.state != "cancelled" and overlap(call.start, call.end, start, end)
    }
    rooms = sorted(book.all(Studio), key=lambda one: (one.kind == "stage", one.order, one.name))
    free = (room for room in rooms if room.id not in used and room.id not in taken)
    return next((room for room in free if room.kind != "stage"), None)


def _lead(book: Book, day: date, start: int, end: int, taken: set[str | None]) -> str | None:
    """A répétiteur who is free, if there is one."""
    able = (
        who
        for who in sorted(book.all(Person), key=lambda one: one.sort_key)
        if set(who.duties) & set(_LEADING) and who.id not in taken
    )
    return next((who.id for who in able if _here(book, who, day, start, end)), None)


def _here(book: Book, who: Person, day: date, start: int, end: int) -> bool:
    now = standing(book, who.id, day)
    if not now.engaged or now.absence:
        return False
    return not any(overlap(one.start, one.end, start, end) for one in stints(book, who.id, day))


def _words(book: Book, call: Call, move: Move) -> str:
    studio = book.find(Studio, call.studio_id)
    role = book.get(Role, move.role_id)
    return (
        f"Put-in rehearsal, {role.name}, {inside_name(book, move.in_id)}:"
        f" {short_day(call.day)}, {clock(call.start)}, {studio.name if studio else 'no studio'},"
        " all partners free"
    )
